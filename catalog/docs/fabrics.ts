import type { Catalog } from "../catalog.ts";
import { CLOUDS, type FabricLayout, type NetworkInterface } from "../types.ts";
import { page, sourceList, table } from "./markdown.ts";

export function fabricsPage(catalog: Catalog): string {
  const ids = new Set(
    CLOUDS.flatMap((cloud) => catalog.machines(cloud)).flatMap(({ fabric }) => fabric.layout ?? []),
  );
  const rows = [...ids].flatMap((id) => catalog.fabricLayout(id) ?? []);
  return page(
    "Fabrics",
    "How the fabric of each machine is wired. `card/device kind`: on AWS the interfaces of a launch template, where `interface` and `efa` take an address of the network and `efa-only` takes none.",
    table(rows, [
      { head: "layout", cell: ({ id }) => `\`${id}\`` },
      { head: "kind", cell: ({ kind }) => kind },
      { head: "machines", cell: ({ machines }) => machines.join(", ") },
      { head: "fewest addresses", cell: ({ ipSaving }) => interfaces(ipSaving) },
      {
        head: "most IP bandwidth",
        cell: ({ bandwidth }) => (bandwidth === null ? null : interfaces(bandwidth)),
      },
      { head: "extra networks", cell: networks },
      { head: "nodes of a rack", align: "right", cell: ({ rackNodes }) => rackNodes },
      { head: "note", cell: ({ note }) => note },
      { head: "sources", cell: ({ sources }) => sources.join(", ") },
    ]),
    sourceList(
      catalog,
      rows.flatMap(({ sources }) => sources),
    ),
  );
}

/** Runs of cards that carry the same device and kind are written once: `1–31/0 efa-only`. */
function interfaces(list: readonly NetworkInterface[]): string {
  const runs = new Map<string, number[]>();
  for (const { card, device, kind } of list) {
    const key = `/${device} ${kind}`;
    runs.set(key, [...(runs.get(key) ?? []), card]);
  }
  return [...runs].map(([key, cards]) => `${ranges(cards)}${key}`).join("; ");
}

function ranges(cards: readonly number[]): string {
  const spans: { first: number; last: number }[] = [];
  for (const card of cards) {
    const open = spans.at(-1);
    if (open !== undefined && card === open.last + 1) open.last = card;
    else spans.push({ first: card, last: card });
  }
  return spans.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(",");
}

function networks({ networks: extra }: FabricLayout): string {
  return extra
    .map(({ name, nicType, profile, subnets, mtu }) => {
      const shape = `${nicType}, ${subnets} subnets, MTU ${mtu}`;
      return `${name} (${profile === null ? shape : `${shape}, ${profile}`})`;
    })
    .join("; ");
}
