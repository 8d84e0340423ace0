"""A resource as CloudFormation sees it, and the table of models that create, change and delete one."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .refusal import Refusal
from .registry import attribute_names, schema_of

Properties = dict[str, Any]
Created = tuple[str, dict[str, Any]]
"""The physical id, and the attributes that `Fn::GetAtt` gives."""


@dataclass(frozen=True)
class Place:
    """Where a resource is made, and by which entry of which stack."""

    account: str
    region: str
    stack_name: str
    stack_id: str
    logical_id: str

    def name(self, limit: int = 255) -> str:
        """A name as CloudFormation makes one when the template gives none."""
        end = f"-{self.logical_id}-{unique(12)}"
        return self.stack_name[: limit - len(end)] + end if len(end) < limit else end[-limit:].lstrip("-")

    def arn(self, service: str, resource: str) -> str:
        return f"arn:aws:{service}:{self.region}:{self.account}:{resource}"


class Model:
    """How one resource type behaves. What a model does not override, the type cannot do here, and says so."""

    type_name = ""

    def create(self, place: Place, properties: Properties) -> Created:
        raise NotImplementedError

    def update(self, place: Place, resource: "Resource", properties: Properties) -> dict[str, Any]:
        """Changes it in place and returns the attributes that differ afterwards."""
        changed = sorted(k for k in {*resource.properties, *properties} if resource.properties.get(k) != properties.get(k))
        raise Refusal(f"the emulator cannot change {', '.join(changed)} of {self.type_name} in place")

    def replaces_in_doubt(self, properties: Properties) -> bool:
        """Whether a change to a property that replaces in some cases does so here."""
        return True

    def delete(self, place: Place, resource: "Resource") -> None:
        raise Refusal(f"the emulator cannot delete {self.type_name}")


@dataclass
class Resource:
    """A created resource. Its member names are the ones that moto's template functions look for."""

    place: Place
    cf_resource_type: str
    physical_resource_id: str
    properties: Properties
    attributes: dict[str, Any] = field(default_factory=dict)

    @property
    def logical_resource_id(self) -> str:
        return self.place.logical_id

    @property
    def type(self) -> str:
        return self.cf_resource_type

    def get_cfn_attribute(self, name: str) -> Any:
        if name in self.attributes:
            return self.attributes[name]
        schema = schema_of(self.cf_resource_type, self.place.region)
        if name in self.properties:
            return self.properties[name]
        if name in attribute_names(schema):
            raise Refusal(f"the emulator does not model the attribute {name} of {self.cf_resource_type}")
        raise Refusal(f"Template error: resource {self.logical_resource_id} does not support attribute type {name} in Fn::GetAtt")

    def is_created(self) -> bool:
        return True


MODELS: dict[str, Model] = {}


def model(type_name: str) -> Callable[[type[Model]], type[Model]]:
    """Registers a model class for a resource type."""

    def register(cls: type[Model]) -> type[Model]:
        instance = cls()
        instance.type_name = type_name
        MODELS[type_name] = instance
        return cls

    return register


def model_of(type_name: str) -> Model:
    found = MODELS.get(type_name)
    if found is None:
        raise Refusal(f"the emulator has no model for {type_name}; a type that nobody models is never skipped")
    return found


def unique(length: int) -> str:
    return uuid.uuid4().hex[:length]


def tags_of(properties: Properties) -> dict[str, str]:
    """Tags as a map, whichever of CloudFormation's two notations the type uses."""
    tags = properties.get("Tags") or {}
    return dict(tags) if isinstance(tags, dict) else {tag["Key"]: str(tag["Value"]) for tag in tags}


def camel(value: Any) -> Any:
    """Property names as the newer service APIs spell them: `MinSize` becomes `minSize`. Map keys of labels stay."""
    if isinstance(value, dict):
        return {key[:1].lower() + key[1:]: camel(member) for key, member in value.items()}
    return [camel(member) for member in value] if isinstance(value, list) else value
