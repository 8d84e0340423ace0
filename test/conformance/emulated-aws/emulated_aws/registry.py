"""What CloudFormation's registry says about a resource type: its properties, its attributes, what replaces it.

The schemas are the ones that cfn-lint ships (https://github.com/aws-cloudformation/cfn-lint, `data/schemas`), which
are AWS's own registry schemas by region.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import cfnlint
from jsonschema import Draft201909Validator
from jsonschema.validators import extend

from .refusal import Refusal

_SCHEMAS = Path(cfnlint.__file__).parent / "data" / "schemas"
_SECTIONS = ("definitions", "properties", "required", "additionalProperties", "oneOf", "anyOf", "allOf")

Json = Any


@cache
def schema_of(type_name: str, region: str) -> dict[str, Json]:
    """The registry schema of a type in a region; a type that is not offered there is refused."""
    identity = _types_of(region).get(type_name)
    if identity is None:
        raise Refusal(f"Template format error: Unrecognized resource types: [{type_name}] in {region}")
    return json.loads((_SCHEMAS / "resources" / f"{identity}.json").read_text())


def validate(logical_id: str, properties: dict[str, Json], schema: dict[str, Json]) -> None:
    """Refuses what CloudFormation refuses before it calls a service: names, types, enums, required properties."""
    given = coerce(properties, schema, schema)
    problems = [
        f"#/{'/'.join(map(str, error.path))}: {error.message}"
        for error in _Validator(_checked_part(schema)).iter_errors(given)
    ]
    written = [name for name in attribute_names(schema) if name in properties]
    problems += [f"#/{name}: is read-only" for name in written]
    if problems:
        raise Refusal(f"Properties validation failed for resource {logical_id} with message: " + "; ".join(problems)[:1500])


def attribute_names(schema: dict[str, Json]) -> list[str]:
    """What `Fn::GetAtt` may name, with dots between levels."""
    return [_path(pointer) for pointer in schema.get("readOnlyProperties") or []]


def replaces(schema: dict[str, Json], before: dict[str, Json], after: dict[str, Json], conditional: bool) -> list[str]:
    """The create-only properties that differ: a change to one of them replaces the resource.

    `conditional` counts those that replace it in some cases alone.
    """
    sometimes = schema.get("conditionalCreateOnlyProperties") or [] if conditional else []
    paths = [_path(pointer) for pointer in [*(schema.get("createOnlyProperties") or []), *sometimes]]
    return [path for path in paths if _at(before, path) != _at(after, path)]


def coerce(value: Json, schema: Json, root: dict[str, Json]) -> Json:
    """CloudFormation reads "true" as true and 5 as "5" where the schema asks for it."""
    node = _resolved(schema, root)
    wanted = node.get("type")
    if isinstance(value, dict):
        members = node.get("properties") or {}
        return {key: coerce(member, members.get(key, {}), root) for key, member in value.items()}
    if isinstance(value, list):
        return [coerce(member, node.get("items", {}), root) for member in value]
    if wanted == "string" and isinstance(value, bool):
        return str(value).lower()
    if wanted == "string" and isinstance(value, (int, float)):
        return str(value)
    if wanted in ("integer", "number") and isinstance(value, str) and re.fullmatch(r"-?\d+", value):
        return int(value)
    if wanted == "boolean" and value in ("true", "false"):
        return value == "true"
    return value


@cache
def _types_of(region: str) -> dict[str, str]:
    path = _SCHEMAS / "providers" / f"{region}.json"
    if not path.exists():
        raise Refusal(f"the registry knows no region {region}")
    return json.loads(path.read_text())


def _checked_part(schema: dict[str, Json]) -> dict[str, Json]:
    return {key: schema[key] for key in _SECTIONS if key in schema}


def _resolved(schema: Json, root: dict[str, Json]) -> dict[str, Json]:
    node = schema if isinstance(schema, dict) else {}
    while "$ref" in node:
        target: Json = root
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def _path(pointer: str) -> str:
    return pointer.removeprefix("/properties/").replace("/properties/", "/").replace("/", ".")


def _at(value: Json, path: str) -> Json:
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _pattern(validator: Json, pattern: str, instance: Json, schema: Json) -> Json:
    """Registry patterns are Java's: one that Python cannot read checks nothing."""
    try:
        if isinstance(instance, str) and not re.search(pattern, instance):
            yield from Draft201909Validator.VALIDATORS["pattern"](validator, pattern, instance, schema)
    except re.error:
        return


_Validator = extend(Draft201909Validator, {"pattern": _pattern})
