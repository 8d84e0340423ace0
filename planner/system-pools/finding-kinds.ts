import type { FindingKind } from "../../spec/finding.ts";

export const fewSystemMachines: FindingKind = {
  code: "few-system-machines",
  severity: "warning",
  title: "System nodes find several interchangeable machine types in several zones.",
  source: "https://github.com/NVIDIA/aicr/issues/2764",
};

export const systemPoolFindingKinds: readonly FindingKind[] = [fewSystemMachines];
