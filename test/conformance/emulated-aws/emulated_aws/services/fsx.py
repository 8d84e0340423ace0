"""FSx file systems and data repository associations."""

from typing import Any

from moto.fsx.models import fsx_backends

from ..refusal import Refusal
from ..resource import Created, Model, Place, Properties, Resource, model, unique
from .network import ec2

CONFIGURATIONS = {
    "LUSTRE": ("LustreConfiguration", "lustre_configuration"),
    "OPENZFS": ("OpenZFSConfiguration", "open_zfs_configuration"),
}


def fsx(place: Place) -> Any:
    return fsx_backends[place.account][place.region]


@model("AWS::FSx::FileSystem")
class FileSystem(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        kind = properties["FileSystemType"]
        if kind not in CONFIGURATIONS:
            raise Refusal(f"the emulator has no file systems of type {kind}")
        _refuse_what_fsx_refuses(place, properties)
        given, argument = CONFIGURATIONS[kind]
        configurations = {member: None for member in ("windows_configuration", "ontap_configuration")}
        configurations |= {member: None for _, member in CONFIGURATIONS.values()}
        configurations[argument] = dict(properties.get(given, {}))
        mount_name = unique(8)
        if kind == "LUSTRE":
            configurations[argument]["MountName"] = mount_name
        made = fsx(place).create_file_system(
            client_request_token=unique(32),
            file_system_type=kind,
            storage_capacity=int(properties.get("StorageCapacity", 0)),
            storage_type=properties.get("StorageType", "SSD"),
            subnet_ids=properties["SubnetIds"],
            security_group_ids=properties.get("SecurityGroupIds", []),
            tags=properties.get("Tags"),
            kms_key_id=properties.get("KmsKeyId"),
            file_system_type_version=properties.get("FileSystemTypeVersion"),
            **configurations,
        )
        attributes = {"Id": made.file_system_id, "DNSName": made.dns_name, "ResourceARN": made.resource_arn}
        attributes |= {"LustreMountName": mount_name} if kind == "LUSTRE" else {"RootVolumeId": f"fsvol-{unique(17)}"}
        return made.file_system_id, attributes

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        _refuse_what_fsx_refuses(place, properties)
        before, after = int(resource.properties.get("StorageCapacity", 0)), int(properties.get("StorageCapacity", 0))
        if after < before:
            raise Refusal(f"StorageCapacity cannot shrink from {before} to {after} GiB")
        given, argument = CONFIGURATIONS[properties["FileSystemType"]]
        made = fsx(place).file_systems[resource.physical_resource_id]
        made.storage_capacity = after
        getattr(made, argument).update(properties.get(given, {}))
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        fsx(place).delete_file_system(resource.physical_resource_id, unique(32), None, None, None)


@model("AWS::FSx::DataRepositoryAssociation")
class DataRepositoryAssociation(Model):
    """Checked against its file system and kept with the stack: moto moves no data between S3 and Lustre."""

    def create(self, place: Place, properties: Properties) -> Created:
        file_system = fsx(place).file_systems.get(properties["FileSystemId"])
        if file_system is None:
            raise Refusal(f"File system {properties['FileSystemId']} does not exist")
        if file_system.lustre_configuration.get("DeploymentType") == "SCRATCH_1":
            raise Refusal("Data repository associations are not supported on SCRATCH_1")
        identity = f"dra-{unique(17)}"
        return identity, {"AssociationId": identity, "ResourceARN": place.arn("fsx", f"association/{identity}")}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        return None


def _refuse_what_fsx_refuses(place: Place, properties: Properties) -> None:
    """https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html, `StorageCapacity`."""
    for identity in properties["SubnetIds"]:
        ec2(place).get_subnet(identity)
    for identity in properties.get("SecurityGroupIds", []):
        if ec2(place).get_security_group_from_id(identity) is None:
            raise Refusal(f"Security group {identity} does not exist")
    lustre = properties.get("LustreConfiguration", {})
    size = int(properties.get("StorageCapacity", 0))
    by_capacity = properties.get("StorageType", "SSD") == "SSD" and lustre.get("DeploymentType") in ("SCRATCH_2", "PERSISTENT_2")
    if by_capacity and size != 1200 and (size < 2400 or size % 2400):
        raise Refusal(f"StorageCapacity {size} GiB: a Lustre file system on SSD has 1200 GiB or a multiple of 2400 GiB")
    if lustre.get("EfaEnabled") and lustre.get("DeploymentType") != "PERSISTENT_2":
        raise Refusal("EfaEnabled is supported with the deployment type PERSISTENT_2 alone")
