/** How large system nodes are, and how many stand at once, by the number of nodes that their controllers watch. */
export interface SystemSize {
  readonly upToNodes: number;
  readonly vcpus: number;
  readonly memoryGiB: number;
  readonly nodes: number;
}

const LARGEST: SystemSize = { upToNodes: Number.POSITIVE_INFINITY, vcpus: 16, memoryGiB: 64, nodes: 3 };

/** Controllers hold what they watch in memory: the more nodes and pods, the larger. AKS wants four processors at least. */
const SIZES: readonly SystemSize[] = [
  { upToNodes: 100, vcpus: 4, memoryGiB: 16, nodes: 2 },
  { upToNodes: 500, vcpus: 8, memoryGiB: 32, nodes: 3 },
  LARGEST,
];

/** Size of system nodes for this many others. https://learn.microsoft.com/azure/aks/use-system-pools */
export function systemSize(nodes: number): SystemSize {
  return SIZES.find(({ upToNodes }) => nodes <= upToNodes) ?? LARGEST;
}
