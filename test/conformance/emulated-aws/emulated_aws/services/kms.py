"""KMS keys; aliases are moto's own."""

import json
from typing import Any

from moto.kms.models import kms_backends

from ..resource import Created, Model, Place, Properties, Resource, model, tags_of


@model("AWS::KMS::Key")
class Key(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        key = kms_backends[place.account][place.region].create_key(
            policy=_policy(properties),
            key_usage=properties.get("KeyUsage", "ENCRYPT_DECRYPT"),
            key_spec=properties.get("KeySpec", "SYMMETRIC_DEFAULT"),
            description=properties.get("Description", ""),
            tags=[{"TagKey": name, "TagValue": value} for name, value in tags_of(properties).items()],
            multi_region=properties.get("MultiRegion", False),
        )
        key.key_rotation_status = properties.get("EnableKeyRotation", False)
        return key.id, {"Arn": key.arn, "KeyId": key.id}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        key = kms_backends[place.account][place.region].keys[resource.physical_resource_id]
        key.policy = _policy(properties)
        key.description = properties.get("Description", "")
        key.key_rotation_status = properties.get("EnableKeyRotation", False)
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        kms_backends[place.account][place.region].delete_key(resource.physical_resource_id)


def _policy(properties: Properties) -> str | None:
    policy = properties.get("KeyPolicy")
    return policy if policy is None or isinstance(policy, str) else json.dumps(policy)
