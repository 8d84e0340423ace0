/** A template as `JSON.parse` gives it. Only `Resources` is needed. */
export interface CloudFormationTemplate {
  readonly Resources?: Readonly<Record<string, unknown>>;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Mappings?: Readonly<Record<string, unknown>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

export interface TemplateOptions {
  /** Where it is deployed; otherwise taken from the zone names in it. */
  readonly region?: string;
  /** Milliseconds since the epoch. */
  readonly now?: number;
  /** Values of parameters in place of their defaults. */
  readonly parameters?: Readonly<Record<string, string>>;
}
