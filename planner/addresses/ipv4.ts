/** An IPv4 range in numbers: 32 bits fit a number exactly, and arithmetic on numbers keeps large plans fast. */
export interface Range {
  /** First address, aligned to the prefix. */
  readonly start: number;
  /** 0 to 32. */
  readonly prefix: number;
}

/** Addresses in a range of this prefix length. */
export function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

/** The range of a CIDR text that the schema accepted. Bits after the prefix are dropped. */
export function parseRange(cidr: string): Range {
  const [address = "", length = "32"] = cidr.split("/");
  const number = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const prefix = Number(length);
  const size = sizeOf(prefix);
  return { start: Math.floor(number / size) * size, prefix };
}

export function formatRange({ start, prefix }: Range): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}

export function overlaps(one: Range, other: Range): boolean {
  return one.start < other.start + sizeOf(other.prefix) && other.start < one.start + sizeOf(one.prefix);
}

/** Prefix length of the smallest range with at least this many addresses. */
export function prefixFor(addresses: number): number {
  let prefix = 32;
  while (sizeOf(prefix) < addresses && prefix > 0) prefix -= 1;
  return prefix;
}

/** Ranges of the given prefix length inside another, in order. */
export function* rangesIn(outer: Range, prefix: number): Generator<Range> {
  const end = outer.start + sizeOf(outer.prefix);
  for (let start = outer.start; start < end; start += sizeOf(prefix)) yield { start, prefix };
}
