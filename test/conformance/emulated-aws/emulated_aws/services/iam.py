"""IAM roles, instance profiles and OIDC providers; policies are moto's own."""

from typing import Any

from moto.iam.models import iam_backends

from ..native import Native
from ..refusal import Refusal
from ..resource import Created, Model, Place, Properties, Resource, model


def iam(place: Place) -> Any:
    return iam_backends[place.account]["aws"]


@model("AWS::IAM::Role")
class Role(Native):
    """moto's role, with managed policies that exist."""

    def create(self, place: Place, properties: Properties) -> Created:
        _refuse_unknown_policies(place, properties)
        return super().create(place, properties)

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        _refuse_unknown_policies(place, properties)
        return super().update(place, resource, properties)


@model("AWS::IAM::InstanceProfile")
class InstanceProfile(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        name = properties.get("InstanceProfileName") or place.name(128)
        profile = iam(place).create_instance_profile(name, properties.get("Path", "/"), properties["Roles"])
        return name, {"Arn": profile.arn}

    def delete(self, place: Place, resource: Resource) -> None:
        for role in resource.properties["Roles"]:
            iam(place).remove_role_from_instance_profile(resource.physical_resource_id, role)
        iam(place).delete_instance_profile(resource.physical_resource_id)


@model("AWS::IAM::OIDCProvider")
class OidcProvider(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        made = iam(place).create_open_id_connect_provider(
            properties.get("Url", ""), properties.get("ThumbprintList", []), properties.get("ClientIdList", []), []
        )
        return made.arn, {"Arn": made.arn}

    def delete(self, place: Place, resource: Resource) -> None:
        iam(place).delete_open_id_connect_provider(resource.physical_resource_id)


def _refuse_unknown_policies(place: Place, properties: Properties) -> None:
    for arn in properties.get("ManagedPolicyArns", []):
        if arn not in iam(place).managed_policies:
            raise Refusal(f"Policy {arn} does not exist or is not attachable")
