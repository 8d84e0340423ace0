import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { parseEnvironment } from "../../spec/define-environment.ts";
import { loadEnvironment } from "../../spec/load.ts";
import { arbitraryAwsEnvironment, arbitraryLabel } from "./arbitrary-environment.ts";

const example = readFileSync(new URL("../../environments/assistant.yaml", import.meta.url), "utf8");

const environments = arbitraryAwsEnvironment({
  region: "us-east-2",
  zones: ["use2-az1", "use2-az2", "use2-az3"],
  machines: ["p5.48xlarge", "g6.xlarge", "trn2.48xlarge"],
  accelerators: ["h100", "l4"],
});

/** Text that looks like an environment file: pieces of YAML and words of the format. */
const pieces = fc.constantFrom(
  ...[
    "name: a\n",
    "cloud: aws\n",
    "region: us-east-2\n",
    "pools:\n",
    "  - ",
    "name: ",
    "kind: ",
    "spot",
    "[",
    "]",
  ],
  ...[
    "{",
    "}",
    ": ",
    "- ",
    "\n",
    "  ",
    "\t",
    "&a ",
    "*a",
    "!!str ",
    "? ",
    "|\n",
    ">\n",
    '"',
    "'",
    "#",
    "---\n",
    "...",
  ],
  ...[
    "%YAML 1.1\n",
    "<<: ",
    "__proto__",
    "1e999",
    ".nan",
    "0x1",
    "null",
    "~",
    "\u202e",
    "\u0000",
    "\ud800",
    "\r",
  ],
);

/** A file with a part of it replaced, doubled or cut away. */
const damaged = fc
  .tuple(fc.nat(example.length), fc.nat(40), fc.oneof(fc.string({ unit: "binary", maxLength: 10 }), pieces))
  .map(([from, length, text]) => example.slice(0, from) + text + example.slice(from + length));

function readsWithoutThrowing(text: string): void {
  const { environment, findings, locate } = loadEnvironment(text);
  const isBlocked = findings.some(({ severity }) => severity === "error");
  expect(environment === undefined).toBe(isBlocked);
  for (const { line, column, message, got } of findings) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(message).not.toMatch(/union|undefined|\[object|Maximum call stack/);
    expect(JSON.stringify(got ?? null).length).toBeLessThan(2_000);
  }
  locate(["pools", 0, "purchase", 3, "start"]);
}

describe("whatever is thrown at the loader", () => {
  it("any text gives findings or an environment", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), readsWithoutThrowing), {
      numRuns: 300,
    });
  });

  it("any pieces of YAML give findings or an environment", () => {
    const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(fc.property(text, readsWithoutThrowing), { numRuns: 500 });
  });

  it("any damage to a good file gives findings or an environment", () => {
    fc.assert(fc.property(damaged, readsWithoutThrowing), { numRuns: 200 });
  });

  it("any JSON is read as the value that it is", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        readsWithoutThrowing(text);
        parseEnvironment(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });
});

describe("whatever value is parsed", () => {
  it("never throws", () => {
    const anything = fc.anything({
      withNullPrototype: true,
      withDate: true,
      withBigInt: true,
      withMap: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        expect(parseEnvironment(value).environment).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it("never throws with any value in the place of any field", () => {
    const fields = [
      "name",
      "cloud",
      "account",
      "zones",
      "policy",
      "network",
      "pools",
      "storage",
      "orchestration",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...fields, "workloads", "aws"), fc.jsonValue(), (field, value) => {
        const { environment, findings } = parseEnvironment({
          name: "small",
          cloud: "aws",
          region: "us-east-2",
          pools: [{ name: "train", machine: "p5.48xlarge" }],
          [field]: value,
        });
        expect(environment === undefined).toBe(findings.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it("a value that contains itself is a finding", () => {
    const value: Record<string, unknown> = { name: "small" };
    value.pools = [value];
    expect(parseEnvironment(value).findings.map(({ code }) => code)).toEqual(["nested-too-deep"]);
  });
});

describe("valid environments", () => {
  it("have no findings", () => {
    fc.assert(
      fc.property(environments, (input) => {
        expect(parseEnvironment(input).findings).toEqual([]);
      }),
    );
  });

  it("are the same after being written to YAML and read again", () => {
    fc.assert(
      fc.property(environments, (input) => {
        const direct = parseEnvironment(input);
        const loaded = loadEnvironment(stringify(input));
        expect(loaded.findings).toEqual([]);
        expect(loaded.environment).toEqual(direct.environment);
        expect(loadEnvironment(stringify(direct.environment)).environment).toEqual(direct.environment);
      }),
    );
  });

  it("have names that are DNS labels", () => {
    fc.assert(
      fc.property(arbitraryLabel(), (name) => {
        expect(name).toMatch(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
        expect(name.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});
