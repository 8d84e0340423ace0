"""EventBridge Scheduler: groups and schedules."""

from typing import Any

from moto.scheduler.models import scheduler_backends

from ..resource import Created, Model, Place, Properties, Resource, model


def scheduler(place: Place) -> Any:
    return scheduler_backends[place.account][place.region]


@model("AWS::Scheduler::ScheduleGroup")
class ScheduleGroup(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        name = properties.get("Name") or place.name(64)
        group = scheduler(place).create_schedule_group(name, properties.get("Tags", []))
        return name, {"Arn": group.arn}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        scheduler(place).delete_schedule_group(resource.physical_resource_id)


@model("AWS::Scheduler::Schedule")
class Schedule(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        name = properties.get("Name") or place.name(64)
        scheduler(place).get_schedule_group(properties.get("GroupName"))
        made = scheduler(place).create_schedule(
            **_arguments(name, properties), action_after_completion=properties.get("ActionAfterCompletion")
        )
        return name, {"Arn": made.arn}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        scheduler(place).update_schedule(**_arguments(resource.physical_resource_id, properties))
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        scheduler(place).delete_schedule(resource.properties.get("GroupName"), resource.physical_resource_id)


def _arguments(name: str, properties: Properties) -> dict[str, Any]:
    return {
        "name": name,
        "group_name": properties.get("GroupName"),
        "description": properties.get("Description"),
        "start_date": properties.get("StartDate"),
        "end_date": properties.get("EndDate"),
        "flexible_time_window": properties["FlexibleTimeWindow"],
        "kms_key_arn": properties.get("KmsKeyArn"),
        "schedule_expression": properties["ScheduleExpression"],
        "schedule_expression_timezone": properties.get("ScheduleExpressionTimezone", "UTC"),
        "state": properties.get("State", "ENABLED"),
        "target": properties["Target"],
    }
