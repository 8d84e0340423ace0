import type { Catalog } from "../catalog/catalog.ts";
import type { InterfaceFact, NodeGroupFact } from "./facts.ts";

/** Interfaces that carry the fabric. */
export function fabricInterfaces(group: NodeGroupFact): readonly InterfaceFact[] {
  return (group.interfaces ?? []).filter((one) => one.kind !== "interface");
}

/** Whether a node group's nodes talk over EFA: wired so, or wired by a service on machines that have it. */
export function hasFabric(group: NodeGroupFact, catalog: Catalog): boolean {
  if (fabricInterfaces(group).length > 0) return true;
  if (group.fabricSecurityGroups === undefined) return false;
  return group.machines.some((name) => catalog.machine("aws", name)?.fabric.kind === "efa");
}

/** `card 3 device 1 (efa-only)`. */
export function showInterface(one: InterfaceFact): string {
  return `card ${one.card} device ${one.device} (${one.kind})`;
}

/** `1-16`, `0, 2, 4`: card numbers in the shortest form. */
export function showCards(cards: readonly number[]): string {
  const sorted = [...new Set(cards)].sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const card of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === card - 1) last.to = card;
    else runs.push({ from: card, to: card });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}
