import type { FindingKind } from "../../spec/finding.ts";

const blocks = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-blocks.html";

export const capacityFallsShort: FindingKind = {
  code: "capacity-falls-short",
  severity: "error",
  title: "The purchase options of a pool hold all its nodes.",
  source: "https://github.com/eksctl-io/eksctl/issues/7949",
};

export const capacityUnused: FindingKind = {
  code: "capacity-unused",
  severity: "warning",
  title: "Capacity that is paid for is used.",
  source: blocks,
};

export const poolAcrossZones: FindingKind = {
  code: "pool-across-zones",
  severity: "warning",
  title: "The purchase options of a pool that works as one are in one zone.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa.html",
};

export const startsAfterExpiry: FindingKind = {
  code: "starts-after-expiry",
  severity: "warning",
  title: "Bought capacity begins before the environment's lifetime ends.",
  source: blocks,
};

export const placementIgnored: FindingKind = {
  code: "placement-ignored",
  severity: "warning",
  title: "A placement group is asked for only where the way of buying allows one.",
  source: "https://github.com/terraform-aws-modules/terraform-aws-eks/pull/3730",
};

export const purchaseFindingKinds: readonly FindingKind[] = [
  capacityFallsShort,
  capacityUnused,
  poolAcrossZones,
  startsAfterExpiry,
  placementIgnored,
];
