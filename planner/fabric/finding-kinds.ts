import type { FindingKind } from "../../spec/finding.ts";

const layouts = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html";

export const fabricNotOnMachine: FindingKind = {
  code: "fabric-not-on-machine",
  severity: "error",
  title: "A pool that asks for a fabric has a machine with one.",
  source: layouts,
};

export const bandwidthLayoutUnknown: FindingKind = {
  code: "bandwidth-layout-unknown",
  severity: "warning",
  title: "The wiring with the most IP bandwidth is documented for the machine that asks for it.",
  source: layouts,
};

export const fabricFindingKinds: readonly FindingKind[] = [fabricNotOnMachine, bandwidthLayoutUnknown];
