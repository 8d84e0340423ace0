import { LineCounter, parseDocument, type YAMLError } from "yaml";
import { type Finding, finding } from "../finding.ts";
import { findHiddenCharacter, hiddenCharacter } from "../suspicious-text.ts";
import { convertNodes, type OffsetFinding } from "./convert-nodes.ts";
import { type SourceMap, sourceMap } from "./source-map.ts";
import {
  fileEmpty,
  fileTooLarge,
  nestedTooDeep,
  yamlDocuments,
  yamlSyntax,
  yamlTag,
} from "./yaml-finding-kinds.ts";

const MAX_CHARACTERS = 1_048_576;
/** Findings of one sort that are worth listing. */
const MOST_SYNTAX_FINDINGS = 20;

/** What a YAML text says, whatever it means. */
export interface YamlText {
  /** Plain data; `undefined` when nothing could be read. */
  readonly value: unknown;
  /** With line and column. */
  readonly findings: readonly Finding[];
  /** Findings that hold unless the schema wants text where a number with leading zeros stands. */
  readonly leadingZeros: readonly Finding[];
  readonly source: SourceMap;
  /** First line that could not be read: what was read from there on cannot be trusted. */
  readonly brokenFromLine: number | undefined;
}

/** Reads YAML 1.2 (core schema) and reports everything that is wrong with the text itself. Never throws. */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  if (text.length > MAX_CHARACTERS) return unreadable(lines, tooLarge(text.length));
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const document = parseDocument(body, {
    lineCounter: lines,
    prettyErrors: false,
    resolveKnownTags: false,
    schema: "core",
    uniqueKeys: false,
    version: "1.2",
  });
  const problems = [...document.errors, ...document.warnings]
    .slice(0, MOST_SYNTAX_FINDINGS)
    .map(describeError);
  const hidden = hiddenCharacters(body);
  const converted = convertNodes(document.contents);
  const source = sourceMap(document.contents === null ? undefined : converted.root.node, lines);
  const placed = ({ finding, offset }: OffsetFinding): Finding => ({
    ...finding,
    ...source.position(offset),
  });
  const isEmpty = (converted.root.value ?? null) === null;
  const empty = isEmpty && problems.length === 0 ? [describeEmpty()] : [];
  const broken = problems.filter((problem) => problem.finding.code === yamlSyntax.code);
  return {
    value: isEmpty ? undefined : converted.root.value,
    findings: [...problems, ...hidden, ...converted.findings, ...empty].map(placed),
    leadingZeros: converted.leadingZeros.map(placed),
    source,
    brokenFromLine:
      broken.length === 0
        ? undefined
        : Math.min(...broken.map((problem) => source.position(problem.offset).line)),
  };
}

/** What to say about the errors of the YAML library, by its codes. */
const SYNTAX_HINTS: Readonly<Record<string, string>> = {
  BAD_INDENT: "Close the bracket, or indent the line like its neighbours.",
  BLOCK_AS_IMPLICIT_KEY: "Two colons stand in one line: put the value in quotes.",
  MISSING_CHAR: "A bracket, a quote or a comma is missing.",
  TAB_AS_INDENT: "Indent with spaces.",
  MULTIPLE_ANCHORS: "Keep one anchor.",
  UNEXPECTED_TOKEN: "Look for an unbalanced bracket or quote in this line or the one before.",
  BAD_ALIAS: "Write the value out, or put it in quotes.",
};

function describeError(error: YAMLError): OffsetFinding {
  const offset = error.pos[0];
  const message = error.message.replace(/\s+/g, " ").trim();
  switch (error.code) {
    case "RESOURCE_EXHAUSTION":
      return {
        offset,
        finding: finding(nestedTooDeep, {
          path: [],
          message: "Values are nested too deep to be read.",
          allowed: "at most 32 levels",
          hint: "Is a bracket too many? No field of an environment lies that deep.",
        }),
      };
    case "MULTIPLE_DOCS":
      return {
        offset,
        finding: finding(yamlDocuments, {
          path: [],
          message: "A second document begins here (---); one file is one environment.",
          allowed: "one document",
          hint: "Move it to a file of its own.",
        }),
      };
    case "TAG_RESOLVE_FAILED":
      return {
        offset,
        finding: finding(yamlTag, {
          path: [],
          message: `${message}: values have no tags here.`,
          hint: "Remove the tag, or put the value in quotes.",
        }),
      };
    default:
      return {
        offset,
        finding: finding(yamlSyntax, {
          path: [],
          message: `${message.replace(/\.$/, "")}.`,
          hint: SYNTAX_HINTS[error.code] ?? "Compare the line with its neighbours.",
        }),
      };
  }
}

function hiddenCharacters(text: string): readonly OffsetFinding[] {
  const found: OffsetFinding[] = [];
  let next = findHiddenCharacter(text);
  while (next !== undefined && found.length < MOST_SYNTAX_FINDINGS) {
    found.push({
      offset: next.offset,
      finding: finding(hiddenCharacter, {
        path: [],
        message: `A character that cannot be seen stands here: ${next.name}.`,
        got: next.name,
        hint: "Delete it, or type the line again.",
      }),
    });
    next = findHiddenCharacter(text, next.end);
  }
  return found;
}

function describeEmpty(): OffsetFinding {
  return {
    offset: 0,
    finding: finding(fileEmpty, {
      path: [],
      message: "The file says nothing.",
      allowed: "a map with name, cloud, region and a pool or a workload",
      hint: "Start from an example, or run `engineroom init`.",
    }),
  };
}

function tooLarge(characters: number): Finding {
  return finding(fileTooLarge, {
    path: [],
    message: `The file has ${characters} characters.`,
    got: characters,
    allowed: `at most ${MAX_CHARACTERS}`,
    hint: "One file is one environment. Is this the right file?",
  });
}

function unreadable(lines: LineCounter, problem: Finding): YamlText {
  return {
    value: undefined,
    findings: [{ ...problem, line: 1, column: 1 }],
    leadingZeros: [],
    source: sourceMap(undefined, lines),
    brokenFromLine: undefined,
  };
}
