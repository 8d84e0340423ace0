import { z } from "zod";
import { identifier } from "./primitives.ts";

/** What only AWS has a word for. */
export const aws = z
  .strictObject({
    amiType: identifier
      .optional()
      .describe("EKS AMI type of every accelerator pool in place of the planned one. Default: planned."),
    amiReleaseVersion: identifier
      .optional()
      .describe("EKS optimized AMI release version. Default: the newest at creation."),
    kmsKeyArn: identifier
      .optional()
      .describe("ARN of the customer key for data and secrets. Default: a key of the environment."),
    permissionsBoundary: identifier
      .optional()
      .describe("ARN of the permissions boundary for every role. Default: none."),
    natGateways: z
      .enum(["one", "per-zone"])
      .optional()
      .describe("How many NAT gateways. Default: one for a single zone, else one a zone."),
    interfaceEndpoints: z
      .array(identifier)
      .optional()
      .describe(
        "Interface endpoint services to add to the planned ones, for example ecr.api. Default: the planned ones alone.",
      ),
    flowLogs: z.boolean().default(true).describe("VPC flow logs."),
    auditTrail: z.boolean().default(true).describe("A CloudTrail trail of the environment's own."),
    updateMaxUnavailable: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe("Nodes of a node group that may be replaced at once. Default: planned."),
  })
  .describe("Settings that only AWS has.");

/** What only Google Cloud has a word for. */
export const gcp = z
  .strictObject({
    releaseChannel: z
      .enum(["rapid", "regular", "stable", "extended"])
      .optional()
      .describe("GKE release channel. Default: planned."),
    kmsKey: identifier
      .optional()
      .describe("Cloud KMS key for disks and buckets. Default: a key of the environment."),
  })
  .describe("Settings that only Google Cloud has.");

/** What only Azure has a word for. */
export const azure = z
  .strictObject({
    resourceGroup: identifier
      .optional()
      .describe("Name of the resource group. Default: the environment's name."),
    tier: z.enum(["Free", "Standard", "Premium"]).optional().describe("AKS tier. Default: planned."),
    registeredFeatures: z
      .array(identifier)
      .default([])
      .describe("Subscription features known to be registered."),
  })
  .describe("Settings that only Azure has.");

export type AwsSpec = z.output<typeof aws>;
export type GcpSpec = z.output<typeof gcp>;
export type AzureSpec = z.output<typeof azure>;
