import type { Catalog } from "../../../catalog/catalog.ts";
import type { FabricLayout } from "../../../catalog/types.ts";
import { gcpName } from "../../names/gcp.ts";
import type { GcpFabricNetworkPlan } from "../../plan/gcp.ts";
import type { PoolPlan } from "../../plan/pool.ts";
import { fabricNetworkId, fabricSubnetId } from "../../purchase/gcp-networks.ts";
import { allocate } from "../allocate.ts";
import { formatRange, prefixFor, type Range, sizeOf } from "../ipv4.ts";
import { fabricBlocks } from "./free-range.ts";
import { GCP_RESERVED } from "./subnet.ts";

type Wire = FabricLayout["networks"][number];

interface Wanted {
  readonly id: string;
  readonly layout: FabricLayout;
  readonly wire: Wire;
  readonly zone: string | null;
  /** Nodes with an interface in it. */
  readonly nodes: number;
}

/**
 * The networks beside the primary one: one set for each family (and zone, where a network profile ties it to one), which
 * its pools share. `undefined`: no room is left for their subnets.
 */
export function planFabricNetworks(
  environment: string,
  pools: readonly PoolPlan[],
  avoid: readonly Range[],
  catalog: Catalog,
): readonly GcpFabricNetworkPlan[] | undefined {
  const wanted = wantedNetworks(pools, catalog);
  const requests = wanted.flatMap(({ id, wire, nodes }) =>
    Array.from({ length: wire.subnets }, (_, index) => ({
      id: fabricSubnetId(id, wire, index),
      prefix: prefixFor(nodes + GCP_RESERVED),
    })),
  );
  const given = allocate(fabricBlocks(avoid), requests);
  if (given === undefined) return undefined;
  return wanted.map((network) => networkPlan(environment, network, given));
}

function wantedNetworks(pools: readonly PoolPlan[], catalog: Catalog): readonly Wanted[] {
  const found = new Map<string, Wanted>();
  for (const pool of pools) {
    const layout = catalog.fabricLayout(catalog.machine("gcp", pool.machine)?.fabric.layout ?? "");
    if (layout === undefined) continue;
    for (const option of pool.options) {
      const named = new Set((option.gcp?.additionalNetworks ?? []).map(({ network }) => network));
      const nodes = (option.gcp?.nodePools ?? []).reduce((sum, { size }) => sum + size.max + 1, 0);
      for (const wire of layout.networks) {
        const zone = wire.profile === null ? null : (option.zones[0] ?? null);
        const id = fabricNetworkId(layout, wire, zone);
        if (!named.has(id)) continue;
        found.set(id, { id, layout, wire, zone, nodes: (found.get(id)?.nodes ?? 0) + nodes });
      }
    }
  }
  return [...found.values()];
}

function networkPlan(
  environment: string,
  { id, layout, wire, zone, nodes }: Wanted,
  given: ReadonlyMap<string, Range>,
): GcpFabricNetworkPlan {
  const access = wire.nicType === "IDPF" || wire.subnets === 0 ? "claims" : "networks";
  const subnets = Array.from({ length: wire.subnets }, (_, index) => fabricSubnetId(id, wire, index)).flatMap(
    (subnet) => {
      const range = given.get(subnet);
      return range === undefined
        ? []
        : [
            {
              id: subnet,
              name: gcpName(`${environment}-${subnet}`),
              cidr: formatRange(range),
              capacity: sizeOf(range.prefix) - GCP_RESERVED,
              planned: nodes,
              kubernetesNetwork: access === "claims" ? null : subnet,
              deviceMode: wire.nicType === "MRDMA" ? ("RDMA" as const) : ("NetDevice" as const),
            },
          ];
    },
  );
  return {
    id,
    name: gcpName(`${environment}-${id}`),
    layout: layout.id,
    nicType: wire.nicType,
    networkProfile: wire.profile === null || zone === null ? null : `${zone}-${wire.profile}`,
    zone,
    mtu: wire.mtu,
    subnets,
    // Networks with an RDMA profile take no firewall rules. https://cloud.google.com/vpc/docs/rdma-network-profiles
    firewallSources: wire.profile === null ? subnets.map(({ cidr }) => cidr) : [],
  };
}
