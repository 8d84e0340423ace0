import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The pinned Python environments that conformance needs, by the name of their requirements file. */
export type PythonEnvironment = "emulated-aws" | "checkov";

const run = promisify(execFile);
const folder = dirname(fileURLToPath(import.meta.url));

/**
 * Makes a pinned Python environment, unless it exists already, and returns its `bin` folder.
 *
 * Environments are kept outside the repository, in `$XDG_CACHE_HOME/engineroom` (default `~/.cache/engineroom`), under
 * the hash of their requirements. Throws with pip's own words when `python3 -m venv` or pip fails.
 */
export async function installPython(name: PythonEnvironment): Promise<string> {
  const requirements = join(folder, `${name}.requirements.txt`);
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const target = join(cache, "engineroom", `python-${hash}`);
  const done = join(target, "complete");
  if (!existsSync(done)) {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { recursive: true, force: true });
    await run("python3", ["-m", "venv", target]);
    const pip = [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "--requirement",
      requirements,
    ];
    await run(join(target, "bin", "python"), pip, { maxBuffer: 64 * 1024 * 1024 });
    // The marker comes last: an interrupted installation is made again.
    mkdirSync(done);
  }
  return join(target, "bin");
}

if (import.meta.main) {
  for (const name of ["emulated-aws", "checkov"] as const) console.log(await installPython(name));
}
