import { machineFactsMissing } from "../../checks/rules/machines/machine-facts-missing.ts";
import { machineUnknown } from "../../checks/rules/machines/machine-unknown.ts";
import type { FindingKind } from "../../spec/finding.ts";
import { poolWithoutMachine } from "../../spec/references/pool-machine.ts";
import { fabricFindingKinds } from "../fabric/finding-kinds.ts";
import { purchaseFindingKinds } from "../purchase/finding-kinds.ts";
import { systemPoolFindingKinds } from "../system-pools/finding-kinds.ts";
import { zoneFindingKinds } from "../zones/finding-kinds.ts";

/** Kinds that reading a file or checking a template reports too: one code for one problem, wherever it is seen. */
export { machineFactsMissing, machineUnknown, poolWithoutMachine };

export const acceleratorUnknown: FindingKind = {
  code: "accelerator-unknown",
  severity: "error",
  title: "The accelerator of a pool is in the catalog.",
  source: "https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html",
};

export const noMachineSuits: FindingKind = {
  code: "no-machine-suits",
  severity: "error",
  title: "Some machine with the accelerator suits the pool's region, zones, size and purchase options.",
  source: "https://github.com/awslabs/awsome-distributed-ai/issues/204",
};

export const acceleratorsPerNodeDiffer: FindingKind = {
  code: "accelerators-per-node-differ",
  severity: "error",
  title: "A named machine has as many accelerators as the pool says.",
  source: "https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html",
};

export const noDriverImage: FindingKind = {
  code: "no-driver-image",
  severity: "warning",
  title: "Some image of the cloud has a driver for the accelerator.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/ml-eks-optimized-ami.html",
};

export const workloadsWithoutPool: FindingKind = {
  code: "workloads-without-pool",
  severity: "error",
  title: "Steps that want accelerators have a pool to run on.",
  source: "docs/environment-file.md",
};

export const regionUnknown: FindingKind = {
  code: "region-unknown",
  severity: "error",
  title: "The region of an environment is in the catalog.",
  source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html",
};

export const lifetimeOver: FindingKind = {
  code: "lifetime-over",
  severity: "error",
  title: "The lifetime of an environment has not ended.",
  source: "docs/environment-file.md",
};

export const poolFindingKinds: readonly FindingKind[] = [
  acceleratorUnknown,
  noMachineSuits,
  acceleratorsPerNodeDiffer,
  noDriverImage,
  workloadsWithoutPool,
  regionUnknown,
  lifetimeOver,
  ...zoneFindingKinds,
  ...purchaseFindingKinds,
  ...fabricFindingKinds,
  ...systemPoolFindingKinds,
];
