import type { Catalog } from "../../../catalog/catalog.ts";
import type { Check } from "../../check.ts";
import type { Facts, FileSystemFact, NodeGroupFact } from "../../facts.ts";
import { sameNaming, zonesOf, zonesOfSubnets } from "../../zones.ts";

export const fileSystemZone: Check = {
  code: "file-system-zone",
  severity: "error",
  title: "A file system of one zone is in the zone of the nodes that use it.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/efa-file-systems.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const fileSystem of facts.fileSystems) {
      const zone = zoneOf(facts, fileSystem);
      if (fileSystem.product !== "fsx-lustre" || zone === undefined) continue;
      const users = acceleratedGroups(facts, catalog);
      const zones = [...new Set(users.flatMap((group) => zonesOf(facts, group) ?? []))];
      const known = zones.filter((one) => sameNaming(one, zone));
      if (known.length === 0 || known.includes(zone)) continue;
      yield {
        severity: fileSystem.efa === true ? "error" : "warning",
        path: fileSystem.at,
        message: `${fileSystem.name} is in ${zone}, and the accelerator nodes are in ${known.join(", ")}: ${
          fileSystem.efa === true
            ? "EFA never leaves a zone, so it cannot be mounted over it"
            : "every byte crosses zones, which is slow and billed"
        }.`,
        got: zone,
        allowed: known,
        hint: `Move the file system to a subnet in ${known[0]}.`,
      };
    }
  },
};

function zoneOf(facts: Facts, fileSystem: FileSystemFact): string | undefined {
  return fileSystem.zone ?? zonesOfSubnets(facts, fileSystem.subnets)?.[0];
}

function acceleratedGroups(facts: Facts, catalog: Catalog): readonly NodeGroupFact[] {
  return facts.nodeGroups.filter((group) =>
    group.machines.some((name) => (catalog.machine(facts.cloud, name)?.acceleratorCount ?? 0) > 0),
  );
}
