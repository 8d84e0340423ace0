import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const fabricNetworks: Check = {
  code: "fabric-networks",
  severity: "error",
  title: "Every interface of the fabric has its network.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/gpu-bandwidth-gpudirect-tcpx",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const found = group.gcp?.extraInterfaces;
      if (group.fabricWanted === false || found === undefined || group.gcp?.automaticNetworks === true)
        continue;
      const wanted = catalog
        .fabricLayout(machine.fabric.layout ?? "")
        ?.networks.reduce((sum, network) => sum + network.subnets, 0);
      if (wanted === undefined || wanted === found.length) continue;
      // A pool without any may be meant so.
      if (found.length === 0 && group.fabricWanted !== true) continue;
      yield {
        path: group.at,
        message: `${group.name}: ${machine.name} has ${wanted} interfaces beside the primary one, and ${found.length} are attached to a network: traffic of the others falls back to TCP or hangs.`,
        got: found.length,
        allowed: wanted,
        hint: `Attach ${wanted} networks to the node pool, in the order of the interfaces.`,
      };
    }
  },
};
