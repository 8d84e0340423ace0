import type { Environment } from "../../../spec/schema/environment.ts";
import { podBlock } from "../../pools/gcp-pods.ts";
import type { NetworkInput } from "../network-input.ts";

/** What stands in the primary network at most. */
export interface GcpDemand {
  /** Addresses of nodes, load balancers and gateways in the subnet. */
  readonly nodes: number;
  /** Addresses of the blocks of pods. */
  readonly pods: number;
  /** Instances that stand in the range peered with Google's services. */
  readonly peered: number;
}

/** An update starts a node before it takes an old one away, in each node pool. */
const SURGE = 1;
/** The control plane's endpoint, DNS and gateways. */
const STANDING = 8;

/** Every node of every option at its full size, with an update under way. */
export function gcpDemand(
  { pools, systemPools, storage }: NetworkInput,
  { workloads }: Environment,
): GcpDemand {
  const groups = [
    ...pools.flatMap((pool) =>
      pool.options.flatMap((option) =>
        (option.gcp?.nodePools ?? []).map(({ size }) => ({ nodes: size.max + SURGE, maxPods: pool.maxPods })),
      ),
    ),
    ...systemPools.map(({ size, maxPods }) => ({ nodes: size.max + SURGE, maxPods })),
  ];
  const serving = workloads.filter(({ kind }) => kind === "serving").length;
  return {
    nodes: groups.reduce((sum, { nodes }) => sum + nodes, 0) + STANDING + serving,
    pods: groups.reduce((sum, { nodes, maxPods }) => sum + nodes * podBlock(maxPods), 0),
    peered: storage.filter(
      ({ product, existing }) =>
        existing === null && (product === "managed-lustre" || product === "filestore"),
    ).length,
  };
}
