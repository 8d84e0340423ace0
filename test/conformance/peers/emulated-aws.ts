import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { installPython } from "../python/install.ts";

/** A running emulated AWS on loopback. */
export interface EmulatedAws {
  /** `http://127.0.0.1:<port>` for `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

export const emulatorFolder = fileURLToPath(new URL("../emulated-aws", import.meta.url));

/** Starts the emulator on a free loopback port. It ends with `stop`, and with this process however that ends. */
export async function startEmulatedAws(): Promise<EmulatedAws> {
  const python = join(await installPython("emulated-aws"), "python");
  const child = spawn(python, ["-m", "emulated_aws", "--end-with-stdin"], {
    cwd: emulatorFolder,
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", PYTHONWARNINGS: "ignore" },
  });
  const kill = (): void => void child.kill("SIGTERM");
  process.once("exit", kill);
  const exited = once(child, "exit");
  const first = once(createInterface(child.stdout), "line");
  const said = await Promise.race([first, exited.then(() => undefined)]);
  if (said === undefined)
    throw new Error(`the emulated AWS ended with code ${child.exitCode} before it served`);
  const { endpoint } = JSON.parse(String(said[0])) as { endpoint: string };
  return {
    endpoint,
    async stop() {
      kill();
      await exited;
      process.off("exit", kill);
    },
  };
}
