import { overlaps, parseRange, type Range, rangesIn } from "../ipv4.ts";

/** Ranges that must not be used, and by whom they are. https://cloud.google.com/vpc/docs/subnets#restricted-ranges */
const RESERVED: readonly Range[] = ["172.17.0.0/16", "169.254.0.0/16", "34.118.224.0/20"].map(parseRange);

const TENS = parseRange("10.0.0.0/8");

/** Ranges for fabric networks, and for pods that the network's own range has no room for: nothing else asks for them. */
const FABRIC = ["192.168.0.0/16", "172.20.0.0/14", "172.24.0.0/13"].map(parseRange);
const FURTHER = parseRange("100.64.0.0/10");

/**
 * A free range of 10.0.0.0/8 with this prefix, by default one that follows from the environment's name, so that two
 * environments can be peered.
 */
export function freeNetwork(name: string, prefix: number, avoid: readonly Range[]): Range | undefined {
  const all = [...rangesIn(TENS, prefix)];
  const first = hash(name) % all.length;
  return [...all.slice(first), ...all.slice(0, first)].find((range) => isFree(range, avoid));
}

/** Blocks of /16 for the subnets of fabric networks, then any of 10.0.0.0/8. */
export function fabricBlocks(avoid: readonly Range[]): readonly Range[] {
  return [...FABRIC.flatMap((range) => [...rangesIn(range, 16)]), ...rangesIn(TENS, 16)].filter((range) =>
    isFree(range, avoid),
  );
}

/** Where pods go that the network's own range has no room for. */
export function furtherBlock(prefix: number, avoid: readonly Range[]): Range | undefined {
  if (prefix < FURTHER.prefix) return undefined;
  return [...rangesIn(FURTHER, prefix)].find((range) => isFree(range, avoid));
}

export function isFree(range: Range, avoid: readonly Range[]): boolean {
  return ![...avoid, ...RESERVED].some((other) => overlaps(range, other));
}

/** FNV-1a in 32 bits: the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}
