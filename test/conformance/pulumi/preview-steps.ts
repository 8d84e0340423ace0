/** A step of `pulumi preview --json`. */
export interface PreviewStep {
  readonly op: string;
  readonly urn: string;
  readonly oldState?: { readonly inputs?: Readonly<Record<string, unknown>> };
  readonly newState?: { readonly inputs?: Readonly<Record<string, unknown>> };
}

/** The steps in the output of `pulumi preview --json`, whatever else was printed around it. */
export function previewSteps(output: string): readonly PreviewStep[] {
  const document = output.slice(output.indexOf("{\n"), output.lastIndexOf("\n}") + 2);
  return (JSON.parse(document) as { readonly steps?: readonly PreviewStep[] }).steps ?? [];
}

/** Names of the innermost properties whose inputs differ. */
export function changedProperties({ oldState, newState }: PreviewStep): readonly string[] {
  return [...new Set(differences("", oldState?.inputs, newState?.inputs))];
}

function differences(key: string, old: unknown, now: unknown): readonly string[] {
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  if (!isRecord(old) || !isRecord(now)) return [key];
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].flatMap((each) =>
    differences(Array.isArray(old) || Array.isArray(now) ? key : each, old[each], now[each]),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
