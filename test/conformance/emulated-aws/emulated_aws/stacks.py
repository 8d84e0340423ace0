"""Stacks: creation, update, rollback and deletion, with exports and termination protection.

moto's own CloudFormation ignores what it does not know, forgets the exports of a stack that came from a change set,
never replaces a resource, and does not act on termination protection. This module takes its place and keeps moto's
storage of stacks, events and change sets, so that every CloudFormation API call still answers.
"""

import copy
import threading
from typing import Any

from moto.cloudformation import parsing
from moto.cloudformation.models import ChangeSet, CloudFormationBackend, Event, Stack
from moto.cloudformation.parsing import ResourceMap, clean_json

from .order import creation_order, imports
from .refusal import ChangeSetNotFound, Refusal
from .registry import replaces, schema_of, validate
from .resource import Place, Resource, model_of

KEPT = ("Retain", "RetainExceptOnCreate", "Snapshot")
_one_at_a_time = threading.RLock()


def install() -> None:
    """Puts this module in the place of moto's execution of stacks."""
    CloudFormationBackend.execute_change_set = _execute_change_set  # type: ignore[method-assign]
    CloudFormationBackend.update_stack = _update_stack  # type: ignore[method-assign]
    CloudFormationBackend.delete_stack = _delete_stack  # type: ignore[method-assign]
    CloudFormationBackend.create_stack = _create_stack  # type: ignore[method-assign]
    Stack.stack_resources = property(lambda self: list(resources_of(self).values()))  # type: ignore[assignment]
    parsing.parse_and_create_resource = _never  # type: ignore[assignment]
    ResourceMap.validate_outputs = lambda self: None  # type: ignore[method-assign]  # `_apply` resolves them all


def resources_of(stack: Stack) -> dict[str, Resource]:
    """What a stack has created, by logical id."""
    parsed = stack.resource_map._parsed_resources
    return {name: value for name, value in parsed.items() if isinstance(value, Resource)}


def _never(logical_id: str, *_: Any, **__: Any) -> None:
    """moto creates a resource whenever something first asks for it; here only `_settle` does."""
    return None


def change_set_of(backend: CloudFormationBackend, name: str, stack_name: str | None) -> ChangeSet:
    """A change set by its name and stack: the CDK CLI gives the same name to the change set of every stack."""
    newest_first = reversed(list(backend.change_sets.values()))
    for found in newest_first:
        named = found.change_set_name == name and stack_name in (None, found.stack_name, found.stack_id)
        if named or found.change_set_id == name:
            return found
    raise ChangeSetNotFound(name)


def _execute_change_set(self: CloudFormationBackend, change_set_name: str, stack_name: str | None = None) -> None:
    change_set = change_set_of(self, change_set_name, stack_name)
    stack = self.stacks[change_set.stack_id]
    _deploy(self, stack, change_set.template, change_set.parameters, change_set.change_set_type)
    change_set.execution_status = "EXECUTE_COMPLETE"


def _create_stack(self: CloudFormationBackend, name: str, template: str, parameters: dict[str, Any], **given: Any) -> Stack:
    raise Refusal("the emulator creates stacks through change sets alone, as the CDK CLI does")


def _update_stack(
    self: CloudFormationBackend, name: str, template: str, role_arn: str | None, parameters: list[Any], tags: Any
) -> Stack:
    raise Refusal("the emulator updates stacks through change sets alone, as the CDK CLI does")


def _deploy(backend: CloudFormationBackend, stack: Stack, template: str, parameters: dict[str, Any], kind: str) -> None:
    """Creates or updates a stack; a refusal becomes a failed event and a status that says so."""
    with _one_at_a_time:
        stack.status = f"{kind}_IN_PROGRESS"
        stack._add_stack_event(stack.status, resource_status_reason="User Initiated")
        before = dict(resources_of(stack))
        exported = [export.name for export in stack.exports] if kind == "UPDATE" else []
        try:
            _apply(backend, stack, template, parameters)
            _publish(backend, stack, exported)
        except Exception as problem:  # noqa: BLE001 - whatever a backend raises fails the stack, as it does in AWS
            _fail(backend, stack, kind, before, problem)
            return
        stack.status = f"{kind}_COMPLETE"
        stack._add_stack_event(stack.status)


