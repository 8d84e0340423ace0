import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("recording-provider.ts", import.meta.url));

export interface RunningProviders {
  /** Value of `PULUMI_DEBUG_PROVIDERS`: the engine attaches to these in place of plug-ins. */
  readonly attach: string;
  readonly stop: () => void;
}

/** Starts a recording provider for each package. */
export async function startProviders(
  packages: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RunningProviders> {
  const running: ChildProcess[] = [];
  const stop = (): void => {
    for (const child of running) child.kill();
  };
  try {
    const ports = await Promise.all(
      packages.map(async (pkg) => {
        const child = spawn(process.execPath, [program, pkg], {
          env: { ...process.env, ...environment },
          stdio: ["ignore", "pipe", "inherit"],
        });
        running.push(child);
        return `${pkg}:${await firstLine(child, pkg)}`;
      }),
    );
    return { attach: ports.join(","), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function firstLine(child: ChildProcess, pkg: string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the provider of ${pkg} ended with ${code}`)));
    if (child.stdout !== null) createInterface({ input: child.stdout }).once("line", resolve);
  });
}
