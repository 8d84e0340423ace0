import { getProjectOutput } from "@pulumi/gcp/organizations/index.js";
import { type InvokeOutputOptions, type Output, output } from "@pulumi/pulumi";

/** The Google Cloud project that everything stands in. */
export interface Project {
  readonly id: Output<string>;
  /** Part of the names of Google's own service accounts. */
  readonly number: Output<string>;
  readonly billingAccount: Output<string>;
}

/** Reads the project's number and billing account at deployment. `account` `null`: the credentials' own project. */
export function readProject(account: string | null, options: InvokeOutputOptions): Project {
  const read = getProjectOutput(account === null ? {} : { projectId: account }, options);
  return {
    // Known before deployment where the file names it, so that previews show names and not unknowns.
    id: account === null ? read.apply(({ projectId, id }) => projectId ?? id) : output(account),
    number: read.number,
    billingAccount: read.billingAccount,
  };
}
