import { describe, expect, it } from "vitest";
import { loadEnvironment } from "../../spec/load.ts";
import { codesOf, findingsOf, onlyFinding, smallest } from "./findings.ts";

describe("text that is no environment", () => {
  it.each([
    ["nothing", "", "file-empty"],
    ["blanks", "  \n\n", "file-empty"],
    ["comments alone", "# an environment\n", "file-empty"],
    ["null", "~", "file-empty"],
    ["a list", "- name: a\n", "wrong-type"],
    ["a single word", "environment", "wrong-type"],
    ["a number", "42", "wrong-type"],
    ["two documents", `${smallest}---\n${smallest}`, "yaml-documents"],
    ["more than 1 MiB", `${smallest}# ${"x".repeat(1_048_576)}`, "file-too-large"],
    ["a tab as indentation", "name: small\nnetwork:\n\tcidr: 10.0.0.0/16\n", "yaml-syntax"],
    ["an open bracket", `${smallest}zones: [use2-az1\nowner: a\n`, "yaml-syntax"],
    ["two colons in a line", `${smallest}owner: a: b\n`, "yaml-syntax"],
    ["a tag of a program's type", `${smallest}owner: !!python/object a\n`, "yaml-tag"],
    ["a tag of an own type", `${smallest}owner: !secret a\n`, "yaml-tag"],
    ["a list as key", `${smallest}? [a, b]\n: c\n`, "key-not-text"],
    ["an empty key", `${smallest}: c\n`, "key-not-text"],
    ["a key twice", `${smallest}region: us-west-2\n`, "duplicate-key"],
    ["an alias without anchor", `${smallest}owner: *team\n`, "yaml-alias"],
    ["an alias to itself", `${smallest}tags: &tags { a: *tags }\n`, "yaml-alias"],
    ["a merge key", `${smallest}tags: { <<: { a: b } }\n`, "wrong-type"],
  ])("%s is a finding", (_, text, code) => {
    const { environment, findings } = loadEnvironment(text);
    expect(findings.map((each) => each.code)).toContain(code);
    expect(environment).toBeUndefined();
    for (const finding of findings) expect(finding.line, finding.message).toBeGreaterThan(0);
  });

  it("a tab gets the hint to use spaces, and nothing is called missing because of it", () => {
    expect(onlyFinding("name: small\nnetwork:\n\tcidr: 10.0.0.0/16\n")).toMatchObject({
      line: 3,
      hint: "Indent with spaces.",
    });
  });

  it("mistakes above a line that cannot be read are still reported", () => {
    const codes = codesOf("name: Small\ncloud: awz\nregion: us-east-2\npools: [{ name: train\nowner: x\n");
    expect(codes.slice(0, 3)).toEqual(["wrong-format", "unknown-value", "yaml-syntax"]);
    expect(codes).not.toContain("missing-key");
  });
});

