"""Systems Manager documents and parameters."""

import json
from typing import Any

from moto.ssm.models import ssm_backends

from ..native import Native
from ..resource import Created, Model, Place, Properties, Resource, model


@model("AWS::SSM::Document")
class Document(Model):
    def create(self, place: Place, properties: Properties) -> Created:
        name = properties.get("Name") or place.name(128)
        self._backend(place).create_document(
            content=_content(properties),
            requires=properties.get("Requires", []),
            attachments=properties.get("Attachments", []),
            name=name,
            version_name=properties.get("VersionName"),
            document_type=properties.get("DocumentType", "Command"),
            document_format=properties.get("DocumentFormat", "JSON"),
            target_type=properties.get("TargetType"),
            tags=properties.get("Tags", []),
        )
        return name, {}

    def replaces_in_doubt(self, properties: Properties) -> bool:
        return properties.get("UpdateMethod", "Replace") == "Replace"

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        if properties["Content"] != resource.properties["Content"]:
            self._backend(place).update_document(
                content=_content(properties),
                attachments=properties.get("Attachments", []),
                name=resource.physical_resource_id,
                version_name=properties.get("VersionName"),
                document_version="$LATEST",
                document_format=properties.get("DocumentFormat", "JSON"),
                target_type=properties.get("TargetType"),
            )
        return {}

    def delete(self, place: Place, resource: Resource) -> None:
        self._backend(place).delete_document(resource.physical_resource_id, None, None, False)

    def _backend(self, place: Place) -> Any:
        return ssm_backends[place.account][place.region]


@model("AWS::SSM::Parameter")
class Parameter(Native):
    """moto's parameter, which must be named."""

    def create(self, place: Place, properties: Properties) -> Created:
        return super().create(place, {"Name": place.name(), **properties})

    def update(self, place: Place, resource: Resource, properties: Properties) -> dict[str, Any]:
        return super().update(place, resource, {"Name": resource.physical_resource_id, **properties})


def _content(properties: Properties) -> str:
    content = properties["Content"]
    return content if isinstance(content, str) else json.dumps(content)
