import { describe, expect, it } from "vitest";
import { defineEnvironment, parseEnvironment } from "../../spec/define-environment.ts";
import { specFindingKinds } from "../../spec/finding-kinds.ts";

const input = defineEnvironment({
  name: "assistant",
  cloud: "aws",
  region: "us-east-2",
  pools: [{ name: "train", accelerator: "h100", nodes: 4, purchase: [{ kind: "spot" }] }],
});

describe("an environment in TypeScript", () => {
  it("is the value that was written", () => {
    expect(input.pools?.[0]?.purchase).toEqual([{ kind: "spot" }]);
  });

  it("gets its defaults when it is parsed", () => {
    const { environment, findings } = parseEnvironment(input);
    expect(findings).toEqual([]);
    expect(environment?.orchestration).toMatchObject({ kind: "kubernetes", delivery: "direct", queues: [] });
    expect(environment?.network).toMatchObject({ api: "private", avoid: [] });
  });

  it("gets findings with paths for what the types cannot say", () => {
    const { environment, findings } = parseEnvironment({ ...input, zones: ["us-east-2a"] });
    expect(environment).toBeUndefined();
    expect(findings).toMatchObject([{ code: "zone-name-for-zone-id", path: ["zones", 0] }]);
  });

  it("may name a shared policy", () => {
    const shared = { ...input, policy: "policy.yaml" };
    expect(parseEnvironment(shared).findings).toMatchObject([{ code: "policy-file-missing" }]);
    const { environment } = parseEnvironment(shared, { readPolicy: () => "residency: us\n" });
    expect(environment?.policy.residency).toBe("us");
  });

  it("asks for digits in quotes", () => {
    expect(parseEnvironment({ ...input, account: 123456789012 }).findings).toMatchObject([
      { code: "wrong-type", path: ["account"], hint: expect.stringContaining('"123456789012"') },
    ]);
  });

  it("is not changed by being parsed", () => {
    const copy = structuredClone(input);
    parseEnvironment(input, { readPolicy: () => "" });
    expect(input).toEqual(copy);
  });
});

describe("the kinds of findings", () => {
  it("have codes of their own in kebab-case, a title and a source", () => {
    const codes = specFindingKinds.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
    for (const { code, title, source } of specFindingKinds) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title).toMatch(/\.$/);
      expect(source).toMatch(/^(https:\/\/|docs\/)/);
    }
  });
});
