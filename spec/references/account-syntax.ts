import type { CloudName } from "../../catalog/types.ts";
import type { Rule } from "./rule.ts";

const ACCOUNT: Readonly<Record<CloudName, { readonly form: RegExp; readonly allowed: string }>> = {
  aws: { form: /^\d{12}$/, allowed: "the 12 digits of an AWS account" },
  gcp: {
    form: /^([a-z0-9.-]+:)?[a-z]([-a-z0-9]{4,28}[a-z0-9])$/,
    allowed: "a Google Cloud project id, 6 to 30 characters",
  },
  azure: {
    form: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    allowed: "an Azure subscription id, for example 00000000-0000-0000-0000-000000000000",
  },
};

/** A wrong account number reads well and fails at deployment; a YAML number loses its leading zeros in other tools. */
export const accountSyntax: Rule = {
  code: "account-syntax",
  severity: "error",
  title: "The account is written as its cloud writes accounts.",
  source: "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html",
  violations: ({ cloud, account }) => {
    if (cloud === undefined || account === undefined || ACCOUNT[cloud].form.test(account)) return [];
    const lostZeros = cloud === "aws" && /^\d{1,11}$/.test(account);
    return [
      {
        path: ["account"],
        message: `account is ${account}; expected: ${ACCOUNT[cloud].allowed}.`,
        got: account,
        allowed: ACCOUNT[cloud].allowed,
        hint: lostZeros
          ? `It has ${account.length} digits: if leading zeros were lost, write "${account.padStart(12, "0")}" in quotes.`
          : "Remove the line to use the credentials' own.",
      },
    ];
  },
};
