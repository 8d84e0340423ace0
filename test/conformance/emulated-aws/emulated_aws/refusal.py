"""The errors of the emulator's CloudFormation."""

from moto.cloudformation.exceptions import CloudFormationError, ValidationError


class Refusal(ValidationError):
    """What AWS, or the emulator where it has no answer, refuses; the message ends up in the stack's events."""

    def __init__(self, message: str):
        super().__init__(message=message)


class ChangeSetNotFound(CloudFormationError):
    code = "ChangeSetNotFound"

    def __init__(self, name: str):
        super().__init__(f"ChangeSet [{name}] does not exist")
