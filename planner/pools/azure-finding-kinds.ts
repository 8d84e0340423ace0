import type { FindingKind } from "../../spec/finding.ts";

export const gpuInstanceProfileUnknown: FindingKind = {
  code: "gpu-instance-profile-unknown",
  severity: "error",
  title: "AKS can cut accelerators into the partitions that a pool asks for.",
  source: "https://learn.microsoft.com/azure/aks/gpu-multi-instance",
};

export const azurePoolFindingKinds: readonly FindingKind[] = [gpuInstanceProfileUnknown];