def _apply(backend: CloudFormationBackend, stack: Stack, template: str, parameters: dict[str, Any]) -> None:
    known = stack.resource_map
    old_order = creation_order(known._resource_json_map)
    wanted = stack.parse_template(template)
    parameters = _as_given(stack, parameters)
    stack.template, stack.template_dict, stack.parameters = template, wanted, parameters
    known._template, known._resource_json_map = wanted, wanted["Resources"]
    known.input_parameters, known.cross_stack_resources = parameters, backend.exports
    known.load()
    superseded: list[Resource] = []
    for logical_id in creation_order(wanted["Resources"]):
        entry = wanted["Resources"][logical_id]
        if entry.get("Condition") and not known.lazy_condition_map[entry["Condition"]]:
            known._parsed_resources[logical_id] = None
            continue
        superseded += _settle(stack, logical_id, entry)
    for logical_id in reversed(old_order):
        resource = known._parsed_resources.get(logical_id)
        if logical_id not in wanted["Resources"] and isinstance(resource, Resource):
            _remove(stack, resource)
            del known._parsed_resources[logical_id]
    for resource in reversed(superseded):
        _remove(stack, resource)
    stack.description = wanted.get("Description")
    stack.output_map = stack._create_output_map()
    _ = stack.outputs  # an output that cannot be resolved fails the stack


def _as_given(stack: Stack, parameters: dict[str, Any]) -> dict[str, Any]:
    """moto resolves a previous value before it gets here; the name of an SSM parameter must stay a name."""
    resolved = stack.resource_map.resolved_parameters
    unchanged = [name for name, value in parameters.items() if name in resolved and resolved[name] == value]
    given = {name: value for name, value in parameters.items() if name not in unchanged}
    return {**{name: stack.parameters[name] for name in unchanged if name in stack.parameters}, **given}


def _settle(stack: Stack, logical_id: str, entry: dict[str, Any]) -> list[Resource]:
    """Brings one resource to what the template says; returns what it supersedes."""
    known: ResourceMap = stack.resource_map
    place = Place(stack.account_id, stack.region_name, stack.name, stack.stack_id, logical_id)
    try:
        schema = schema_of(entry["Type"], stack.region_name)
        model = model_of(entry["Type"])
        properties = _without_none(clean_json(entry.get("Properties", {}), known))
        validate(logical_id, properties, schema)
        present = known._parsed_resources.get(logical_id)
        if isinstance(present, Resource) and present.cf_resource_type == entry["Type"]:
            if present.properties == properties:
                return []
            replacing = replaces(schema, present.properties, properties, model.replaces_in_doubt(properties))
            if not replacing:
                present.attributes.update(model.update(place, present, copy.deepcopy(properties)))
                present.properties = properties
                _event(stack, present, "UPDATE_COMPLETE")
                return []
            reason = f"Requested update requires the creation of a new physical resource: {', '.join(replacing)} changed"
            _event(stack, present, "UPDATE_IN_PROGRESS", reason)
        physical_id, attributes = model.create(place, copy.deepcopy(properties))
        made = Resource(place, entry["Type"], physical_id, properties, attributes)
        known._parsed_resources[logical_id] = made
        _event(stack, made, "CREATE_COMPLETE")
        return [present] if isinstance(present, Resource) else []
    except Exception as problem:  # noqa: BLE001 - the event names the resource, whatever was raised
        failed = Resource(place, entry["Type"], "", {})
        _event(stack, failed, "CREATE_FAILED", _message(problem))
        raise


def _publish(backend: CloudFormationBackend, stack: Stack, before: list[str]) -> None:
    """Makes the stack's exports known, unless that takes away or takes over a name in use."""
    now = {export.name: export for export in stack.exports}
    for name in set(before) - now.keys():
        users = _importers(backend, stack, name)
        if users:
            raise Refusal(f"Export {name} cannot be deleted as it is in use by {', '.join(users)}")
        backend.exports.pop(name, None)
    for name, export in now.items():
        owner = backend.exports.get(name)
        if owner is not None and owner.exporting_stack_id != stack.stack_id:
            raise Refusal(f"Export with name {name} is already exported by stack {owner.exporting_stack_id}")
        backend.exports[name] = export


