import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { exampleFiles, exampleNow } from "../../../environments/index.ts";
import { root } from "./cdk-cli.ts";

/** A synthesized CloudFormation template. */
export interface Template {
  readonly stack: string;
  readonly file: string;
  readonly region: string;
}

/** Synthesizes every example into a folder, as a user does: `engineroom synth environments/*.yaml --out FOLDER`. */
export async function synthesizeExamples(folder: string): Promise<void> {
  const args = ["bin/engineroom.ts", "synth", ...exampleFiles(), "--now", exampleNow, "--out", folder];
  await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
}

/** The AWS templates of a folder that `synthesizeExamples` filled. */
export function templatesIn(folder: string): Template[] {
  return globSync("*/cdk.out/*.template.json", { cwd: folder })
    .sort()
    .map((path) => ({
      stack: basename(path, ".template.json"),
      file: join(folder, path),
      region: regionOf(join(folder, dirname(dirname(path)), "plan.json")),
    }));
}

function regionOf(planFile: string): string {
  const { region } = JSON.parse(readFileSync(planFile, "utf8")) as { readonly region: string };
  return region;
}
