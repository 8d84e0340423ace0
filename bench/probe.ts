import { writeFileSync } from "node:fs";

/** Loaded into a measured process: leaves what it used where the bench looks for it. */
const result = process.env.ENGINEROOM_BENCH_RESULT;
if (result !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(
      result,
      JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMiB: maxRSS / 1024 }),
    );
  });
}
