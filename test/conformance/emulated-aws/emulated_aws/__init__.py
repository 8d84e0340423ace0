"""An AWS on loopback for `cdk deploy`: moto's server, with a stricter CloudFormation in front of its backends."""
