import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { openCatalog } from "../catalog/index.ts";
import { table } from "../cli/show/table.ts";
import { exampleFiles, exampleNow } from "../environments/index.ts";
import { planEnvironment } from "../planner/plan-environment.ts";
import { parseEnvironment } from "../spec/define-environment.ts";
import { inProcess, type Measured, median, wholeProcess } from "./measured.ts";

const runs = 5;
const now = Date.parse(exampleNow);
const largest = exampleFiles().find((file) => basename(file) === "assistant.yaml");
if (largest === undefined) throw new Error("environments/assistant.yaml is missing");

const rows: string[][] = [];
const record = (name: string, aim: string, { cpuMs, wallMs, peakMiB }: Measured): void => {
  rows.push([name, `${cpuMs.toFixed(0)} ms`, `${wallMs.toFixed(0)} ms`, `${peakMiB.toFixed(0)} MiB`, aim]);
};

const out = mkdtempSync(join(tmpdir(), "engineroom-bench-"));
try {
  for (const [command, aim] of [
    ["validate", "< 400 ms"],
    ["plan", "< 400 ms"],
  ] as const) {
    record(
      `${command}, whole process`,
      aim,
      await median(runs, () => wholeProcess([command, largest, "--now", exampleNow])),
    );
  }
  record(
    "synth, whole process",
    "< 2,500 ms, < 250 MiB",
    await median(runs, () => wholeProcess(["synth", largest, "--out", out, "--now", exampleNow])),
  );
} finally {
  rmSync(out, { recursive: true, force: true });
}

const catalog = openCatalog();
const timings: { pools: number; wallMs: number }[] = [];
for (const pools of [10, 100, 1000]) {
  const { environment } = parseEnvironment({
    name: "bench",
    cloud: "aws",
    region: "us-east-2",
    pools: Array.from({ length: pools }, (_, index) => ({
      name: `pool-${index}`,
      machine: "p5.48xlarge",
      nodes: 2,
    })),
  });
  if (environment === undefined) throw new Error("the bench's own environment is not valid");
  const measured = await median(runs, () => inProcess(() => planEnvironment(environment, { catalog, now })));
  timings.push({ pools, wallMs: measured.wallMs });
  record(`plan of ${pools} pools, in process`, "", measured);
}

process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown CPU"}\n`,
);
process.stdout.write(
  `${basename(largest)}; medians of ${runs} runs after a warm-up; CPU is user plus system\n\n`,
);
process.stdout.write(
  `${table(
    [
      { head: "what" },
      { head: "CPU", align: "right" },
      { head: "wall", align: "right" },
      { head: "peak memory", align: "right" },
      { head: "aim" },
    ],
    rows,
    (text) => text,
  )}\n\n`,
);
for (const [index, { pools, wallMs }] of timings.entries()) {
  const before = timings[index - 1];
  if (before === undefined) continue;
  const marginal = (wallMs - before.wallMs) / (pools - before.pools);
  process.stdout.write(
    `  from ${before.pools} to ${pools} pools: ${(marginal * 1000).toFixed(0)} µs more a pool\n`,
  );
}
