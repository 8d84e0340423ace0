"""The order in which a template's resources are created: every resource after what it refers to."""

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import Any

from .refusal import Refusal

_REFERENCE = re.compile(r"\$\{([^!{}.]+)(?:\.[^{}]*)?\}")


def creation_order(resources: dict[str, Any]) -> list[str]:
    """Logical ids, dependencies first, in the template's order where that is free."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for logical_id, entry in resources.items():
        depends = entry.get("DependsOn", [])
        named = set([depends] if isinstance(depends, str) else depends)
        missing = named - resources.keys()
        if missing:
            raise Refusal(f"Template format error: Unresolved resource dependencies {sorted(missing)} in the Resources block")
        sorter.add(logical_id, *(named | (references(entry.get("Properties", {})) & resources.keys())))
    try:
        return list(sorter.static_order())
    except CycleError as cycle:
        raise Refusal(f"Circular dependency between resources: {cycle.args[1]}") from cycle


def references(value: Any) -> set[str]:
    """Every logical id or parameter that a piece of a template names."""
    return set(_references(value))


def imports(value: Any) -> Iterator[Any]:
    """The arguments of every `Fn::ImportValue`, unresolved."""
    if isinstance(value, dict):
        if "Fn::ImportValue" in value:
            yield value["Fn::ImportValue"]
        for member in value.values():
            yield from imports(member)
    elif isinstance(value, list):
        for member in value:
            yield from imports(member)


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for member in value:
            yield from _references(member)
    if not isinstance(value, dict):
        return
    for key, member in value.items():
        if key == "Ref" and isinstance(member, str):
            yield member
        elif key == "Fn::GetAtt":
            yield member.split(".")[0] if isinstance(member, str) else member[0]
        elif key == "Fn::Sub":
            text, given = (member, {}) if isinstance(member, str) else (member[0], member[1])
            yield from (name for name in _REFERENCE.findall(text) if name not in given)
            yield from _references(given)
        else:
            yield from _references(member)
