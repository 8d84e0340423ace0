import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const surpriseUpgrades: Check = {
  code: "surprise-upgrades",
  severity: "warning",
  title: "A cluster with accelerators is not upgraded in the middle of a run.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    const accelerated = [...knownMachines(facts, catalog)].some(
      ({ machine }) => machine.acceleratorCount > 0,
    );
    for (const cluster of accelerated ? facts.clusters : []) {
      if (cluster.gcp?.upgradesExcluded !== false) continue;
      yield {
        path: cluster.at,
        message: `${cluster.name} has no maintenance exclusion: GKE replaces its accelerator nodes when an upgrade is due.`,
        got: "no exclusion",
        allowed: "NO_MINOR_OR_NODE_UPGRADES",
        hint: "Add a maintenance exclusion of the scope NO_MINOR_OR_NODE_UPGRADES.",
      };
    }
  },
};
