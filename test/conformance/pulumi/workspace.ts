import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Layer, stackName } from "../../../stacks/pulumi/layer.ts";
import { installPulumiEngine } from "./engine/install-engine.ts";
import type { ProviderCall, Refusals } from "./provider/calls.ts";
import { startProviders } from "./provider/start-providers.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const PACKAGES = ["gcp", "azure-native", "kubernetes"];

/** How a run of the Pulumi command line ended. */
export interface PulumiRun {
  readonly code: number;
  readonly output: string;
}

/** An environment in the hands of the real Pulumi engine, with its own state and recording providers. */
export interface Workspace {
  /** Makes both stacks and names the environment file in their configuration. */
  readonly choose: (file: string, now: string) => Promise<void>;
  /** Runs a command on a layer's stack: `pulumi COMMAND --stack NAME …`. */
  readonly run: (command: string, layer: Layer, ...args: readonly string[]) => Promise<PulumiRun>;
  /** Calls that reached the providers since the last time. */
  readonly takeCalls: () => readonly ProviderCall[];
  /** From now on these types are refused. */
  readonly refuse: (refusals: Refusals) => void;
  readonly close: () => void;
}

/** Opens a workspace for an environment of this name: a folder that stands for the project's own, with its Pulumi.yaml. */
export async function openWorkspace(environment: string): Promise<Workspace> {
  const engine = await installPulumiEngine();
  const folder = mkdtempSync(join(tmpdir(), "engineroom-pulumi-"));
  const project = join(folder, "project");
  const log = join(folder, "calls.jsonl");
  const refusals = join(folder, "refusals.json");
  linkProject(project);
  mkdirSync(join(folder, "state"));
  const providers = await startProviders(PACKAGES, { RECORDING_LOG: log, RECORDING_REFUSALS: refusals });
  const environmentVariables = {
    ...process.env,
    PATH: [engine, join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${join(folder, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "conformance",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DEBUG_PROVIDERS: providers.attach,
  };
  const pulumi = (args: readonly string[]): Promise<PulumiRun> =>
    new Promise((resolve) => {
      const options = { cwd: project, env: environmentVariables, maxBuffer: 256 * 1024 * 1024 };
      execFile(join(engine, "pulumi"), [...args, "--non-interactive"], options, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : exitCode(error), output: `${stdout}${stderr}` }),
      );
    });
  const must = async (...args: readonly string[]): Promise<void> => {
    const { code, output } = await pulumi(args);
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")}: ${output}`);
  };
  return {
    choose: async (file, now) => {
      for (const layer of ["data", "cluster"] as const) {
        const stack = stackName(environment, layer);
        if (!existsSync(join(project, `Pulumi.${stack}.yaml`))) await must("stack", "init", stack);
        const values = [`environment=${file}`, `layer=${layer}`, `now=${now}`];
        const settings = values.flatMap((value) => ["--plaintext", `engineroom:${value}`]);
        await must("config", "set-all", "--stack", stack, ...settings);
      }
    },
    run: (command, layer, ...args) =>
      pulumi([command, "--stack", stackName(environment, layer), "--suppress-progress", ...args]),
    takeCalls: () => {
      const calls = existsSync(log) ? readFileSync(log, "utf8").split("\n") : [];
      rmSync(log, { force: true });
      return calls.filter((line) => line !== "").map((line) => JSON.parse(line) as ProviderCall);
    },
    refuse: (list) => writeFileSync(refusals, JSON.stringify(list)),
    close: () => {
      providers.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Links to everything in the checkout: stacks' own settings are written beside Pulumi.yaml, which must not be there. */
function linkProject(project: string): void {
  mkdirSync(project);
  for (const entry of readdirSync(root)) {
    if (entry.startsWith("Pulumi.") || entry.startsWith(".")) continue;
    symlinkSync(join(root, entry), join(project, entry));
  }
  copyFileSync(join(root, "Pulumi.yaml"), join(project, "Pulumi.yaml"));
}

function exitCode(error: { readonly code?: unknown }): number {
  return typeof error.code === "number" ? error.code : 1;
}
