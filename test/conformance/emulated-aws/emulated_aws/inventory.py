"""`GET /emulator/resources`: everything that CloudFormation has created, with its resolved properties.

It answers for what is stored and not run, and lets a test assert that an update replaced nothing.
"""

from typing import Any

from moto.cloudformation.models import cloudformation_backends

from .stacks import resources_of

PATH = "/emulator/resources"


def inventory() -> list[dict[str, Any]]:
    """Every created resource: stack, logical id, type, physical id, properties, attributes."""
    return [
        {
            "region": backend.region_name,
            "stack": stack.name,
            "logicalId": logical_id,
            "type": resource.cf_resource_type,
            "physicalId": resource.physical_resource_id,
            "properties": resource.properties,
            "attributes": resource.attributes,
        }
        for regions in cloudformation_backends.values()
        for backend in list(regions.values())
        for stack in list(backend.stacks.values())
        for logical_id, resource in resources_of(stack).items()
    ]
