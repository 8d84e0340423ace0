import type { Account } from "@pulumi/gcp/serviceaccount/index.js";
import { type Input, interpolate, type Output } from "@pulumi/pulumi";

/** E-mail address of a service account, known before the account exists. */
export function accountEmail({ accountId }: Account, project: Input<string>): Output<string> {
  return interpolate`${accountId}@${project}.iam.gserviceaccount.com`;
}

/** A service account as the member of a role. */
export function accountMember(account: Account, project: Input<string>): Output<string> {
  return interpolate`serviceAccount:${accountEmail(account, project)}`;
}
