import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;
// Inside the package, where `engineroom` is found by its own name as a user's project finds it.
beforeAll(() => {
  mkdirSync(join(root, "out"), { recursive: true });
  folder = mkdtempSync(join(root, "out", "docs-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const examples = ["README.md", "docs/constructs-aws.md"].flatMap((page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/```ts\n(.*?)```/gs)].map(
    ([, code = ""], index) => [`${page}, example ${index + 1}`, code] as const,
  ),
);

function run(name: string, code: string) {
  const file = join(folder, `${name.replaceAll(/\W/g, "-")}.ts`);
  writeFileSync(file, code);
  return spawnSync(process.execPath, [file], { encoding: "utf8", cwd: root });
}

describe("TypeScript shown in the documentation", () => {
  it.each(examples)("%s runs", (name, code) => {
    const { status, stderr } = run(name, code);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("the node pool of docs/constructs-aws.md is one group with its fabric", () => {
    const [, code = ""] = examples.find(([name]) => name.startsWith("docs/constructs-aws.md")) ?? [];
    const { stdout } = run("pool", code);
    expect(stdout).toMatch(/^pool-reservation \d+\n$/);
  });
});
