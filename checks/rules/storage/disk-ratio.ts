import type { Check } from "../../check.ts";
import type { DiskFact } from "../../facts.ts";

const IOPS_PER_GIB: Readonly<Record<string, number>> = { gp3: 500, io1: 50, io2: 1000 };
const LEAST_IOPS: Readonly<Record<string, number>> = { gp3: 3000, io1: 100, io2: 100 };
const MBPS_PER_IOPS = 0.25;
const LEAST_MBPS = 125;

export const diskRatio: Check = {
  code: "disk-ratio",
  severity: "error",
  title: "A disk's operations and throughput fit its size and type.",
  source: "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, disks } of facts.nodeGroups) {
      for (const disk of disks ?? []) {
        const problem = problemOf(disk);
        if (problem === undefined) continue;
        yield {
          path: at,
          message: `${name}: a ${disk.type} disk of ${disk.sizeGiB ?? "unknown"} GiB with ${problem.what}.`,
          got: problem.got,
          allowed: problem.allowed,
          hint: "Leave Iops and Throughput out for the type's baseline, or enlarge the disk.",
        };
      }
    }
  },
};

function problemOf(
  disk: DiskFact,
): { readonly what: string; readonly got: number; readonly allowed: string } | undefined {
  const { type = "", sizeGiB, iops, throughputMBps } = disk;
  const perGiB = IOPS_PER_GIB[type];
  const least = LEAST_IOPS[type];
  if (iops !== undefined && perGiB !== undefined && least !== undefined) {
    const most = sizeGiB === undefined ? Number.POSITIVE_INFINITY : Math.max(least, perGiB * sizeGiB);
    if (iops < least || iops > most) {
      return { what: `${iops} operations per second`, got: iops, allowed: `${least} to ${perGiB} per GiB` };
    }
  }
  if (throughputMBps === undefined || type !== "gp3") return undefined;
  const most = (iops ?? LEAST_IOPS.gp3 ?? 0) * MBPS_PER_IOPS;
  return throughputMBps < LEAST_MBPS || throughputMBps > most
    ? { what: `${throughputMBps} MiB/s`, got: throughputMBps, allowed: `${LEAST_MBPS} to ${most}` }
    : undefined;
}
