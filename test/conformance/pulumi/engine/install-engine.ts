import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A program of the Pulumi engine: the Go package that it is built from, and how it learns its own version. */
interface EngineProgram {
  readonly name: string;
  /** Module whose version `go.mod` pins. */
  readonly module: string;
  readonly package: string;
  /** Module that holds the version variable. */
  readonly sdk: string;
}

/** The command line, and the host that runs Node programs: the last release of the SDK whose Go module holds it. */
const PROGRAMS: readonly EngineProgram[] = [
  {
    name: "pulumi",
    module: "github.com/pulumi/pulumi/pkg/v3",
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    sdk: "github.com/pulumi/pulumi/sdk/v3",
  },
  {
    name: "pulumi-language-nodejs",
    module: "github.com/pulumi/pulumi/sdk/v3",
    package: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
    sdk: "github.com/pulumi/pulumi/sdk/v3",
  },
];

/** Ready-made programs beside the checkout, where a workplace has them: a tar of both, compressed with zstd. */
const prebuilt = fileURLToPath(
  new URL("../../../../../shared/tools/prebuilt/pulumi-engine.tar.zst", import.meta.url),
);
const folder = dirname(fileURLToPath(import.meta.url));
const run = promisify(execFile);

/**
 * Makes the Pulumi engine, unless it exists already, and returns the folder of its programs.
 *
 * It is kept outside the repository, in `$XDG_CACHE_HOME/engineroom` (default `~/.cache/engineroom`), under the hash of
 * its pinned Go modules. Ready-made programs are taken where they lie; otherwise Go builds them, which takes minutes.
 * Throws with Go's own words when that fails.
 */
export async function installPulumiEngine(): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const target = join(cache, "engineroom", `pulumi-engine-${pinsHash()}`);
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  const half = mkdtempSync(`${target}.`);
  try {
    if (!(await unpackInto(half))) for (const program of PROGRAMS) await build(program, half);
    // The name comes last: an interrupted installation is made again, and two at once do not meet.
    if (!existsSync(target)) renameSync(half, target);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return target;
}

function pinsHash(): string {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  for (const { name } of PROGRAMS) {
    for (const file of ["go.mod", "go.sum"]) hash.update(readFileSync(join(folder, name, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

/** Takes the ready-made programs, if they are there, are of this machine, and are of the pinned version. */
async function unpackInto(target: string): Promise<boolean> {
  if (!existsSync(prebuilt) || process.platform !== "linux" || process.arch !== "x64") return false;
  try {
    await run("tar", ["--use-compress-program", "zstd -d --long=27", "-xf", prebuilt, "-C", target]);
    const { stdout } = await run(join(target, "pulumi"), ["version"], { env: offline() });
    if (stdout.trim().replace(/^v/, "") === pinnedVersion(PROGRAMS[0])) return true;
  } catch {
    // Without zstd, or with an archive of another shape, Go builds them.
  }
  for (const { name } of PROGRAMS) rmSync(join(target, name), { force: true });
  return false;
}

async function build(program: EngineProgram, target: string): Promise<void> {
  // Without its version the engine refuses `pulumi version`.
  const version = `-X ${program.sdk}/go/common/version.Version=${pinnedVersion(program)}`;
  const args = ["build", "-mod=readonly", "-trimpath", "-ldflags", `-s -w ${version}`];
  const options = { cwd: join(folder, program.name), maxBuffer: 64 * 1024 * 1024 };
  await run("go", [...args, "-o", join(target, program.name), program.package], options);
}

function pinnedVersion(program: EngineProgram | undefined): string {
  if (program === undefined) return "";
  const goMod = readFileSync(join(folder, program.name, "go.mod"), "utf8");
  const line = goMod.split("\n").find((each) => each.startsWith(`require ${program.module} v`));
  return line?.split(" v").at(-1)?.trim() ?? "";
}

function offline(): NodeJS.ProcessEnv {
  return { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
}

if (import.meta.main) console.log(await installPulumiEngine());
