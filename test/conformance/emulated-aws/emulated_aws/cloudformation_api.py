"""What moto's CloudFormation API lacks for the CDK CLI.

Termination protection, change sets told apart by their stack, and templates uploaded to a loopback address.
"""

from typing import Any

from moto.cloudformation import models, responses, utils
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult, BaseResponse, EmptyResult

from .refusal import ChangeSetNotFound, Refusal
from .stacks import change_set_of

_from_localhost = utils.get_stack_from_s3_url
_call = BaseResponse.call_action


def install() -> None:
    """Adds them, and answers 400 instead of 500 where moto has no action, so that no client retries for a minute."""
    CloudFormationResponse.update_termination_protection = _update_termination_protection  # type: ignore[attr-defined]
    CloudFormationResponse.describe_change_set = _describe_change_set  # type: ignore[method-assign]
    CloudFormationResponse.delete_change_set = _delete_change_set  # type: ignore[method-assign]
    for module in (models, responses, utils):
        module.get_stack_from_s3_url = _from_loopback  # type: ignore[attr-defined]
    BaseResponse.call_action = _call_or_refuse  # type: ignore[method-assign]


def _update_termination_protection(self: CloudFormationResponse) -> ActionResult:
    stack = self.cloudformation_backend.get_stack(self._get_param("StackName"))
    stack.enable_termination_protection = bool(self._get_param("EnableTerminationProtection"))
    return ActionResult({"StackId": stack.stack_id})


def _describe_change_set(self: CloudFormationResponse) -> ActionResult:
    return ActionResult(change_set_of(self.cloudformation_backend, *_named(self)))


def _delete_change_set(self: CloudFormationResponse) -> ActionResult:
    backend = self.cloudformation_backend
    try:
        del backend.change_sets[change_set_of(backend, *_named(self)).change_set_id]
    except ChangeSetNotFound:
        return EmptyResult()  # deleting what is gone succeeds
    return EmptyResult()


def _named(response: CloudFormationResponse) -> tuple[str, str | None]:
    return response._get_param("ChangeSetName"), response._get_param("StackName")


def _from_loopback(template_url: str, account_id: str, partition: str) -> str:
    """moto takes uploaded templates from `localhost`; the SDK writes addresses path-style for IP numbers alone."""
    return _from_localhost(template_url.replace("//127.0.0.1", "//localhost", 1), account_id, partition)


def _call_or_refuse(self: BaseResponse) -> Any:
    try:
        return _call(self)
    except NotImplementedError as missing:
        status, headers, body = self.serialized(ActionResult(Refusal(f"the emulator: {missing}")))
        return status, headers, body
