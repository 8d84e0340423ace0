"""`POST /emulator/existing`: a network and buckets that were there before, under the ids that an environment file names.

Body: `{ account, region, vpc: { id, cidr }, subnets: [{ id, cidr, zone }], buckets: [name] }`; `vpc` may be null.
"""

from contextlib import contextmanager
from typing import Any

from moto.ec2.models import ec2_backends, subnets, vpcs
from moto.ec2.models.availability_zones_and_regions import RegionsAndZonesBackend
from moto.s3.models import s3_backends

PATH = "/emulator/existing"


def create(wanted: dict[str, Any]) -> None:
    """Creates what is described; what exists under its id is left alone."""
    account, region = wanted["account"], wanted["region"]
    backend = ec2_backends[account][region]
    vpc = wanted.get("vpc")
    if vpc is not None and vpc["id"] not in backend.vpcs:
        with _named(vpcs, "random_vpc_id", vpc["id"]):
            backend.create_vpc(vpc["cidr"])
        zones = {zone.zone_id: zone.name for zone in RegionsAndZonesBackend.zones[region]}
        for subnet in wanted["subnets"]:
            with _named(subnets, "random_subnet_id", subnet["id"]):
                backend.create_subnet(vpc["id"], subnet["cidr"], availability_zone=zones[subnet["zone"]])
    store = s3_backends[account]["aws"]
    for name in wanted.get("buckets", []):
        if name not in store.buckets:
            store.create_bucket(name, region)


@contextmanager
def _named(module: Any, function: str, identity: str) -> Any:
    """moto makes up ids; while this lasts it makes up the given one."""
    made_up = getattr(module, function)
    setattr(module, function, lambda: identity)
    try:
        yield
    finally:
        setattr(module, function, made_up)
