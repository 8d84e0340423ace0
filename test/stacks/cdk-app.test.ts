import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { exampleNow } from "../../environments/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "engineroom-cdk-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the app as the CDK CLI does: context and output folder come in variables. */
function runApp(name: string, context: Readonly<Record<string, string>>) {
  const out = join(folder, name);
  const { status, stderr } = spawnSync(process.execPath, ["bin/cdk.ts"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context), CDK_OUTDIR: out },
  });
  return { status, stderr, out };
}

describe("cdk -c environment=FILE", () => {
  test("synthesizes the stacks of a file, named from the working directory", () => {
    const { status, stderr, out } = runApp("good", {
      environment: "environments/training-p5-capacity-block.yaml",
      now: exampleNow,
    });
    expect(status, stderr).toBe(0);
    const templates = readdirSync(out).filter((file) => file.endsWith(".template.json"));
    expect(templates.sort()).toEqual([
      "pretrain-cluster.template.json",
      "pretrain-data.template.json",
      "pretrain-storage.template.json",
    ]);
  });

  test("says what is wrong with a file, and where, and writes nothing", () => {
    const file = join(folder, "wrong.yaml");
    writeFileSync(
      file,
      [
        "name: Wrong Name",
        "cloud: aws",
        "region: us-east-2",
        "pools:",
        "  - { name: a, machine: p5.49xlarge }",
        "",
      ].join("\n"),
    );
    const { status, stderr, out } = runApp("wrong", { environment: file, now: exampleNow });
    expect(status).toBe(1);
    expect(stderr).toMatch(/wrong\.yaml:1:\d+/);
    expect(stderr).not.toMatch(/\n\s+at .*\.[jt]s:\d+/);
    expect(existsSync(out)).toBe(false);
  });

  test("asks for a file where none is named, or where it is not there", () => {
    const none = runApp("none", {});
    expect(none.status).toBe(1);
    expect(none.stderr).toContain("-c environment=");
    const missing = runApp("missing", { environment: "environments/no-such.yaml" });
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain("no-such.yaml");
  });

  test("refuses a time that is none", () => {
    const { status, stderr } = runApp("time", { environment: "environments/start-small.yaml", now: "soon" });
    expect(status).toBe(1);
    expect(stderr).toContain("now=soon");
  });

  test("shows warnings as CDK's own, so that they can be acknowledged", () => {
    const file = join(folder, "warned.yaml");
    const text = readFileSync(join(root, "environments/start-small.yaml"), "utf8");
    // Nobody is alerted by a budget without an address.
    writeFileSync(file, text.replace(/^owner: .*$/m, "owner: nobody").replace(/^budget: .*$/m, ""));
    const { status, stderr, out } = runApp("warned", { environment: file, now: exampleNow });
    expect(status, stderr).toBe(0);
    expect(readdirSync(out)).toContain("manifest.json");
  });
});
