import type { FindingKind } from "../../spec/finding.ts";

export const noCommonZone: FindingKind = {
  code: "no-common-zone",
  severity: "warning",
  title: "The pools of an environment are offered together in some zone.",
  source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html",
};

export const zoneUnknown: FindingKind = {
  code: "zone-unknown",
  severity: "warning",
  title: "A zone of an environment is one in which the catalog knows machines.",
  source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html",
};

export const machineZonesUnknown: FindingKind = {
  code: "machine-zones-unknown",
  severity: "warning",
  title: "The zones in which a machine is offered are known.",
  source: "https://github.com/awslabs/awsome-distributed-ai/issues/204",
};

export const zoneWithoutControlPlane: FindingKind = {
  code: "zone-without-control-plane",
  severity: "warning",
  title: "A zone that pools are held to takes the control plane's interfaces.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
};

export const zoneFindingKinds: readonly FindingKind[] = [
  noCommonZone,
  zoneUnknown,
  machineZonesUnknown,
  zoneWithoutControlPlane,
];
