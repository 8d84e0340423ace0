import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCatalog } from "../../catalog/index.ts";
import type { CloudName } from "../../catalog/types.ts";
import type { EnvironmentPlan } from "../../planner/plan/index.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import type { CommonOptions } from "../options.ts";
import { type PlannedFile, planFile } from "../plan-file.ts";
import { reportPage } from "../report/page.ts";
import { plural } from "../show/figures.ts";
import { showFindings } from "../show/findings.ts";
import type { Streams } from "../streams.ts";
import { verdict } from "../verdict.ts";

export interface SynthOptions extends CommonOptions {
  readonly out: string;
  /** CDK's own template validator, which costs seconds. */
  readonly validateTemplates: boolean;
}

/** Writes the resources of a plan below a folder and says in a few words what it wrote. */
type Synthesizer = (plan: EnvironmentPlan, folder: string, options: SynthOptions) => Promise<string>;

/** Both stacks' resources as one list, without a Pulumi engine. */
const pulumiResources: Synthesizer = async (plan, folder) => {
  const { synthesizePulumi } = await import("../../stacks/synthesize-pulumi.ts");
  const resources = await synthesizePulumi(plan);
  writeFileSync(join(folder, "resources.json"), `${JSON.stringify(resources, null, 2)}\n`);
  return plural(resources.length, "resource");
};

const synthesizers: Readonly<Record<CloudName, Synthesizer>> = {
  aws: async (plan, folder, { validateTemplates }) => {
    const { synthesizeAws } = await import("../../stacks/synthesize.ts");
    const templates = synthesizeAws(plan, join(folder, "cdk.out"), { validateTemplates });
    const resources = templates.reduce(
      (sum, { template }) => sum + Object.keys(template.Resources ?? {}).length,
      0,
    );
    return `${plural(templates.length, "stack")}, ${plural(resources, "resource")}`;
  },
  gcp: pulumiResources,
  azure: pulumiResources,
};

/** Writes DIR/<name>/ for every file: plan, report and the cloud's own templates; all of it or nothing. */
export async function synth(
  files: readonly string[],
  options: SynthOptions,
  streams: Streams,
): Promise<ExitCode> {
  const catalog = openCatalog();
  const written: { file: string; name: string; folder: string; what: string }[] = [];
  const findings: (PlannedFile["findings"][number] & { file: string })[] = [];
  let worst: ExitCode = exitCode.fine;
  for (const file of files) {
    const planned = planFile(file, catalog, options.now);
    findings.push(...planned.findings.map((each) => ({ ...each, file })));
    const result = verdict(planned.findings, options.strict);
    worst = worst || result;
    if (planned.findings.length > 0 && !options.json)
      streams.err(showFindings(file, planned.findings, streams.colour));
    if (planned.plan === undefined || result !== exitCode.fine) continue;
    const { name, cloud } = planned.plan;
    const what = await writeWhole(options.out, name, (folder) =>
      writeEnvironment(planned, folder, synthesizers[cloud], options),
    );
    written.push({ file, name, folder: join(options.out, name), what });
    if (!options.json) streams.out(`${file} → ${join(options.out, name)}: ${what}\n`);
  }
  if (options.json) streams.out(`${JSON.stringify({ written, findings }, null, 2)}\n`);
  return worst;
}

async function writeEnvironment(
  planned: PlannedFile,
  folder: string,
  synthesizer: Synthesizer,
  options: SynthOptions,
): Promise<string> {
  if (planned.plan === undefined) return "nothing";
  writeFileSync(join(folder, "plan.json"), `${JSON.stringify(planned.plan, null, 2)}\n`);
  writeFileSync(join(folder, "report.html"), reportPage(planned.plan, planned.findings));
  return synthesizer(planned.plan, folder, options);
}

/** Lets `write` fill a folder beside the final one and puts it in its place when it is whole. */
async function writeWhole(
  out: string,
  name: string,
  write: (folder: string) => Promise<string>,
): Promise<string> {
  mkdirSync(out, { recursive: true });
  const unfinished = mkdtempSync(join(out, `.${name}-`));
  const clean = (): void => rmSync(unfinished, { recursive: true, force: true });
  process.once("exit", clean);
  try {
    const what = await write(unfinished);
    chmodSync(unfinished, 0o755);
    rmSync(join(out, name), { recursive: true, force: true });
    renameSync(unfinished, join(out, name));
    return what;
  } finally {
    clean();
    process.removeListener("exit", clean);
  }
}
