"""The parts of the EKS API that moto lacks: add-ons, access entries and pod identities, read-only."""

from typing import Any

from moto.core.responses import ActionResult
from moto.eks import urls
from moto.eks.exceptions import ResourceNotFoundException
from moto.eks.responses import EKSResponse

from .resource import camel, tags_of

PATHS = ("addons", "addons/(?P<addonName>[^/]+)", "access-entries", "access-entries/(?P<principalArn>.+)", "pod-identity-associations")


def install() -> None:
    """Adds the routes and their actions to moto's EKS."""
    for path in PATHS:
        urls.url_paths[f"{{0}}/clusters/(?P<name>[^/]+)/{path}$"] = urls.response.dispatch
    for action in (list_addons, describe_addon, list_access_entries, describe_access_entry, list_pod_identity_associations):
        setattr(EKSResponse, action.__name__, action)


def list_addons(self: EKSResponse) -> ActionResult:
    return ActionResult({"addons": sorted(_cluster(self).addons)})


def describe_addon(self: EKSResponse) -> ActionResult:
    addon = _api(_found(_cluster(self).addons, self._get_param("addonName")))
    return ActionResult({"addon": {**addon, "addonArn": addon["arn"], "status": "ACTIVE"}})


def list_access_entries(self: EKSResponse) -> ActionResult:
    return ActionResult({"accessEntries": sorted(_cluster(self).access_entries)})


def describe_access_entry(self: EKSResponse) -> ActionResult:
    entry = _api(_found(_cluster(self).access_entries, self._get_param("principalArn")))
    return ActionResult({"accessEntry": {**entry, "kubernetesGroups": entry.get("kubernetesGroups", [])}})


def list_pod_identity_associations(self: EKSResponse) -> ActionResult:
    return ActionResult({"associations": [_api(entry) for entry in _cluster(self).pod_identities.values()]})


def _cluster(response: EKSResponse) -> Any:
    return response.eks_backend.describe_cluster(response._get_param("name"))


def _api(entry: dict[str, Any]) -> dict[str, Any]:
    """A stored resource in the API's spelling, where tags are a map."""
    return {**camel(entry), "tags": tags_of(entry)}


def _found(shelf: dict[str, Any], key: str) -> dict[str, Any]:
    if key not in shelf:
        raise ResourceNotFoundException(message=f"No {key} found.")
    return shelf[key]
