import type { Catalog } from "../../../catalog/catalog.ts";
import { nearestName } from "../../../spec/nearest-name.ts";
import type { Check } from "../../check.ts";
import type { Facts } from "../../facts.ts";

export const machineUnknown: Check = {
  code: "machine-unknown",
  severity: "error",
  title: "A machine type exists.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html",
  *violations(facts, catalog) {
    for (const group of facts.nodeGroups) {
      for (const name of [...group.machines, ...(group.machinesElsewhere ?? [])]) {
        if (catalog.machine(facts.cloud, name) !== undefined) continue;
        const near = nearMachines(facts, catalog, name);
        yield {
          severity: near.certain ? "error" : "warning",
          path: group.at,
          message: near.certain
            ? `${group.name}: there is no machine type ${name}.`
            : `${group.name}: the catalog has no machine type ${name}, so nothing about it could be checked.`,
          got: name,
          allowed: near.names.length > 0 ? near.names : undefined,
          hint:
            near.names[0] === undefined
              ? "Look it up with `engineroom catalog machines`."
              : `Did you mean ${near.names[0]}?`,
        };
      }
    }
  },
};

/** Machines that may be meant. It is certain to be a mistake when the family exists or an accelerator machine is near. */
function nearMachines(
  facts: Facts,
  catalog: Catalog,
  written: string,
): { readonly certain: boolean; readonly names: readonly string[] } {
  const name = written.toLowerCase().replace(/^ml\./, "");
  const family = name.split(".")[0];
  const accelerated = catalog.machines(facts.cloud);
  const all = [...accelerated, ...catalog.cpuMachines(facts.cloud)];
  const siblings = all.filter((machine) => machine.family === family).map((machine) => machine.name);
  const pool = siblings.length > 0 ? siblings : accelerated.map((machine) => machine.name);
  const nearest = nearestName(name, pool);
  const names = nearest === undefined ? siblings.slice(0, 5) : [nearest];
  return { certain: siblings.length > 0 || nearest !== undefined, names };
}
