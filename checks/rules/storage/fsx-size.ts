import type { StorageSteps } from "../../../catalog/types.ts";
import type { Check } from "../../check.ts";
import { lustreFileSystems, lustreStep } from "../../lustre.ts";

export const fsxSize: Check = {
  code: "fsx-size",
  severity: "error",
  title: "A Lustre file system has a size that FSx makes.",
  source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const fileSystem of lustreFileSystems(facts)) {
      const { at, name, sizeGiB } = fileSystem;
      const row = lustreStep(catalog, fileSystem);
      if (row === undefined || sizeGiB === undefined || isLegal(row, sizeGiB)) continue;
      const next = nextLegal(row, sizeGiB);
      yield {
        path: at,
        message: `${name} has ${sizeGiB} GiB, which is no size of ${row.deploymentType} ${row.storageType}.`,
        got: sizeGiB,
        allowed: `${[...new Set([row.sizeGiB.first, row.sizeGiB.second])].join(", ")}, then multiples of ${row.sizeGiB.step}`,
        hint: `Use ${next} GiB.`,
      };
    }
  },
};

function isLegal({ sizeGiB }: StorageSteps, size: number): boolean {
  return size === sizeGiB.first || size === sizeGiB.second || (size > 0 && size % sizeGiB.step === 0);
}

function nextLegal({ sizeGiB }: StorageSteps, size: number): number {
  if (size <= sizeGiB.first) return sizeGiB.first;
  if (size <= sizeGiB.second) return sizeGiB.second;
  return Math.ceil(size / sizeGiB.step) * sizeGiB.step;
}
