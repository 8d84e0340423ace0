import type { StorageSteps } from "../../../catalog/types.ts";

/** The smallest legal size that holds `neededGiB`; at most the product's largest, where it has one. */
export function legalSize({ first, second, step, max }: StorageSteps["sizeGiB"], neededGiB: number): number {
  const size = neededGiB <= first ? first : neededGiB <= second ? second : Math.ceil(neededGiB / step) * step;
  return max === null ? size : Math.min(size, max);
}

/** The same for a file system with EFA; `null` where the tier has none. */
export function legalEfaSize(steps: StorageSteps, neededGiB: number): number | null {
  const { efaSizeGiB } = steps;
  if (efaSizeGiB === undefined || efaSizeGiB === null) return null;
  return Math.max(efaSizeGiB.first, Math.ceil(neededGiB / efaSizeGiB.step) * efaSizeGiB.step);
}
