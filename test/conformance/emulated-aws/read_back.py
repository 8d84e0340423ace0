"""`python read_back.py REGION ENVIRONMENT`: what the AWS API says exists, as JSON in the API's own words.

The endpoint and the credentials come from the usual AWS variables.
"""

import json
import sys
from typing import Any

import boto3

region, environment = sys.argv[1:3]


def client(service: str) -> Any:
    return boto3.client(service, region_name=region)


def pages(service: Any, operation: str, key: str, **arguments: Any) -> list[Any]:
    """All pages of a list call."""
    return [item for page in service.get_paginator(operation).paginate(**arguments) for item in page[key]]


def node_group(eks: Any, ec2: Any, name: str) -> dict[str, Any]:
    """A node group with the launch template version that it uses."""
    found = eks.describe_nodegroup(clusterName=environment, nodegroupName=name)["nodegroup"]
    reference = found.get("launchTemplate")
    if reference is None:
        return {**found, "launchTemplateData": None}
    version = reference.get("version", "$Default")
    versions = ec2.describe_launch_template_versions(LaunchTemplateId=reference["id"], Versions=[version])
    return {**found, "launchTemplateData": versions["LaunchTemplateVersions"][0]["LaunchTemplateData"]}


def cluster(eks: Any, ec2: Any) -> dict[str, Any] | None:
    """The cluster with its node groups and what stands beside them; nothing once it is destroyed."""
    if environment not in pages(eks, "list_clusters", "clusters"):
        return None
    addons = pages(eks, "list_addons", "addons", clusterName=environment)
    return {
        "cluster": eks.describe_cluster(name=environment)["cluster"],
        "nodeGroups": [node_group(eks, ec2, name) for name in pages(eks, "list_nodegroups", "nodegroups", clusterName=environment)],
        "addons": [eks.describe_addon(clusterName=environment, addonName=name)["addon"] for name in addons],
        "accessEntries": pages(eks, "list_access_entries", "accessEntries", clusterName=environment),
    }


stacks = [s for s in pages(client("cloudformation"), "describe_stacks", "Stacks") if s["StackName"] in [f"{environment}-{layer}" for layer in ("data", "storage", "cluster")]]
answer = {
    "stacks": {stack["StackName"]: stack["StackStatus"] for stack in stacks},
    "kubernetes": cluster(client("eks"), client("ec2")),
    "subnets": pages(client("ec2"), "describe_subnets", "Subnets"),
    "fsx": pages(client("fsx"), "describe_file_systems", "FileSystems"),
    "efs": pages(client("efs"), "describe_file_systems", "FileSystems"),
    "buckets": [bucket["Name"] for bucket in client("s3").list_buckets()["Buckets"]],
    "schedules": pages(client("scheduler"), "list_schedules", "Schedules"),
}
print(json.dumps(answer, default=str))
