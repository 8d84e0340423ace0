import type { Finding } from "../../spec/finding.ts";
import { type LoadOptions, loadEnvironment } from "../../spec/load.ts";

/** The smallest environment without findings, as lines of a file. */
export const smallest = `name: small
cloud: aws
region: us-east-2
pools: [{ name: train, machine: p5.48xlarge }]
`;

export function findingsOf(text: string, options?: LoadOptions): readonly Finding[] {
  return loadEnvironment(text, options).findings;
}

export function codesOf(text: string, options?: LoadOptions): readonly string[] {
  return findingsOf(text, options).map(({ code }) => code);
}

/** The only finding of a file; fails when there are others. */
export function onlyFinding(text: string, options?: LoadOptions): Finding {
  const findings = findingsOf(text, options);
  const [first, ...others] = findings;
  if (first === undefined || others.length > 0) {
    throw new Error(`expected one finding, got ${JSON.stringify(findings, undefined, 1)}`);
  }
  return first;
}
