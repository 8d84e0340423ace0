import type { FindingKind } from "../finding.ts";

const FORMAT = "docs/environment-file.md";

export const unknownKey: FindingKind = {
  code: "unknown-key",
  severity: "error",
  title: "Every key is one of the environment file's.",
  source: FORMAT,
};

export const missingKey: FindingKind = {
  code: "missing-key",
  severity: "error",
  title: "Fields without a default are given.",
  source: FORMAT,
};

export const wrongType: FindingKind = {
  code: "wrong-type",
  severity: "error",
  title: "A value has its field's type.",
  source: FORMAT,
};

export const unknownValue: FindingKind = {
  code: "unknown-value",
  severity: "error",
  title: "A value is one of its field's words.",
  source: FORMAT,
};

export const outOfRange: FindingKind = {
  code: "out-of-range",
  severity: "error",
  title: "Numbers, texts and lists are within their field's limits.",
  source: FORMAT,
};

export const wrongFormat: FindingKind = {
  code: "wrong-format",
  severity: "error",
  title: "A text has its field's form.",
  source: FORMAT,
};

export const policyFileMissing: FindingKind = {
  code: "policy-file-missing",
  severity: "error",
  title: "A policy file that is named can be read.",
  source: FORMAT,
};

export const moreFindings: FindingKind = {
  code: "more-findings",
  severity: "info",
  title: "Very many problems are not all listed.",
  source: FORMAT,
};

export const schemaFindingKinds: readonly FindingKind[] = [
  unknownKey,
  missingKey,
  wrongType,
  unknownValue,
  outOfRange,
  wrongFormat,
  policyFileMissing,
  moreFindings,
];
