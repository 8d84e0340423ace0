import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const queuedCompact: Check = {
  code: "queued-compact",
  severity: "error",
  title: "Queued nodes with GPUs have no compact placement.",
  source:
    "https://github.com/GoogleCloudPlatform/cluster-toolkit/blob/main/modules/compute/gke-node-pool/README.md",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      if (group.gcp?.queued !== true || group.gcp.flexStart === true || group.gcp.compact !== true) continue;
      if (machine.fabric.kind === "ici") continue;
      yield {
        path: group.at,
        message: `${group.name} uses queued provisioning with compact placement: GKE places queued nodes itself.`,
        got: "COMPACT",
        allowed: "no placement policy",
        hint: "Set `placement: none` on the pool.",
      };
    }
  },
};
