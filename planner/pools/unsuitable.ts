import type { Catalog } from "../../catalog/catalog.ts";
import type { Machine } from "../../catalog/types.ts";
import { imageProblem } from "../images/index.ts";
import type { MachineWish } from "./machine-wish.ts";

/** Why a machine cannot be the pool's, in words that follow its name; `undefined` when it can. */
export function unsuitable(machine: Machine, wish: MachineWish, catalog: Catalog): string | undefined {
  for (const rule of rules) {
    const reason = rule(machine, wish, catalog);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

type Rule = (machine: Machine, wish: MachineWish, catalog: Catalog) => string | undefined;

/** In the order in which a person would look: the first that holds is the reason. */
const rules: readonly Rule[] = [
  (machine) => (machine.status === "retired" ? "is retired" : undefined),
  (machine, { region }) =>
    Object.hasOwn(machine.offered, region) ? undefined : `is not offered in ${region}`,
  (machine, { region, zones }) => {
    const offered = machine.offered[region];
    if (zones === undefined || offered === undefined || offered === null) return undefined;
    if (zones.some((zone) => offered.includes(zone))) return undefined;
    return `is not offered in ${zones.join(", ")}, only in ${offered.join(", ")}`;
  },
  (machine, { purchases }) => {
    const missing = purchases.filter((kind) => !machine.usage.includes(kind));
    return missing.length === 0 ? undefined : `is not sold as ${missing.join(" or ")}`;
  },
  (machine) =>
    machine.unknown.length === 0 ? undefined : `is not known well enough: ${machine.unknown.join("; ")}`,
  (machine, { acceleratorsPerNode }) =>
    acceleratorsPerNode === undefined || machine.acceleratorCount === acceleratorsPerNode
      ? undefined
      : `has ${count(machine)}, and a node must have ${acceleratorsPerNode}`,
  (machine, { acceleratorsPerNode }) =>
    acceleratorsPerNode === undefined && machine.acceleratorCount < 1
      ? `has a slice of ${machine.acceleratorCount} ${machine.acceleratorName ?? "accelerator"}; say acceleratorsPerNode: ${machine.acceleratorCount} to take it`
      : undefined,
  (machine, wish, catalog) =>
    wish.gang && machine.fabric.layout === null && (wish.cloud === "aws" || hasFabric(wish, catalog))
      ? `has ${count(machine)} and no fabric, ${wants(wish)}`
      : undefined,
  (machine, { cloud, image }, catalog) => imageProblem(cloud, machine, image, catalog),
];

/** Whether the cloud has a machine with the accelerator whose nodes can be wired to each other. */
function hasFabric({ cloud, accelerator }: MachineWish, catalog: Catalog): boolean {
  return catalog
    .machines(cloud)
    .some((machine) => machine.accelerator === accelerator.id && machine.fabric.layout !== null);
}

/** `1 H100`, `0.5 L4`. */
export function count({ acceleratorCount, acceleratorName, accelerator }: Machine): string {
  return `${acceleratorCount} ${acceleratorName ?? accelerator ?? "accelerators"}`;
}

/** What several nodes that work as one want, at the end of a reason. */
export function wants({ nodes }: MachineWish, most?: number): string {
  const each = most === undefined ? "" : ` ${most} each and`;
  return `${nodes.max} nodes that work as one want${each} a fabric`;
}