def _fail(backend: CloudFormationBackend, stack: Stack, kind: str, before: dict[str, Resource], problem: Exception) -> None:
    stack.status = "ROLLBACK_IN_PROGRESS" if kind == "CREATE" else "UPDATE_ROLLBACK_IN_PROGRESS"
    stack._add_stack_event(stack.status, resource_status_reason=_message(problem))
    if kind == "UPDATE":
        stack.status = "UPDATE_ROLLBACK_FAILED"  # what was changed stays changed: the emulator cannot go back
    else:
        for resource in reversed(list(resources_of(stack).values())):
            if resource not in before.values():
                _remove(stack, resource)
                del stack.resource_map._parsed_resources[resource.logical_resource_id]
        stack.status = "ROLLBACK_COMPLETE"
    stack._add_stack_event(stack.status, resource_status_reason=_message(problem))


def _delete_stack(self: CloudFormationBackend, name_or_stack_id: str) -> None:
    with _one_at_a_time:
        found = [s for s in self.stacks.values() if name_or_stack_id in (s.name, s.stack_id)]
        if not found:
            return
        stack = found[0]
        if stack.enable_termination_protection:
            raise Refusal(f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled")
        for export in stack.exports:
            users = _importers(self, stack, export.name)
            if users:
                raise Refusal(f"Export {export.name} cannot be deleted as it is in use by {', '.join(users)}")
        exported = [export.name for export in stack.exports]
        stack.status = "DELETE_IN_PROGRESS"
        stack._add_stack_event(stack.status, resource_status_reason="User Initiated")
        order = creation_order(stack.resource_map._resource_json_map)
        created = resources_of(stack)
        for logical_id in reversed(order):
            if logical_id not in created:
                continue
            try:
                _remove(stack, created[logical_id])
            except Exception as problem:  # noqa: BLE001 - a backend's refusal is a DELETE_FAILED stack
                stack.status = "DELETE_FAILED"
                _event(stack, created[logical_id], "DELETE_FAILED", _message(problem))
                stack._add_stack_event(stack.status, resource_status_reason=_message(problem))
                return
        for name in exported:
            self.exports.pop(name, None)
        stack.status = "DELETE_COMPLETE"
        stack._add_stack_event(stack.status)
        self.deleted_stacks[stack.stack_id] = self.stacks.pop(stack.stack_id)


def _remove(stack: Stack, resource: Resource) -> None:
    entry = stack.resource_map._resource_json_map.get(resource.logical_resource_id, {})
    if entry.get("DeletionPolicy") in KEPT:
        _event(stack, resource, "DELETE_SKIPPED")
        return
    model_of(resource.cf_resource_type).delete(resource.place, resource)
    _event(stack, resource, "DELETE_COMPLETE")


def _importers(backend: CloudFormationBackend, exporter: Stack, name: str) -> list[str]:
    others = [stack for stack in backend.stacks.values() if stack is not exporter and stack.template_dict]
    return [
        other.name
        for other in others
        if any(clean_json(wanted, other.resource_map) == name for wanted in imports(other.template_dict.get("Resources", {})))
    ]


def _without_none(value: Any) -> Any:
    """`AWS::NoValue` leaves nothing behind, in lists as in maps."""
    if isinstance(value, dict):
        return {key: _without_none(member) for key, member in value.items() if member is not None}
    return [_without_none(member) for member in value if member is not None] if isinstance(value, list) else value


def _message(problem: Exception) -> str:
    text = getattr(problem, "message", None) or getattr(problem, "description", None) or str(problem)
    return str(text) if isinstance(problem, Refusal) else f"{type(problem).__name__}: {text}"


def _event(stack: Stack, resource: Resource, status: str, reason: str | None = None) -> None:
    stack.events.append(
        Event(
            stack_id=stack.stack_id,
            stack_name=stack.name,
            logical_resource_id=resource.logical_resource_id,
            physical_resource_id=resource.physical_resource_id,
            resource_type=resource.cf_resource_type,
            resource_status=status,
            resource_status_reason=reason,
            resource_properties=None,
        )
    )
