"""`python change_set.py REGION STACK TEMPLATE_FILE [TEMPLATE_FILE …]`: creates a stack, updates it with each further template.

Prints JSON: the stack's last status, the reasons of failed events, and its resources' physical ids after each template.
"""

import json
import sys
from pathlib import Path
from typing import Any

import boto3

region, stack, *templates = sys.argv[1:]
cloudformation = boto3.client("cloudformation", region_name=region)


def deploy(template: str, kind: str) -> dict[str, Any]:
    name = f"change-{kind.lower()}"
    body = Path(template).read_text()
    cloudformation.create_change_set(StackName=stack, ChangeSetName=name, ChangeSetType=kind, TemplateBody=body)
    cloudformation.execute_change_set(StackName=stack, ChangeSetName=name)
    cloudformation.delete_change_set(StackName=stack, ChangeSetName=name)
    events = cloudformation.describe_stack_events(StackName=stack)["StackEvents"]
    resources = cloudformation.describe_stack_resources(StackName=stack)["StackResources"]
    return {
        "status": cloudformation.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"],
        "failures": [e["ResourceStatusReason"] for e in events if e["ResourceStatus"].endswith("_FAILED")],
        "resources": {r["LogicalResourceId"]: r["PhysicalResourceId"] for r in resources},
    }


print(json.dumps([deploy(template, "UPDATE" if index else "CREATE") for index, template in enumerate(templates)]))
