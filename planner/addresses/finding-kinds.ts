import { efaAcrossSubnets } from "../../checks/rules/interfaces/efa-across-subnets.ts";
import { clusterZones } from "../../checks/rules/network/cluster-zones.ts";
import { rangeReserved } from "../../checks/rules/network/range-reserved.ts";
import { rangeTooSmall } from "../../checks/rules/network/range-too-small.ts";
import type { FindingKind } from "../../spec/finding.ts";

const sizing = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html";
const requirements = "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html";

export const networkTooSmall: FindingKind = {
  code: "network-too-small",
  severity: "error",
  title: "The address range of a network holds every subnet that its nodes need.",
  source: "https://github.com/dstackai/dstack/issues/1804",
};

export const podsInFurtherRange: FindingKind = {
  code: "pods-in-further-range",
  severity: "info",
  title: "Pods take addresses of a further range where the network's own has no room for them.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/cni-subnet-selection.html",
};

export const tooManyRanges: FindingKind = {
  code: "too-many-network-ranges",
  severity: "warning",
  title: "A VPC has no more address ranges than its quota allows.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
};

export const noFreeRange: FindingKind = {
  code: "no-free-network-range",
  severity: "error",
  title: "A private address range is left over for the network.",
  source: sizing,
};

export const subnetZoneUnknown: FindingKind = {
  code: "subnet-zone-unknown",
  severity: "info",
  title: "The zones of existing subnets are known, so that they can be checked.",
  source: requirements,
};

export const subnetSizeUnknown: FindingKind = {
  code: "subnet-size-unknown",
  severity: "info",
  title: "The address ranges of existing subnets are known, so that they can be checked.",
  source: requirements,
};

export const subnetMissingInZone: FindingKind = {
  code: "subnet-missing-in-zone",
  severity: "error",
  title: "An existing network has a private subnet in every zone that nodes start in.",
  source: requirements,
};

export const subnetsAllPublic: FindingKind = {
  code: "subnets-all-public",
  severity: "error",
  title: "Nodes stand in private subnets.",
  source: "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3533",
};

export const subnetRoleMissing: FindingKind = {
  code: "subnet-role-missing",
  severity: "error",
  title: "An existing network has a subnet for everything that stands alone in one.",
  source: "https://learn.microsoft.com/azure/azure-netapp-files/azure-netapp-files-delegate-subnet",
};

/** Kinds that a check of a template reports too: one code for one problem, wherever it is seen. */
export { clusterZones, efaAcrossSubnets, rangeReserved, rangeTooSmall };

export const addressFindingKinds: readonly FindingKind[] = [
  networkTooSmall,
  podsInFurtherRange,
  tooManyRanges,
  noFreeRange,
  subnetZoneUnknown,
  subnetSizeUnknown,
  subnetMissingInZone,
  subnetsAllPublic,
  subnetRoleMissing,
];
