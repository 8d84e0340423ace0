"""S3 buckets and bucket policies."""

from typing import Any

from moto.s3.models import s3_backends

from ..native import Native
from ..resource import Created, Model, Place, Properties, Resource, model


@model("AWS::S3::Bucket")
class Bucket(Native):
    """moto's bucket, which looks for its name in every update."""

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        return super().update(place, resource, {"BucketName": resource.physical_resource_id, **properties})


@model("AWS::S3::BucketPolicy")
class BucketPolicy(Model):
    """Kept with the stack and not applied: moto ignores conditions, so that a `Deny` unless TLS refuses every request."""

    def create(self, place: Place, properties: Properties) -> Created:
        s3_backends[place.account]["aws"].get_bucket(properties["Bucket"])
        return properties["Bucket"], {}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        return None


@model("AWS::CDK::Metadata")
class CdkMetadata(Model):
    """CDK's own usage record: it creates nothing in AWS either."""

    def create(self, place: Place, properties: Properties) -> Created:
        return place.name(), {}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        return None
