/** How much a finding weighs: an `error` blocks synthesis, a `warning` is shown and can be acknowledged, `info` explains. */
export type Severity = "error" | "warning" | "info";

/** Where in an environment file (or in a template) something stands: keys and indices from the root. */
export type Path = readonly (string | number)[];

/** Line and column, both counted from 1, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing a person should know before money is spent. Plain data: it is the JSON contract of `validate --json`. */
export interface Finding extends Partial<Position> {
  /** Stable kebab-case identifier, listed on the generated findings page. */
  readonly code: string;
  readonly severity: Severity;
  readonly path: Path;
  /** File that line and column count in, where it is another one than the environment's: a shared policy. */
  readonly file?: string;
  readonly message: string;
  /** The value found. */
  readonly got?: unknown;
  /** The values or the range that would be accepted. */
  readonly allowed?: unknown;
  /** The next thing to do. */
  readonly hint?: string;
  /** Link to the rule, the number or the incident behind the finding. */
  readonly source?: string;
}

/** What every occurrence of one kind of finding has in common. Declared once, listed on the findings page. */
export interface FindingKind {
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what must hold. */
  readonly title: string;
  /** Why: the rule's documentation, or the real incident that this prevents. */
  readonly source: string;
}

/** What one occurrence adds to its kind. */
export type Occurrence = Omit<Finding, "code" | "severity" | "source" | keyof Position> & {
  readonly severity?: Severity;
  readonly source?: string;
};

/** Makes an occurrence of a kind. */
export function finding(kind: FindingKind, occurrence: Occurrence): Finding {
  return { code: kind.code, severity: kind.severity, source: kind.source, ...occurrence };
}
