import type { Check } from "../../check.ts";
import { rackMachines } from "../../rack-machines.ts";

export const rackTopology: Check = {
  code: "rack-topology",
  severity: "error",
  title: "Rack-scale nodes are placed as one NVLink domain.",
  source: "https://docs.cloud.google.com/ai-hypercomputer/docs/create/gke-ai-hypercompute-custom-a4x",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    for (const { group, machine, rackNodes } of rackMachines(facts, catalog)) {
      const wanted = `1x${rackNodes * machine.acceleratorCount}`;
      const got = group.gcp?.topology;
      if (got === undefined || got === wanted) continue;
      yield {
        path: group.at,
        message: `${group.name}: ${machine.name} needs a workload policy with the topology ${wanted}, and has ${got ?? "none"}: its nodes may land in several NVLink domains.`,
        got,
        allowed: wanted,
        hint: `Set the accelerator topology of the workload policy to ${wanted}.`,
      };
    }
  },
};
