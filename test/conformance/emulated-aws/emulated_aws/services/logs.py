"""CloudWatch log groups."""

from typing import Any

from moto.logs.models import logs_backends

from ..native import Native
from ..resource import Place, Properties, Resource, model


@model("AWS::Logs::LogGroup")
class LogGroup(Native):
    """moto's log group, with a retention that can change."""

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        days = properties.get("RetentionInDays")
        group = logs_backends[place.account][place.region].groups[resource.physical_resource_id]
        group.set_retention_policy(None if days is None else str(days))
        return {}
