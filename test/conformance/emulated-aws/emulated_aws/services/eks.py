"""EKS: cluster, managed node groups, add-ons, access entries, pod identities."""

from typing import Any

from moto.eks.models import eks_backends

from ..refusal import Refusal
from ..resource import Created, Model, Place, Properties, Resource, camel, model, tags_of, unique
from .network import ec2

VPC_FIELDS = {
    "SubnetIds": "subnetIds",
    "SecurityGroupIds": "securityGroupIds",
    "EndpointPublicAccess": "endpointPublicAccess",
    "EndpointPrivateAccess": "endpointPrivateAccess",
    "PublicAccessCidrs": "publicAccessCidrs",
}
LOG_TYPES = ("api", "audit", "authenticator", "controllerManager", "scheduler")


def eks(place: Place) -> Any:
    return eks_backends[place.account][place.region]


@model("AWS::EKS::Cluster")
class Cluster(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        name = properties.get("Name") or place.name(100)
        subnets = [ec2(place).get_subnet(identity) for identity in properties["ResourcesVpcConfig"]["SubnetIds"]]
        if len({subnet.availability_zone for subnet in subnets}) < 2:
            raise Refusal("Subnets specified must be in at least two different AZs")
        group = ec2(place).create_security_group(f"eks-cluster-sg-{name}-{unique(8)}", "EKS created", subnets[0].vpc_id)
        cluster = eks(place).create_cluster(
            name=name,
            role_arn=properties["RoleArn"],
            version=str(properties["Version"]) if "Version" in properties else None,
            resources_vpc_config={**_vpc(properties), "clusterSecurityGroupId": group.id, "vpcId": subnets[0].vpc_id},
            kubernetes_network_config=camel(properties.get("KubernetesNetworkConfig")),
            logging=_logging(properties),
            tags=tags_of(properties),
            encryption_config=camel(properties.get("EncryptionConfig", [])),
        )
        cluster.access_config = camel(properties.get("AccessConfig", {}))
        cluster.upgrade_policy = camel(properties.get("UpgradePolicy", {}))
        cluster.zonal_shift_config = camel(properties.get("ZonalShiftConfig", {}))
        cluster.deletion_protection = bool(properties.get("DeletionProtection", False))
        cluster.addons, cluster.access_entries, cluster.pod_identities = {}, {}, {}
        keys = [entry["Provider"]["KeyArn"] for entry in properties.get("EncryptionConfig", [])]
        return name, {
            "Arn": cluster.arn,
            "Id": unique(12),
            "Endpoint": cluster.endpoint,
            "CertificateAuthorityData": cluster.certificate_authority["data"],
            "ClusterSecurityGroupId": group.id,
            "EncryptionConfigKeyArn": keys[0] if keys else "",
            "OpenIdConnectIssuerUrl": cluster.identity["oidc"]["issuer"],
        }

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        cluster = eks(place).describe_cluster(resource.physical_resource_id)
        cluster.version = str(properties.get("Version", cluster.version))
        cluster.resources_vpc_config.update(_vpc(properties))
        cluster.logging = _logging(properties) or cluster.logging
        cluster.tags = tags_of(properties)
        cluster.access_config = camel(properties.get("AccessConfig", {}))
        cluster.deletion_protection = bool(properties.get("DeletionProtection", False))
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        cluster = eks(place).describe_cluster(resource.physical_resource_id)
        if cluster.deletion_protection:
            raise Refusal(f"Cluster {cluster.name} cannot be deleted while deletion protection is enabled")
        eks(place).delete_cluster(cluster.name)
        ec2(place).delete_security_group(group_id=resource.attributes["ClusterSecurityGroupId"])


@model("AWS::EKS::Nodegroup")
class Nodegroup(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        name = properties.get("NodegroupName") or f"{place.logical_id}-{unique(12)}"[-63:]
        _refuse_what_eks_refuses(place, properties)
        for identity in properties["Subnets"]:
            ec2(place).get_subnet(identity)
        group = eks(place).create_nodegroup(
            cluster_name=properties["ClusterName"],
            node_role=properties["NodeRole"],
            nodegroup_name=name,
            subnets=properties["Subnets"],
            scaling_config=_scaling(properties),
            disk_size=properties.get("DiskSize"),
            instance_types=properties.get("InstanceTypes"),
            ami_type=properties.get("AmiType"),
            labels=dict(properties.get("Labels", {})),
            taints=camel(properties.get("Taints", [])),
            tags=dict(properties.get("Tags", {})),
            launch_template=camel(properties.get("LaunchTemplate")),
            capacity_type=properties.get("CapacityType"),
            version=properties.get("Version") or eks(place).describe_cluster(properties["ClusterName"]).version,
            release_version=properties.get("ReleaseVersion"),
        )
        group.update_config = camel(properties.get("UpdateConfig"))
        group.node_repair_config = camel(properties.get("NodeRepairConfig"))
        identity = f"{properties['ClusterName']}/{name}"
        return identity, {"Arn": group.arn, "Id": identity, "NodegroupName": name}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        _refuse_what_eks_refuses(place, properties)
        group = eks(place).describe_nodegroup(properties["ClusterName"], resource.attributes["NodegroupName"])
        group.scaling_config = _scaling(properties)
        group.labels, group.tags = dict(properties.get("Labels", {})), dict(properties.get("Tags", {}))
        group.taints = camel(properties.get("Taints", []))
        group.launch_template = camel(properties.get("LaunchTemplate"))
        group.update_config = camel(properties.get("UpdateConfig"))
        group.node_repair_config = camel(properties.get("NodeRepairConfig"))
        group.version = properties.get("Version", group.version)
        group.release_version = properties.get("ReleaseVersion", group.release_version)
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        eks(place).delete_nodegroup(resource.properties["ClusterName"], resource.attributes["NodegroupName"])


class _OfCluster(Model):
    """Something that EKS keeps with a cluster, which moto does not know: stored with the cluster, not run."""

    shelf = ""

    def key(self, properties: Properties) -> str:
        raise NotImplementedError

    def identity(self, place: Place, properties: Properties) -> Created:
        raise NotImplementedError

    def create(self, place: Place, properties: Properties) -> Created:
        shelf = self._shelf(place, properties)
        if self.key(properties) in shelf:
            raise Refusal(f"{self.type_name} {self.key(properties)} already exists on {properties['ClusterName']}")
        physical_id, attributes = self.identity(place, properties)
        shelf[self.key(properties)] = {**properties, **attributes}
        return physical_id, attributes

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        self._shelf(place, properties)[self.key(properties)] = {**properties, **resource.attributes}
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        del self._shelf(place, resource.properties)[self.key(resource.properties)]

    def _shelf(self, place: Place, properties: Properties) -> dict[str, Any]:
        return getattr(eks(place).describe_cluster(properties["ClusterName"]), self.shelf)


@model("AWS::EKS::Addon")
class Addon(_OfCluster):
    shelf = "addons"

    def key(self, properties: Properties) -> str:
        return properties["AddonName"]

    def identity(self, place: Place, properties: Properties) -> Created:
        cluster, name = properties["ClusterName"], properties["AddonName"]
        return f"{cluster}|{name}", {"Arn": place.arn("eks", f"addon/{cluster}/{name}/{unique(8)}")}


@model("AWS::EKS::AccessEntry")
class AccessEntry(_OfCluster):
    shelf = "access_entries"

    def key(self, properties: Properties) -> str:
        return properties["PrincipalArn"]

    def identity(self, place: Place, properties: Properties) -> Created:
        cluster, principal = properties["ClusterName"], properties["PrincipalArn"]
        arn = place.arn("eks", f"access-entry/{cluster}/{principal.rsplit(':', 1)[-1]}/{unique(8)}")
        return f"{principal}|{cluster}", {"AccessEntryArn": arn}


@model("AWS::EKS::PodIdentityAssociation")
class PodIdentityAssociation(_OfCluster):
    shelf = "pod_identities"

    def key(self, properties: Properties) -> str:
        return f"{properties['Namespace']}/{properties['ServiceAccount']}"

    def identity(self, place: Place, properties: Properties) -> Created:
        association = f"a-{unique(17)}"
        arn = place.arn("eks", f"podidentityassociation/{properties['ClusterName']}/{association}")
        return arn, {"AssociationArn": arn, "AssociationId": association}


def _refuse_what_eks_refuses(place: Place, properties: Properties) -> None:
    """https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html and the CreateNodegroup API reference."""
    scaling = _scaling(properties)
    if not scaling["minSize"] <= scaling["desiredSize"] <= scaling["maxSize"] or scaling["maxSize"] < 1:
        raise Refusal(f"Invalid scaling config {scaling}: minSize <= desiredSize <= maxSize, maxSize at least 1")
    update = properties.get("UpdateConfig", {})
    if "MaxUnavailable" in update and "MaxUnavailablePercentage" in update:
        raise Refusal("maxUnavailable and maxUnavailablePercentage are mutually exclusive")
    reference = properties.get("LaunchTemplate")
    if reference is None:
        return
    template = ec2(place).get_launch_template(reference["Id"])
    data = template.get_version(reference.get("Version", "$Default")).data
    market = data.get("InstanceMarketOptions", {}).get("MarketType")
    refused = [name for name in ("IamInstanceProfile", "InstanceInitiatedShutdownBehavior", "HibernationOptions") if name in data]
    refused += ["InstanceType in both"] if data.get("InstanceType") and properties.get("InstanceTypes") else []
    refused += ["ImageId beside AmiType"] if data.get("ImageId") and properties.get("AmiType", "CUSTOM") != "CUSTOM" else []
    refused += ["SubnetId"] if any("SubnetId" in nic for nic in data.get("NetworkInterfaces", [])) else []
    refused += ["spot market options"] if market == "spot" else []
    if (market == "capacity-block") != (properties.get("CapacityType") == "CAPACITY_BLOCK"):
        refused.append(f"market type {market} with capacity type {properties.get('CapacityType')}")
    if refused:
        raise Refusal(f"Launch template of {place.logical_id} has what a managed node group does not take: {', '.join(refused)}")


def _scaling(properties: Properties) -> dict[str, int]:
    given = {key: int(value) for key, value in camel(properties.get("ScalingConfig", {})).items()}
    return {"minSize": 1, "maxSize": 2, "desiredSize": 2, **given}


def _vpc(properties: Properties) -> dict[str, Any]:
    given = properties["ResourcesVpcConfig"]
    defaults = {"endpointPublicAccess": True, "endpointPrivateAccess": False}
    return {**defaults, **{api: given[name] for name, api in VPC_FIELDS.items() if name in given}}


def _logging(properties: Properties) -> dict[str, Any] | None:
    given = properties.get("Logging", {}).get("ClusterLogging", {}).get("EnabledTypes")
    if given is None:
        return None
    enabled = [entry["Type"] for entry in given]
    disabled = [name for name in LOG_TYPES if name not in enabled]
    both = [{"types": enabled, "enabled": True}, {"types": disabled, "enabled": False}]
    return {"clusterLogging": [entry for entry in both if entry["types"]]}
