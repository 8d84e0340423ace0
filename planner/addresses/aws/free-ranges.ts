import { overlaps, parseRange, type Range, rangesIn } from "../ipv4.ts";

/** Ranges that nothing of an environment may use. */
export const RESERVED: readonly { readonly range: Range; readonly by: string }[] = [
  // https://docs.docker.com/engine/network/drivers/bridge/
  { range: parseRange("172.17.0.0/16"), by: "the container runtime's bridge" },
  // https://docs.aws.amazon.com/fsx/latest/LustreGuide/limit-access-security-groups.html
  { range: parseRange("198.19.0.0/16"), by: "the servers of FSx file systems" },
  { range: parseRange("169.254.0.0/16"), by: "link-local services" },
];

/** Service ranges in order of preference; EKS itself takes one of the first two. https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html */
const SERVICES = ["172.20.0.0/16", "10.100.0.0/16", "172.24.0.0/16", "10.200.0.0/16", "192.168.240.0/20"].map(
  parseRange,
);

/** Ranges that can be added to a network of any private range. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const FURTHER = parseRange("100.64.0.0/10");
const LARGEST_PREFIX = 16;

/**
 * The network's own range when the file names none: a /16 of 10.0.0.0/8, by default one that follows from the
 * environment's name, so that two environments can be peered; a /16 of the other private ranges when all are taken.
 */
export function freeNetwork(name: string, avoid: readonly Range[]): Range | undefined {
  const tens = [...rangesIn(parseRange("10.0.0.0/8"), LARGEST_PREFIX)];
  const first = hash(name) % tens.length;
  const others = [...rangesIn(parseRange("172.16.0.0/12"), LARGEST_PREFIX), parseRange("192.168.0.0/16")];
  return free(
    [...tens.slice(first), ...tens.slice(0, first), ...others],
    [...avoid, ...SERVICES.slice(0, 2)],
  );
}

export function freeServices(avoid: readonly Range[]): Range | undefined {
  return free(SERVICES, avoid);
}

/** /16 ranges for what the network's own range has no room for. */
export function furtherRanges(avoid: readonly Range[]): readonly Range[] {
  return [...rangesIn(FURTHER, LARGEST_PREFIX)].filter((range) => isFree(range, avoid));
}

function free(candidates: readonly Range[], avoid: readonly Range[]): Range | undefined {
  return candidates.find((range) => isFree(range, avoid));
}

function isFree(range: Range, avoid: readonly Range[]): boolean {
  return (
    !avoid.some((other) => overlaps(range, other)) && !RESERVED.some((other) => overlaps(range, other.range))
  );
}

/** FNV-1a in 32 bits: the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}
