"""EC2 networking: VPC, subnets by zone id, gateways, routes, endpoints, flow logs."""

import json
from typing import Any

from moto.ec2.models import ec2_backends
from moto.ec2.models.availability_zones_and_regions import RegionsAndZonesBackend

from ..refusal import Refusal
from ..resource import Created, Model, Place, Properties, Resource, model, tags_of, unique


def ec2(place: Place) -> Any:
    return ec2_backends[place.account][place.region]


def tag(place: Place, physical_id: str, properties: Properties) -> None:
    """Gives an EC2 resource the template's tags and CloudFormation's own."""
    own = {"aws:cloudformation:stack-name": place.stack_name, "aws:cloudformation:logical-id": place.logical_id}
    ec2(place).create_tags([physical_id], {**tags_of(properties), **own})


class Tagged(Model):
    """An EC2 resource of which only the tags change in place."""

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        rest = {k: v for k, v in properties.items() if k != "Tags"}
        if rest != {k: v for k, v in resource.properties.items() if k != "Tags"}:
            return super().update(place, resource, properties)
        ec2(place).delete_tags([resource.physical_resource_id], tags_of(resource.properties))
        tag(place, resource.physical_resource_id, properties)
        return {}


@model("AWS::EC2::VPC")
class Vpc(Tagged):
    def create(self, place: Place, properties: Properties) -> Created:
        vpc = ec2(place).create_vpc(properties["CidrBlock"], properties.get("InstanceTenancy", "default"))
        for attribute, value in (
            ("enable_dns_support", properties.get("EnableDnsSupport", True)),
            ("enable_dns_hostnames", properties.get("EnableDnsHostnames", False)),
        ):
            ec2(place).modify_vpc_attribute(vpc.id, attribute, value)
        tag(place, vpc.id, properties)
        default = next(g for g in ec2(place).groups[vpc.id].values() if g.name == "default")
        return vpc.id, {"VpcId": vpc.id, "CidrBlock": vpc.cidr_block, "DefaultSecurityGroup": default.id}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).delete_vpc(resource.physical_resource_id)


@model("AWS::EC2::VPCCidrBlock")
class VpcCidrBlock(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        made = ec2(place).associate_vpc_cidr_block(properties["VpcId"], properties["CidrBlock"], False)
        return made["association_id"], {"Id": made["association_id"]}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).disassociate_vpc_cidr_block(resource.physical_resource_id)


@model("AWS::EC2::Subnet")
class Subnet(Tagged):
    def create(self, place: Place, properties: Properties) -> Created:
        zone = _zone(place, properties)
        subnet = ec2(place).create_subnet(properties["VpcId"], properties["CidrBlock"], availability_zone=zone.name)
        public = str(properties.get("MapPublicIpOnLaunch", False)).lower() == "true"
        ec2(place).modify_subnet_attribute(subnet.id, "map_public_ip_on_launch", public)
        tag(place, subnet.id, properties)
        return subnet.id, {
            "SubnetId": subnet.id,
            "VpcId": properties["VpcId"],
            "AvailabilityZone": zone.name,
            "AvailabilityZoneId": zone.zone_id,
        }

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).delete_subnet(resource.physical_resource_id)


@model("AWS::EC2::InternetGateway")
class InternetGateway(Tagged):
    def create(self, place: Place, properties: Properties) -> Created:
        gateway = ec2(place).create_internet_gateway()
        tag(place, gateway.id, properties)
        return gateway.id, {"InternetGatewayId": gateway.id}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).delete_internet_gateway(resource.physical_resource_id)


@model("AWS::EC2::VPCGatewayAttachment")
class VpcGatewayAttachment(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        ec2(place).attach_internet_gateway(properties["InternetGatewayId"], properties["VpcId"])
        return f"IGW|{properties['VpcId']}", {}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).detach_internet_gateway(resource.properties["InternetGatewayId"], resource.properties["VpcId"])


@model("AWS::EC2::RouteTable")
class RouteTable(Tagged):
    def create(self, place: Place, properties: Properties) -> Created:
        table = ec2(place).create_route_table(properties["VpcId"])
        tag(place, table.id, properties)
        return table.id, {"RouteTableId": table.id}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).delete_route_table(resource.physical_resource_id)


@model("AWS::EC2::SubnetRouteTableAssociation")
class SubnetRouteTableAssociation(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        made = ec2(place).associate_route_table(properties["RouteTableId"], subnet_id=properties["SubnetId"])
        return made, {"Id": made}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).disassociate_route_table(resource.physical_resource_id)


@model("AWS::EC2::Route")
class Route(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        destination = properties["DestinationCidrBlock"]
        ec2(place).create_route(
            properties["RouteTableId"],
            destination,
            gateway_id=properties.get("GatewayId"),
            nat_gateway_id=properties.get("NatGatewayId"),
        )
        return f"{properties['RouteTableId']}|{destination}", {}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).delete_route(resource.properties["RouteTableId"], resource.properties["DestinationCidrBlock"])


@model("AWS::EC2::EIP")
class ElasticAddress(Tagged):
    def create(self, place: Place, properties: Properties) -> Created:
        address = ec2(place).allocate_address(properties.get("Domain", "vpc"))
        tag(place, address.allocation_id, properties)
        return address.public_ip, {"AllocationId": address.allocation_id, "PublicIp": address.public_ip}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).release_address(allocation_id=resource.attributes["AllocationId"])


@model("AWS::EC2::NatGateway")
class NatGateway(Tagged):
    def create(self, place: Place, properties: Properties) -> Created:
        ec2(place).get_subnet(properties["SubnetId"])
        kind = properties.get("ConnectivityType", "public")
        gateway = ec2(place).create_nat_gateway(properties["SubnetId"], properties.get("AllocationId"), connectivity_type=kind)
        tag(place, gateway.id, properties)
        return gateway.id, {"NatGatewayId": gateway.id}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).delete_nat_gateway(resource.physical_resource_id)


@model("AWS::EC2::VPCEndpoint")
class VpcEndpoint(Tagged):
    def create(self, place: Place, properties: Properties) -> Created:
        policy = properties.get("PolicyDocument")
        endpoint = ec2(place).create_vpc_endpoint(
            properties["VpcId"],
            properties["ServiceName"],
            properties.get("VpcEndpointType", "Gateway"),
            json.dumps(policy) if isinstance(policy, dict) else policy,
            properties.get("RouteTableIds", []),
            subnet_ids=properties.get("SubnetIds", []),
            security_group_ids=properties.get("SecurityGroupIds", []),
            private_dns_enabled=properties.get("PrivateDnsEnabled"),
        )
        tag(place, endpoint.id, properties)
        return endpoint.id, {"Id": endpoint.id}

    def delete(self, place: Place, resource: Resource) -> None:
        ec2(place).delete_vpc_endpoints([resource.physical_resource_id])


@model("AWS::EC2::FlowLog")
class FlowLog(Tagged):
    """Kept beside moto's backend, which looks up a delivery role even where the destination is a bucket."""

    def create(self, place: Place, properties: Properties) -> Created:
        ec2(place).get_vpc(properties["ResourceId"])
        made = f"fl-{unique(17)}"
        return made, {"Id": made}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        return None


def _zone(place: Place, properties: Properties) -> Any:
    wanted = properties.get("AvailabilityZoneId") or properties.get("AvailabilityZone")
    for zone in RegionsAndZonesBackend.zones[place.region]:
        if wanted in (zone.zone_id, zone.name):
            return zone
    raise Refusal(f"Value ({wanted}) for parameter availabilityZone is invalid in {place.region}")
