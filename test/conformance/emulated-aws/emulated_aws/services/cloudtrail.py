"""CloudTrail."""

from typing import Any

from moto.cloudtrail.models import cloudtrail_backends

from ..resource import Created, Model, Place, Properties, Resource, model


@model("AWS::CloudTrail::Trail")
class Trail(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        name = properties.get("TrailName") or place.name(128)
        trail = self._backend(place).create_trail(
            name=name,
            bucket_name=properties["S3BucketName"],
            is_global=properties.get("IncludeGlobalServiceEvents", True),
            is_multi_region=properties.get("IsMultiRegionTrail", False),
            log_validation=properties.get("EnableLogFileValidation", False),
            is_org_trail=properties.get("IsOrganizationTrail", False),
            tags_list=properties.get("Tags", []),
            **_destinations(properties),
        )
        self._log(place, name, properties)
        return name, {"Arn": trail.arn}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        self._backend(place).update_trail(
            name=resource.physical_resource_id,
            s3_bucket_name=properties["S3BucketName"],
            include_global_service_events=properties.get("IncludeGlobalServiceEvents", True),
            is_multi_region_trail=properties.get("IsMultiRegionTrail", False),
            enable_log_file_validation=properties.get("EnableLogFileValidation", False),
            is_organization_trail=properties.get("IsOrganizationTrail", False),
            **_destinations(properties),
        )
        self._log(place, resource.physical_resource_id, properties)
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        self._backend(place).delete_trail(resource.physical_resource_id)

    def _log(self, place: Place, name: str, properties: Properties) -> None:
        backend = self._backend(place)
        (backend.start_logging if properties["IsLogging"] else backend.stop_logging)(name)

    def _backend(self, place: Place) -> Any:
        return cloudtrail_backends[place.account][place.region]


def _destinations(properties: Properties) -> dict[str, Any]:
    return {
        "s3_key_prefix": properties.get("S3KeyPrefix"),
        "sns_topic_name": properties.get("SnsTopicName"),
        "cw_log_group_arn": properties.get("CloudWatchLogsLogGroupArn"),
        "cw_role_arn": properties.get("CloudWatchLogsRoleArn"),
        "kms_key_id": properties.get("KMSKeyId"),
    }
