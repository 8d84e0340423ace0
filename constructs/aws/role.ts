import type { CfnRoleProps } from "aws-cdk-lib/aws-iam";
import { policyDocument, type Statement } from "./policy-document.ts";

export interface RoleDescription {
  /** Who may take the role, for example `ec2.amazonaws.com`. */
  readonly service: string;
  readonly description: string;
  /** Account that the service must act for, where the service says so: keeps others from using it as a deputy. */
  readonly sourceAccount?: string;
  readonly managedPolicyArns?: readonly string[];
  readonly statements?: readonly Statement[];
}

/** Properties of a role of one service. Its name is left to CloudFormation: a fixed one would block a replacement. */
export function roleProps(role: RoleDescription): CfnRoleProps {
  const { sourceAccount, statements = [] } = role;
  return {
    description: role.description,
    assumeRolePolicyDocument: policyDocument({
      Sid: "Assume",
      Effect: "Allow",
      Principal: { Service: role.service },
      // EKS Pod Identity hands cluster, namespace and service account over as session tags.
      // https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
      Action:
        role.service === "pods.eks.amazonaws.com" ? ["sts:AssumeRole", "sts:TagSession"] : "sts:AssumeRole",
      ...(sourceAccount === undefined
        ? {}
        : { Condition: { StringEquals: { "aws:SourceAccount": sourceAccount } } }),
    }),
    managedPolicyArns: [...(role.managedPolicyArns ?? [])],
    policies:
      statements.length === 0
        ? []
        : [{ policyName: "engineroom", policyDocument: policyDocument(...statements) }],
  };
}
