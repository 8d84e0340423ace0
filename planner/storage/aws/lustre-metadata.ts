/**
 * Metadata operations per second that a Lustre file system's size includes, as FSx provisions them by itself; more cost
 * extra. https://docs.aws.amazon.com/fsx/latest/LustreGuide/performance.html#dne-metadata-performance
 */
export function includedMetadataIops(sizeGiB: number): number {
  const step = includedBelow.find(({ belowGiB }) => sizeGiB < belowGiB);
  return step?.iops ?? Math.min(MOST, Math.floor(sizeGiB / 24_000) * 12_000);
}

const MOST = 192_000;

const includedBelow = [
  { belowGiB: 2400, iops: 1500 },
  { belowGiB: 4800, iops: 3000 },
  { belowGiB: 12_000, iops: 6000 },
  { belowGiB: 48_000, iops: 12_000 },
] as const;
