"""EC2 security groups, launch templates and placement groups."""

from typing import Any

from moto.core.types import Base64EncodedString
from moto.ec2.utils import convert_tag_spec

from ..refusal import Refusal
from ..resource import Created, Model, Place, Properties, Resource, model, unique
from .network import Tagged, ec2, tag

ANY = {"ip_protocol": "-1", "from_port": None, "to_port": None}


@model("AWS::EC2::SecurityGroup")
class SecurityGroup(Tagged):
    def create(self, place: Place, properties: Properties) -> Created:
        name = properties.get("GroupName") or place.name()
        group = ec2(place).create_security_group(name, properties["GroupDescription"], properties.get("VpcId"))
        tag(place, group.id, properties)
        if properties.get("SecurityGroupEgress"):  # the rule that allows everything stands only where none is given
            ec2(place).revoke_security_group_egress(group.id, **ANY, ip_ranges=[{"CidrIp": "0.0.0.0/0"}])
        for rule in properties.get("SecurityGroupIngress", []):
            _allow(place, "ingress", group.id, rule)
        for rule in properties.get("SecurityGroupEgress", []):
            _allow(place, "egress", group.id, rule)
        return group.id, {"GroupId": group.id, "Id": group.id}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).delete_security_group(group_id=resource.physical_resource_id)


class _Rule(Model):
    direction = ""

    def create(self, place: Place, properties: Properties) -> Created:
        _allow(place, self.direction, properties["GroupId"], properties)
        made = f"sgr-{unique(17)}"
        return made, {"Id": made}

    def delete(self, place: Place, resource: Resource) -> None:
        revoke = getattr(ec2(place), f"revoke_security_group_{self.direction}")
        revoke(resource.properties["GroupId"], **_rule(resource.properties))


@model("AWS::EC2::SecurityGroupIngress")
class SecurityGroupIngress(_Rule):
    direction = "ingress"


@model("AWS::EC2::SecurityGroupEgress")
class SecurityGroupEgress(_Rule):
    direction = "egress"


@model("AWS::EC2::LaunchTemplate")
class LaunchTemplate(Model):
    """Every update is a new version; `DescribeLaunchTemplateVersions` returns the interfaces as they were given."""

    def create(self, place: Place, properties: Properties) -> Created:
        name = properties.get("LaunchTemplateName") or place.name(128)
        tags = convert_tag_spec(properties.get("TagSpecifications", []), tag_key="Tags")
        made = ec2(place).create_launch_template(name, properties.get("VersionDescription"), _data(place, properties), tags)
        return made.id, _versions(made)

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        template = ec2(place).get_launch_template(resource.physical_resource_id)
        if properties["LaunchTemplateData"] != resource.properties["LaunchTemplateData"]:
            template.create_version(_data(place, properties), properties.get("VersionDescription"))
        return _versions(template)

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).delete_launch_template("", resource.physical_resource_id)


@model("AWS::EC2::PlacementGroup")
class PlacementGroup(Model):
    """moto has no placement groups: the name and the properties are kept with the stack."""

    def create(self, place: Place, properties: Properties) -> Created:
        name = place.name()
        return name, {"GroupName": name, "GroupId": f"pg-{unique(17)}"}

    def delete(self, place: Place, resource: Resource) -> None:
        return None


def _data(place: Place, properties: Properties) -> dict[str, Any]:
    """Launch template data as EC2 stores it, after the refusals that EC2 itself makes."""
    data = dict(properties["LaunchTemplateData"])
    interfaces = data.get("NetworkInterfaces", [])
    if interfaces and (data.get("SecurityGroupIds") or data.get("SecurityGroups")):
        raise Refusal("Network interfaces and an instance-level security groups may not be specified on the same request")
    seen = [(nic.get("NetworkCardIndex", 0), nic.get("DeviceIndex")) for nic in interfaces]
    if len(seen) != len(set(seen)):
        raise Refusal(f"Each network interface requires a unique device index on its network card: {seen}")
    if len(interfaces) > 1 and any("AssociatePublicIpAddress" in nic for nic in interfaces):
        raise Refusal("The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces")
    for nic in interfaces:
        for group in nic.get("Groups", []):
            if ec2(place).get_security_group_from_id(group) is None:
                raise Refusal(f"The security group '{group}' does not exist")
    if data.get("UserData") is not None:
        data["UserData"] = Base64EncodedString(data["UserData"])
    return data


def _versions(template: Any) -> dict[str, Any]:
    return {
        "LaunchTemplateId": template.id,
        "DefaultVersionNumber": str(template.default_version_number),
        "LatestVersionNumber": str(template.latest_version_number),
    }


def _allow(place: Place, direction: str, group_id: str, properties: Properties) -> None:
    getattr(ec2(place), f"authorize_security_group_{direction}")(group_id, **_rule(properties))


def _rule(properties: Properties) -> dict[str, Any]:
    peer = properties.get("SourceSecurityGroupId") or properties.get("DestinationSecurityGroupId")
    prefix = properties.get("SourcePrefixListId") or properties.get("DestinationPrefixListId")
    cidr, cidr6 = properties.get("CidrIp"), properties.get("CidrIpv6")
    ranges = [{"CidrIp": cidr}] if cidr else [{"CidrIpv6": cidr6}] if cidr6 else []
    return {
        "ip_protocol": str(properties["IpProtocol"]),
        "from_port": properties.get("FromPort"),
        "to_port": properties.get("ToPort"),
        "ip_ranges": ranges,
        "source_groups": [{"GroupId": peer}] if peer else [],
        "prefix_list_ids": [{"PrefixListId": prefix}] if prefix else [],
    }