describe("text that is made to break readers", () => {
  const bomb = [
    "a: &a [x, x, x, x, x, x, x, x, x]",
    ..."bcdefghij".split("").map((name, index) => {
      const previous = "abcdefghi"[index];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${previous}`).join(", ")}]`;
    }),
  ].join("\n");

  it("an alias bomb is one clear finding beside the unknown keys", () => {
    const findings = findingsOf(`${smallest}${bomb}\n`);
    expect(findings.filter(({ code }) => code === "yaml-alias")).toHaveLength(1);
    expect(JSON.stringify(findings).length).toBeLessThan(50_000);
  });

  it.each([
    ["open brackets", "[".repeat(20_000)],
    ["balanced brackets", `a: ${"[".repeat(500)}${"]".repeat(500)}`],
    ["open braces", "{a: ".repeat(5_000)],
    ["dashes", `${"- ".repeat(20_000)}a`],
    ["question marks", "? ".repeat(20_000)],
  ])("deep nesting of %s is a finding", (_, text) => {
    expect(codesOf(text)).toContain("nested-too-deep");
  });

  it.each(["__proto__", "constructor", "prototype"])("the key %s is refused wherever it stands", (key) => {
    const findings = findingsOf(`${smallest}${key}: { polluted: true }\ntags: { ${key}: x }\n`);
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ["reserved-key", 5],
      ["reserved-key", 6],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    ["a control character", "a\u0007b"],
    ["a null character", "a\u0000b"],
    ["a direction override", "a\u202eb"],
    ["a zero-width space", "a\u200bb"],
    ["a byte order mark inside", "a\ufeffb"],
    ["what is left of a wrong encoding", "a\ufffdb"],
    ["a lone carriage return", "a\rb"],
  ])("%s is reported with its place, in values and in comments", (_, text) => {
    expect(codesOf(`${smallest}owner: "${text}"\n`)).toEqual(["hidden-character"]);
    expect(codesOf(`${smallest}# ${text}\n`)).toContain("hidden-character");
  });

  it("an escaped direction override is found in the value", () => {
    expect(onlyFinding(`${smallest}owner: "a\\u202eb"\n`)).toMatchObject({
      code: "hidden-character",
      path: ["owner"],
      line: 5,
      got: "U+202E",
    });
  });

  it("a letter of another script in a name is named", () => {
    const text = smallest.replace("name: train", "name: tr\u0430in");
    expect(onlyFinding(text)).toMatchObject({
      code: "wrong-format",
      hint: expect.stringContaining("U+0430, a Cyrillic letter"),
    });
  });

  it("a key and a word that only look right are explained", () => {
    expect(onlyFinding(`${smallest}z\u043ene: a\n`).hint).toContain("U+043E");
    expect(onlyFinding(smallest.replace("aws", "\u0430ws"))).toMatchObject({
      code: "unknown-value",
      hint: expect.stringContaining("U+0430"),
    });
    expect(onlyFinding(smallest.replace("aws", "aws\u00a0")).hint).toContain("U+00A0");
  });

  it.each(["../escape", "a/b", "a\\b", "..", "a%2fb", "con ", "$(id)", "-rf"])(
    "the name %j is refused",
    (name) => {
      expect(codesOf(smallest.replace("name: small", `name: ${JSON.stringify(name)}`))).toEqual([
        "wrong-format",
      ]);
    },
  );

  it.each<readonly [string, (index: number) => string]>([
    ["unknown keys", (index) => `k${index}: 1`],
    ["duplicate keys", () => "name: small"],
    ["stray brackets", () => "}"],
  ])("50,000 %s give a bounded number of findings, and one says so or the text is refused", (_, line) => {
    const findings = findingsOf(Array.from({ length: 50_000 }, (_, index) => line(index)).join("\n"));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThanOrEqual(501);
    expect(JSON.stringify(findings).length).toBeLessThan(1_000_000);
  });

  it("numbers in a large map of texts are taken as written, without comparing each with each", () => {
    const tags = Array.from({ length: 20_000 }, (_, index) => `  k${index}: 0${index}`).join("\n");
    const { environment } = loadEnvironment(`${smallest}tags:\n${tags}\n`);
    expect(environment?.tags.k19999).toBe("019999");
  });
});

describe("harmless oddities", () => {
  it("a byte order mark at the beginning moves no column", () => {
    expect(findingsOf(`\ufeff${smallest}`)).toEqual([]);
    expect(onlyFinding(`\ufeffnaem: x\n${smallest}`)).toMatchObject({ line: 1, column: 1 });
  });

  it("Windows line ends move no line", () => {
    const text = `${smallest}ownr: a\n`.replaceAll("\n", "\r\n");
    expect(onlyFinding(text)).toMatchObject({ code: "unknown-key", line: 5, column: 1 });
  });

  it("anchors and aliases share values", () => {
    const text = `${smallest.replace("[{", "[&pool {")}storage: [{ name: &n corpus, kind: object }, { name: s, kind: parallel, source: *n }]\n`;
    expect(findingsOf(text)).toEqual([]);
  });

  it("JSON is read too", () => {
    expect(
      findingsOf(
        '{"name":"a","cloud":"aws","region":"us-east-2","pools":[{"name":"p","accelerator":"h100"}]}',
      ),
    ).toEqual([]);
  });

  it("a %YAML 1.1 line does not turn words into truth values", () => {
    const { environment } = loadEnvironment(`%YAML 1.1\n---\n${smallest}owner: yes\n`);
    expect(environment?.owner).toBe("yes");
  });
});

describe("numbers", () => {
  const nodes = (text: string): string => smallest.replace("p5.48xlarge", `p5.48xlarge, nodes: ${text}`);

  it.each([
    ["1e999", "wrong-type"],
    [".inf", "wrong-type"],
    ["-.inf", "wrong-type"],
    [".nan", "wrong-type"],
    ["1.5", "wrong-type"],
    ["1_000", "wrong-type"],
    ['"4"', "wrong-type"],
    ["four", "wrong-type"],
    ["", "wrong-type"],
    ["010", "ambiguous-number"],
    ["0", "out-of-range"],
    ["-3", "out-of-range"],
    ["123456789012345678901234567890", "out-of-range"],
  ])("nodes: %s is a finding", (text, code) => {
    expect(onlyFinding(nodes(text))).toMatchObject({ code, line: 4 });
  });

  it.each([
    ["0x10", 16],
    ["0o17", 15],
    ["1e2", 100],
    ["4.0", 4],
  ])("nodes: %s is %d, as YAML 1.2 says", (text, count) => {
    expect(loadEnvironment(nodes(text)).environment?.pools[0]?.nodes).toBe(count);
  });

  it("a number in quotes gets the way to write it", () => {
    expect(onlyFinding(nodes('"1,000"')).hint).toBe("Write 1000, without quotes or separators.");
  });
});
