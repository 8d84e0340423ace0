import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const amlfsArchitecture: Check = {
  code: "amlfs-architecture",
  severity: "warning",
  title: "The driver of Azure Managed Lustre runs on the nodes that mount it.",
  source: "https://github.com/kubernetes-sigs/azurelustre-csi-driver",
  clouds: ["azure"],
  *violations(facts, catalog) {
    const lustre = facts.fileSystems.find((one) => one.product === "azure-managed-lustre");
    if (lustre === undefined) return;
    const reported = new Set<string>();
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const pool = group.pool ?? group.name;
      if (machine.arch !== "arm64" || machine.acceleratorCount === 0 || reported.has(pool)) continue;
      reported.add(pool);
      yield {
        path: group.at,
        message: `${pool} is arm64, and the driver that mounts ${lustre.name} is published for amd64 alone.`,
        got: "arm64",
        allowed: "x86_64",
        hint: "Read over blob NFS or Azure NetApp Files from this pool, or build the driver for arm64.",
      };
    }
  },
};
