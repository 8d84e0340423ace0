import type { Check } from "../../check.ts";
import { isScratch, lustreFileSystems, lustreSteps, storageType } from "../../lustre.ts";

export const fsxTier: Check = {
  code: "fsx-tier",
  severity: "error",
  title:
    "A persistent Lustre file system has a throughput tier of its deployment type; a scratch one has none.",
  source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemLustreConfiguration.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const fileSystem of lustreFileSystems(facts)) {
      const { at, name, mbpsPerTiB: got, deploymentType } = fileSystem;
      if (got === undefined || storageType(fileSystem) === "INTELLIGENT_TIERING") continue;
      const tiers = lustreSteps(catalog, fileSystem)
        .map((row) => row.throughputMBpsPerTiB)
        .filter((tier) => tier !== null && tier !== undefined);
      const wrong = isScratch(fileSystem)
        ? got !== null
        : tiers.length > 0 && (got === null || !tiers.includes(got));
      if (!wrong) continue;
      yield {
        path: at,
        message: isScratch(fileSystem)
          ? `${name} is ${deploymentType} and sets a throughput of ${got} MB/s per TiB: scratch file systems take none.`
          : got === null
            ? `${name} is ${deploymentType} and sets no throughput per TiB: FSx asks for one.`
            : `${name} asks for ${got} MB/s per TiB, which ${deploymentType} ${storageType(fileSystem)} does not have.`,
        got,
        allowed: isScratch(fileSystem) ? null : tiers,
        hint: isScratch(fileSystem)
          ? "Remove PerUnitStorageThroughput."
          : `Use ${tiers.find((tier) => tier >= (got ?? 0)) ?? tiers.at(-1)} MB/s per TiB.`,
      };
    }
  },
};
