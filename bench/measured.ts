import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What one run took. CPU is user plus system time. */
export interface Measured {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakMiB: number;
}

const probe = fileURLToPath(new URL("./probe.ts", import.meta.url));
const cli = fileURLToPath(new URL("../bin/engineroom.ts", import.meta.url));

/** Runs `engineroom` with these arguments in a process of its own. Throws when it could not run. */
export function wholeProcess(arguments_: readonly string[]): Measured {
  const folder = mkdtempSync(join(tmpdir(), "engineroom-bench-"));
  const result = join(folder, "usage.json");
  try {
    const started = performance.now();
    const child = spawnSync(process.execPath, ["--import", probe, cli, ...arguments_], {
      env: { ...process.env, ENGINEROOM_BENCH_RESULT: result },
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
    });
    const wallMs = performance.now() - started;
    if (child.status !== 0 && child.status !== 1)
      throw new Error(`engineroom ${arguments_.join(" ")}: ${child.stderr}`);
    return { wallMs, ...(JSON.parse(readFileSync(result, "utf8")) as Omit<Measured, "wallMs">) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `work` in this process. */
export async function inProcess(work: () => unknown): Promise<Measured> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000, wallMs, peakMiB: process.resourceUsage().maxRSS / 1024 };
}

/** The run with the median CPU time of `count` runs after one that is not counted. */
export async function median(count: number, run: () => Measured | Promise<Measured>): Promise<Measured> {
  await run();
  const runs: Measured[] = [];
  for (let index = 0; index < count; index++) runs.push(await run());
  const middle = runs.toSorted((a, b) => a.cpuMs - b.cpuMs)[Math.floor(count / 2)];
  if (middle === undefined) throw new Error("median of no runs");
  return middle;
}
