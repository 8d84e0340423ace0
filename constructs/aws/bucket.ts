import { CfnBucket, CfnBucketPolicy, type CfnBucketProps } from "aws-cdk-lib/aws-s3";
import { RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { denyPlainText, policyDocument, type Statement } from "./policy-document.ts";
import { type Transform, transformed } from "./transform.ts";

export interface BucketProps {
  /** Default: left to CloudFormation. */
  readonly bucketName?: string;
  readonly versioned: boolean;
  readonly retain: boolean;
  /** `null`: S3's own key (SSE-S3), for buckets that receive logs. */
  readonly keyArn: string | null;
  /** Bucket that receives the access logs, and the prefix there; `null` for a bucket of logs itself. */
  readonly accessLogs: { readonly bucketName: string; readonly prefix: string } | null;
  /** Days after which objects go; `undefined`: never. */
  readonly expireAfterDays?: number;
  /** What others than the account itself may do, given the bucket's ARN. */
  readonly statements?: (bucketArn: string) => readonly Statement[];
  readonly transform?: Transform<CfnBucketProps> | undefined;
}

/** A bucket that is private, encrypted and reached over TLS only. */
export class Bucket extends Construct {
  readonly bucket: CfnBucket;
  readonly policy: CfnBucketPolicy;
  readonly bucketArn: string;
  readonly bucketName: string;

  constructor(scope: Construct, id: string, props: BucketProps) {
    super(scope, id);
    this.bucket = new CfnBucket(this, "Bucket", transformed(bucketProps(props), props.transform));
    this.bucket.applyRemovalPolicy(props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    this.bucketArn = this.bucket.attrArn;
    this.bucketName = this.bucket.ref;
    this.policy = new CfnBucketPolicy(this, "Policy", {
      bucket: this.bucketName,
      policyDocument: policyDocument(
        denyPlainText("s3", "s3:*", [this.bucketArn, `${this.bucketArn}/*`]),
        ...(props.statements?.(this.bucketArn) ?? []),
      ),
    });
    // A bucket that stays keeps its policy.
    this.policy.applyRemovalPolicy(props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
  }
}

function bucketProps(props: BucketProps): CfnBucketProps {
  return {
    bucketName: props.bucketName,
    versioningConfiguration: { status: props.versioned ? "Enabled" : "Suspended" },
    bucketEncryption: {
      serverSideEncryptionConfiguration: [
        props.keyArn === null
          ? { serverSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
          : {
              // A bucket key spares a call to KMS for every object.
              // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html
              bucketKeyEnabled: true,
              serverSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: props.keyArn },
            },
      ],
    },
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    ownershipControls: { rules: [{ objectOwnership: "BucketOwnerEnforced" }] },
    loggingConfiguration:
      props.accessLogs === null
        ? undefined
        : { destinationBucketName: props.accessLogs.bucketName, logFilePrefix: props.accessLogs.prefix },
    lifecycleConfiguration: {
      rules: [
        {
          id: "unfinished-uploads",
          status: "Enabled",
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        },
        ...(props.expireAfterDays === undefined
          ? []
          : [{ id: "expire", status: "Enabled", expirationInDays: props.expireAfterDays }]),
      ],
    },
  };
}
