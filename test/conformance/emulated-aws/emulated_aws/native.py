"""Resource types for which moto's own CloudFormation model is good enough: it creates, changes and deletes them."""

import re
from typing import Any

from moto.cloudformation import parsing

from .refusal import Refusal
from .resource import MODELS, Created, Model, Place, Properties, Resource

TYPES = (
    "AWS::ECR::Repository",
    "AWS::Events::Rule",
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Policy",
    "AWS::KMS::Alias",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
)

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "AWS::ECR::Repository": ("Arn", "RepositoryUri"),
    "AWS::Events::Rule": ("Arn",),
    "AWS::IAM::Role": ("Arn", "RoleId"),
    "AWS::Logs::LogGroup": ("Arn",),
    "AWS::S3::Bucket": ("Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL"),
    "AWS::SNS::Topic": ("TopicName",),
    "AWS::SQS::Queue": ("Arn", "QueueName"),
}
"""The attributes that moto's model gives."""

IDENTITY = {
    "AWS::SNS::Topic": "TopicArn",
    "AWS::SQS::Queue": "QueueUrl",
}
"""The attribute that equals the physical id."""


class Native(Model):
    """A type whose resources are moto's own objects."""

    def __init__(self) -> None:
        self._made: dict[tuple[Place, str], Any] = {}

    def create(self, place: Place, properties: Properties) -> Created:
        made = self._moto().create_from_cloudformation_json(
            self._name(place, properties),
            {"Type": self.type_name, "Properties": dict(properties)},
            place.account,
            place.region,
            LogicalId=place.logical_id,
            StackId=place.stack_id,
            ResourceType=self.type_name,
        )
        self._made[place, made.physical_resource_id] = made
        return made.physical_resource_id, self._attributes(made)

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        moto = self._moto()
        if hasattr(moto.update_from_cloudformation_json, "__isabstractmethod__"):
            return super().update(place, resource, properties)
        changed = moto.update_from_cloudformation_json(
            original_resource=self._made[place, resource.physical_resource_id],
            new_resource_name=self._given_name(properties) or re.split("[:/]", resource.physical_resource_id)[-1],
            cloudformation_json={"Type": self.type_name, "Properties": dict(properties)},
            account_id=place.account,
            region_name=place.region,
        )
        if changed.physical_resource_id != resource.physical_resource_id:
            raise Refusal(f"{resource.logical_resource_id}: the emulator replaced what {self.type_name} changes in place")
        self._made[place, resource.physical_resource_id] = changed
        return self._attributes(changed)

    def delete(self, place: Place, resource: Resource) -> None:
        made = self._made.pop((place, resource.physical_resource_id))
        if callable(getattr(made, "delete", None)):
            made.delete(place.account, place.region)
        else:
            json = {"Type": self.type_name, "Properties": resource.properties}
            self._moto().delete_from_cloudformation_json(resource.physical_resource_id, json, place.account, place.region)

    def _moto(self) -> Any:
        return parsing.get_model_map()[self.type_name]

    def _given_name(self, properties: Properties) -> str | None:
        return properties.get(parsing.resource_name_property_from_type(self.type_name) or "")

    def _name(self, place: Place, properties: Properties) -> str:
        made_up = place.name(63).lower() if self.type_name == "AWS::S3::Bucket" else place.name(64)
        return self._given_name(properties) or made_up

    def _attributes(self, made: Any) -> dict[str, Any]:
        attributes = {name: made.get_cfn_attribute(name) for name in ATTRIBUTES.get(self.type_name, ())}
        if self.type_name in IDENTITY:
            attributes[IDENTITY[self.type_name]] = made.physical_resource_id
        return attributes


for _type in TYPES:
    _native = Native()
    _native.type_name = _type
    MODELS[_type] = _native
