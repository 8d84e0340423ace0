"""Policies of queues and topics, and subscriptions."""

import json
from typing import Any

from moto.sns.models import sns_backends
from moto.sqs.models import sqs_backends

from ..resource import Created, Model, Place, Properties, Resource, model, unique


@model("AWS::SQS::QueuePolicy")
class QueuePolicy(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        self._set(place, properties, json.dumps(properties["PolicyDocument"]))
        identity = unique(12)
        return identity, {"Id": identity}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        self._set(place, properties, json.dumps(properties["PolicyDocument"]))
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        self._set(place, resource.properties, "")

    def _set(self, place: Place, properties: Properties, policy: str) -> None:
        for url in properties["Queues"]:
            sqs_backends[place.account][place.region].set_queue_attributes(url.rsplit("/", 1)[-1], {"Policy": policy})


@model("AWS::SNS::TopicPolicy")
class TopicPolicy(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        self._set(place, properties, properties["PolicyDocument"])
        identity = unique(12)
        return identity, {"Id": identity}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        self._set(place, properties, properties["PolicyDocument"])
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        self._set(place, resource.properties, {})

    def _set(self, place: Place, properties: Properties, policy: dict[str, Any]) -> None:
        for arn in properties["Topics"]:
            sns_backends[place.account][place.region].set_topic_attribute(arn, "_policy_json", policy)


@model("AWS::SNS::Subscription")
class Subscription(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        made = sns_backends[place.account][place.region].subscribe(
            properties["TopicArn"], properties["Endpoint"], properties["Protocol"]
        )
        return made.arn, {"Arn": made.arn}

    def delete(self, place: Place, resource: Resource) -> None:
        sns_backends[place.account][place.region].unsubscribe(resource.physical_resource_id)
