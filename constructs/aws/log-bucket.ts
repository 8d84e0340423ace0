import type { CfnBucketProps } from "aws-cdk-lib/aws-s3";
import { Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { Bucket } from "./bucket.ts";
import type { Statement } from "./policy-document.ts";
import type { Transform } from "./transform.ts";

export interface LogBucketProps {
  readonly transform?: Transform<CfnBucketProps>;
}

/**
 * Receives the access logs of the other buckets (below `access/`) and the audit trail (below `AWSLogs/`). Encrypted by
 * S3 itself: access logs cannot be delivered to a bucket with a customer key. The trail's files carry the environment's
 * key all the same. https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class LogBucket extends Construct {
  readonly bucket: Bucket;
  readonly bucketName: string;

  constructor(scope: Construct, id: string, props: LogBucketProps = {}) {
    super(scope, id);
    this.bucket = new Bucket(this, "Logs", {
      versioned: true,
      retain: true,
      keyArn: null,
      accessLogs: null,
      transform: props.transform,
      statements: (bucketArn) => writers(Stack.of(this), bucketArn),
    });
    this.bucketName = this.bucket.bucketName;
  }
}

function writers({ account, region, partition }: Stack, bucketArn: string): Statement[] {
  const trails = { "aws:SourceArn": `arn:${partition}:cloudtrail:${region}:${account}:trail/*` };
  return [
    {
      Sid: "AccessLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${bucketArn}/access/*`,
      Condition: { StringEquals: { "aws:SourceAccount": account } },
    },
    {
      Sid: "AuditTrailLooks",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:GetBucketAcl",
      Resource: bucketArn,
      Condition: { ArnLike: trails },
    },
    {
      Sid: "AuditTrailWrites",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${bucketArn}/AWSLogs/${account}/*`,
      Condition: { ArnLike: trails, StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ];
}
