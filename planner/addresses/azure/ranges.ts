import type { Environment } from "../../../spec/schema/environment.ts";
import type { PlanContext } from "../../context.ts";
import { freeNetwork } from "../aws/free-ranges.ts";
import { noFreeRange, rangeReserved } from "../finding-kinds.ts";
import { formatRange, overlaps, parseRange, prefixFor, type Range, rangesIn } from "../ipv4.ts";

/** Ranges that no network of Azure with AKS may use. */
export const RESERVED_RANGES: readonly { readonly range: Range; readonly by: string }[] = [
  // https://learn.microsoft.com/azure/virtual-machines/setup-infiniband
  { range: parseRange("172.16.0.0/16"), by: "the InfiniBand interfaces of nodes" },
  // https://learn.microsoft.com/azure/aks/azure-cni-overlay
  ...["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"].map((range) => ({
    range: parseRange(range),
    by: "AKS",
  })),
];

/** Where nothing is free, the plan goes on with this range beside its finding. */
const FALLBACK = parseRange("10.0.0.0/16");

/** Shared address space, which no other network routes: seen inside the cluster only. */
const PODS = parseRange("100.64.0.0/10");
const ROOMY_PODS = 16;
const NODE_PREFIX = 24;

/** The network's own range: the file's, else a free /16 that follows from the environment's name. */
export function azureNetworkRange(
  { name, network }: Environment,
  avoid: readonly Range[],
  context: PlanContext,
): Range {
  if (network.cidr !== undefined) return given(network.cidr, context);
  const found = freeNetwork(name, [...avoid, ...RESERVED_RANGES.map(({ range }) => range)]);
  if (found !== undefined) return found;
  context.report(noFreeRange, {
    path: ["network", "avoid"],
    message: "network.avoid leaves no private range of /16 for the network.",
    got: network.avoid,
    hint: "Name a smaller range that is free as network.cidr.",
  });
  return FALLBACK;
}

/** A range with a /24 for each node, where there is room for 256 nodes or more; `undefined`: nothing is free. */
export function podRange(nodes: number, avoid: readonly Range[]): Range | undefined {
  const needed = NODE_PREFIX - (32 - prefixFor(Math.max(1, nodes)));
  return [Math.min(ROOMY_PODS, needed), needed]
    .filter((prefix) => prefix >= PODS.prefix)
    .flatMap((prefix) => [...rangesIn(PODS, prefix)])
    .find((range) => !avoid.some((other) => overlaps(range, other)));
}

function given(cidr: string, { report }: PlanContext): Range {
  const range = parseRange(cidr);
  const taken = RESERVED_RANGES.find((each) => each.by === "AKS" && overlaps(each.range, range));
  if (taken !== undefined) {
    report(rangeReserved, {
      path: ["network", "cidr"],
      message: `${cidr} overlaps ${formatRange(taken.range)}, which belongs to ${taken.by}.`,
      got: cidr,
      allowed: `a private range outside of ${formatRange(taken.range)}`,
      hint: "Use a range of 10.0.0.0/8, for example 10.40.0.0/16.",
    });
  }
  return range;
}
