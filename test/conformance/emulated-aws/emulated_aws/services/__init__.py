"""Models of resource types by service; importing this package registers all of them."""

from . import budgets, cloudtrail, ec2, efs, eks, fsx, iam, kms, logs, messaging, network, scheduler, ssm, storage  # noqa: F401
