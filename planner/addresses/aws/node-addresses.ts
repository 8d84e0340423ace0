import type { Catalog } from "../../../catalog/catalog.ts";
import type { Machine, NetworkInterface } from "../../../catalog/types.ts";

/** The VPC CNI takes addresses for pods in aligned blocks of 16. https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses.html */
export const ADDRESSES_PER_PREFIX = 16;

/** The CNI keeps one block free so that pods start at once (`WARM_PREFIX_TARGET`). */
const WARM_PREFIXES = 1;

/** What a node takes from its subnet at most. */
export interface NodeAddresses {
  readonly maxPods: number;
  /** Interfaces with an address of their own; EFA-only interfaces have none. */
  readonly interfaces: number;
  /** Blocks of 16 for pods. */
  readonly prefixes: number;
  /** All of it in addresses. */
  readonly total: number;
}

/**
 * Addresses of a node with these interfaces (empty: the usual single one).
 * The usual number of pods, or more where they share accelerators, as far as EKS and the machine's interfaces allow.
 */
export function nodeAddresses(
  machine: Machine,
  wiring: readonly NetworkInterface[],
  catalog: Catalog,
  atLeastPods = 0,
): NodeAddresses {
  const maxPods = Math.min(
    Math.max(usualPods(catalog), atLeastPods),
    mostPods(machine, catalog),
    room(machine, wiring),
  );
  const prefixes = Math.ceil(maxPods / ADDRESSES_PER_PREFIX) + WARM_PREFIXES;
  const own = Math.max(1, wiring.filter(({ kind }) => kind !== "efa-only").length);
  const interfaces = own + furtherInterfaces(machine, prefixes);
  return { maxPods, interfaces, prefixes, total: interfaces + prefixes * ADDRESSES_PER_PREFIX };
}

/** Whether the CNI can add an interface on card 0, the only one that it uses. */
export function takesFurtherInterfaces(machine: Machine, wiring: readonly NetworkInterface[]): boolean {
  const most = machine.cards[0]?.maxInterfaces ?? machine.maxInterfaces ?? 1;
  return most > Math.max(1, wiring.filter(({ card }) => card === 0).length);
}

/** Kubernetes supports 110 pods a node everywhere; larger nodes get more only where something asks for them. */
function usualPods(catalog: Catalog): number {
  return catalog.limit("aws", "eks-max-pods-below-30-vcpus")?.value ?? 110;
}

function mostPods({ vcpus }: Machine, catalog: Catalog): number {
  const id = vcpus < 30 ? "eks-max-pods-below-30-vcpus" : "eks-max-pods-from-30-vcpus";
  return catalog.limit("aws", id)?.value ?? usualPods(catalog);
}

/** Pods that the interfaces on card 0 can carry: one slot of each interface is its own address, the others hold blocks. */
function room(machine: Machine, wiring: readonly NetworkInterface[]): number {
  const { addressesPerInterface, maxInterfaces } = machine;
  if (addressesPerInterface === null) return Number.POSITIVE_INFINITY;
  const onCard = machine.cards[0]?.maxInterfaces ?? maxInterfaces ?? 1;
  const efa = wiring.filter(({ card, kind }) => card === 0 && kind === "efa-only").length;
  return Math.max(1, onCard - efa) * (addressesPerInterface - 1) * ADDRESSES_PER_PREFIX;
}

/** Interfaces that the CNI adds because the first one cannot hold all blocks. */
function furtherInterfaces({ addressesPerInterface }: Machine, prefixes: number): number {
  if (addressesPerInterface === null || addressesPerInterface < 2) return 0;
  return Math.ceil(prefixes / (addressesPerInterface - 1)) - 1;
}
