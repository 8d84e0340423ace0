import { CfnAlias, CfnKey, type CfnKeyProps } from "aws-cdk-lib/aws-kms";
import { RemovalPolicy, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { policyDocument, type Statement } from "./policy-document.ts";
import { type Transform, transformed } from "./transform.ts";

export interface EncryptionProps {
  /** Names the key's alias: `alias/engineroom/<name>`. */
  readonly name: string;
  /** A key that exists already; then none is made, and its policy is its owner's business. */
  readonly keyArn?: string | null;
  /** Lets FSx read buckets encrypted with the key: needed where a Lustre file system is joined to one. */
  readonly fsxReadsBuckets?: boolean;
  readonly transform?: { readonly key?: Transform<CfnKeyProps> };
}

/** The key that data, secrets, logs and alerts of an environment are encrypted with. Kept when its stack is removed. */
export class Encryption extends Construct {
  readonly keyArn: string;
  /** `undefined` where an existing key is used. */
  readonly key: CfnKey | undefined;
  readonly alias: CfnAlias | undefined;

  constructor(scope: Construct, id: string, props: EncryptionProps) {
    super(scope, id);
    if (props.keyArn) {
      this.keyArn = props.keyArn;
      return;
    }
    this.key = this.createKey(props);
    this.alias = new CfnAlias(this, "Alias", {
      aliasName: `alias/engineroom/${props.name}`,
      targetKeyId: this.key.attrKeyId,
    });
    this.keyArn = this.key.attrArn;
  }

  private createKey(props: EncryptionProps): CfnKey {
    const stack = Stack.of(this);
    const key = new CfnKey(
      this,
      "Key",
      transformed<CfnKeyProps>(
        {
          description: `Data, secrets, logs and alerts of ${props.name}`,
          enableKeyRotation: true,
          keyPolicy: policyDocument(
            ...ownStatements(stack),
            ...(props.fsxReadsBuckets ? [fsxStatement(stack)] : []),
          ),
        },
        props.transform?.key,
      ),
    );
    // Without the key the retained data is lost.
    key.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return key;
  }
}

function ownStatements({ account, region, partition }: Stack): Statement[] {
  const useKey = ["kms:Decrypt", "kms:GenerateDataKey*"];
  return [
    {
      Sid: "AccountDecides",
      Effect: "Allow",
      Principal: { AWS: `arn:${partition}:iam::${account}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    {
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
      Sid: "LogGroups",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      Resource: "*",
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${account}:log-group:*`,
        },
      },
    },
    {
      // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
      Sid: "AuditTrail",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: ["kms:GenerateDataKey*", "kms:DescribeKey"],
      Resource: "*",
      Condition: {
        ArnLike: { "aws:SourceArn": `arn:${partition}:cloudtrail:${region}:${account}:trail/*` },
      },
    },
    {
      // https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
      Sid: "BudgetAlerts",
      Effect: "Allow",
      Principal: { Service: "budgets.amazonaws.com" },
      Action: useKey,
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": account } },
    },
  ];
}

/**
 * FSx reads and writes the joined bucket through a service-linked role that it makes for each file system, so that its
 * name is unknown beforehand and its rights cannot be delegated by the account.
 * https://docs.aws.amazon.com/fsx/latest/LustreGuide/s3-server-side-encryption-support.html
 */
function fsxStatement({ account, region, partition }: Stack): Statement {
  const roles =
    "role/aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_*";
  return {
    Sid: "LustreReadsBuckets",
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    Resource: "*",
    Condition: {
      StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com`, "kms:CallerAccount": account },
      ArnLike: { "aws:PrincipalArn": `arn:${partition}:iam::${account}:${roles}` },
    },
  };
}
