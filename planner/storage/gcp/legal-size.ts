import type { StorageSteps } from "../../../catalog/types.ts";
import { legalSize } from "../aws/legal-size.ts";

/** The smallest legal size that holds `neededGiB`, in the larger steps of large sizes; at most the product's largest. */
export function gcpLegalSize({ sizeGiB, largeStepGiB }: StorageSteps, neededGiB: number): number {
  const size = legalSize(sizeGiB, neededGiB);
  if (largeStepGiB == null || size <= largeStepGiB.above) return size;
  const large = Math.ceil(neededGiB / largeStepGiB.step) * largeStepGiB.step;
  return sizeGiB.max === null ? large : Math.min(large, sizeGiB.max);
}
