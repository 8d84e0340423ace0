import type { FindingKind } from "../finding.ts";

const YAML = "https://yaml.org/spec/1.2.2/";

export const yamlSyntax: FindingKind = {
  code: "yaml-syntax",
  severity: "error",
  title: "The file is well-formed YAML 1.2.",
  source: YAML,
};

export const yamlDocuments: FindingKind = {
  code: "yaml-documents",
  severity: "error",
  title: "A file holds one document: one environment.",
  source: `${YAML}#92-streams`,
};

export const yamlTag: FindingKind = {
  code: "yaml-tag",
  severity: "error",
  title: "Values are plain data without YAML tags.",
  source: `${YAML}#103-core-schema`,
};

export const yamlAlias: FindingKind = {
  code: "yaml-alias",
  severity: "error",
  title: "Aliases name an earlier anchor, do not contain themselves and do not multiply the file.",
  source: "https://en.wikipedia.org/wiki/Billion_laughs_attack",
};

export const fileTooLarge: FindingKind = {
  code: "file-too-large",
  severity: "error",
  title: "A file is at most 1 MiB.",
  source: "https://cwe.mitre.org/data/definitions/400.html",
};

export const nestedTooDeep: FindingKind = {
  code: "nested-too-deep",
  severity: "error",
  title: "Values are nested at most 32 deep.",
  source: "https://cwe.mitre.org/data/definitions/674.html",
};

export const fileEmpty: FindingKind = {
  code: "file-empty",
  severity: "error",
  title: "A file describes an environment.",
  source: YAML,
};

export const duplicateKey: FindingKind = {
  code: "duplicate-key",
  severity: "error",
  title: "A key stands once in a map.",
  source: `${YAML}#3213-node-comparison`,
};

export const keyNotText: FindingKind = {
  code: "key-not-text",
  severity: "error",
  title: "Keys are words.",
  source: `${YAML}#321-representation-graph`,
};

export const ambiguousNumber: FindingKind = {
  code: "ambiguous-number",
  severity: "error",
  title: "A number does not begin with a zero: some readers take it for octal.",
  source: `${YAML}#103-core-schema`,
};

export const yamlFindingKinds: readonly FindingKind[] = [
  yamlSyntax,
  yamlDocuments,
  yamlTag,
  yamlAlias,
  fileTooLarge,
  nestedTooDeep,
  fileEmpty,
  duplicateKey,
  keyNotText,
  ambiguousNumber,
];
