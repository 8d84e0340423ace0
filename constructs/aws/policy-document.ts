type Strings = string | readonly string[];

/** One statement of an IAM or resource policy, as the policy language writes it. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | { readonly AWS?: Strings; readonly Service?: Strings };
  readonly Action: Strings;
  readonly Resource?: Strings;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Strings>>>>;
}

export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

export function policyDocument(...statements: readonly Statement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}

/** Refuses what does not come over TLS. */
export function denyPlainText(service: "s3" | "sns" | "sqs", action: string, resource: Strings): Statement {
  return {
    Sid: `DenyPlainText${service.toUpperCase()}`,
    Effect: "Deny",
    Principal: "*",
    Action: action,
    Resource: resource,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
