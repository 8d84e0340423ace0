"""EFS file systems and mount targets."""

from typing import Any

from moto.efs.models import efs_backends

from ..resource import Created, Model, Place, Properties, Resource, model


def efs(place: Place) -> Any:
    return efs_backends[place.account][place.region]


@model("AWS::EFS::FileSystem")
class FileSystem(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        made = efs(place).create_file_system(
            creation_token=place.name(64),
            performance_mode=properties.get("PerformanceMode", "generalPurpose"),
            encrypted=properties.get("Encrypted", False),
            kms_key_id=properties.get("KmsKeyId"),
            throughput_mode=properties.get("ThroughputMode", "bursting"),
            provisioned_throughput_in_mibps=properties.get("ProvisionedThroughputInMibps", 0),
            availability_zone_name=properties.get("AvailabilityZoneName"),
            backup=properties.get("BackupPolicy", {}).get("Status") == "ENABLED",
            tags=properties.get("FileSystemTags", []),
        )
        self._settle(place, made.file_system_id, properties)
        return made.file_system_id, {"Arn": made.file_system_arn, "FileSystemId": made.file_system_id}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        file_system = efs(place).file_systems_by_id[resource.physical_resource_id]
        file_system.throughput_mode = properties.get("ThroughputMode", "bursting")
        file_system.provisioned_throughput_in_mibps = properties.get("ProvisionedThroughputInMibps", 0)
        self._settle(place, resource.physical_resource_id, properties)
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        efs(place).delete_file_system(resource.physical_resource_id)

    def _settle(self, place: Place, identity: str, properties: Properties) -> None:
        efs(place).put_lifecycle_configuration(identity, properties.get("LifecyclePolicies", []))
        if "FileSystemPolicy" in properties:
            efs(place).put_file_system_policy(identity, properties["FileSystemPolicy"], False)


@model("AWS::EFS::MountTarget")
class MountTarget(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        made = efs(place).create_mount_target(
            properties["FileSystemId"],
            properties["SubnetId"],
            properties.get("IpAddress"),
            properties["SecurityGroups"],
        )
        return made.mount_target_id, {"Id": made.mount_target_id, "IpAddress": made.ip_address}

    def delete(self, place: Place, resource: Resource) -> None:
        efs(place).delete_mount_target(resource.physical_resource_id)


@model("AWS::EFS::AccessPoint")
class AccessPoint(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        made = efs(place).create_access_point(
            properties.get("ClientToken") or place.name(64),
            properties.get("AccessPointTags", []),
            properties["FileSystemId"],
            properties.get("PosixUser", {}),
            properties.get("RootDirectory", {}),
        )
        return made.access_point_id, {"Arn": made.access_point_arn, "AccessPointId": made.access_point_id}

    def delete(self, place: Place, resource: Resource) -> None:
        efs(place).delete_access_point(resource.physical_resource_id)
