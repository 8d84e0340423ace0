"""AWS Budgets."""

from typing import Any

from moto.budgets.models import budgets_backends

from ..resource import Created, Model, Place, Properties, Resource, model


@model("AWS::Budgets::Budget")
class Budget(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        name = properties["Budget"].get("BudgetName") or place.name(100)
        notifications = properties.get("NotificationsWithSubscribers", [])
        self._backend(place).create_budget(place.account, {**properties["Budget"], "BudgetName": name}, notifications)
        return name, {"Id": name}

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        self._backend(place).budgets[place.account][resource.physical_resource_id].budget.update(properties["Budget"])
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        self._backend(place).delete_budget(place.account, resource.physical_resource_id)

    def _backend(self, place: Place) -> Any:
        return budgets_backends[place.account]["aws"]
