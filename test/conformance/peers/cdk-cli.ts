import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** How a run of the CDK CLI ended. */
export interface CdkRun {
  readonly code: number | null;
  /** Standard output and standard error, in the order written. */
  readonly output: string;
}

export const root = fileURLToPath(new URL("../../..", import.meta.url));
const cli = join(dirname(createRequire(import.meta.url).resolve("aws-cdk/package.json")), "bin", "cdk");

/** Runs the project's own pinned CDK CLI in the repository's root; a failed run is an answer, not an error. */
export function cdk(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<CdkRun> {
  return new Promise((settle, reject) => {
    const flags = ["--no-color", "--no-notices", "--no-version-reporting", "--ci"];
    const child = spawn(process.execPath, [cli, ...args, ...flags], {
      cwd: root,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const written: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => written.push(chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => settle({ code, output: written.join("") }));
  });
}
