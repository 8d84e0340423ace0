import { z } from "zod";

/** What only AWS has a word for. */
export const aws = z
  .strictObject({
    amiType: z
      .string()
      .optional()
      .describe("EKS AMI type of every accelerator pool in place of the planned one."),
    amiReleaseVersion: z
      .string()
      .optional()
      .describe("EKS optimized AMI release version. Default: the newest at creation."),
    kmsKeyArn: z
      .string()
      .optional()
      .describe("Customer key for data and secrets. Default: a key of the environment."),
    permissionsBoundary: z.string().optional().describe("ARN of the permissions boundary for every role."),
    natGateways: z
      .enum(["one", "per-zone"])
      .optional()
      .describe("Default: one for a single zone, else one a zone."),
    interfaceEndpoints: z
      .array(z.string())
      .optional()
      .describe("Interface endpoint services to add to the planned ones, for example ecr.api."),
    flowLogs: z.boolean().default(true).describe("VPC flow logs."),
    auditTrail: z.boolean().default(true).describe("A CloudTrail trail of the environment's own."),
    updateMaxUnavailable: z
      .int()
      .min(1)
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
      .describe("GKE release channel."),
    kmsKey: z.string().optional().describe("Cloud KMS key for disks and buckets."),
  })
  .describe("Settings that only Google Cloud has.");

/** What only Azure has a word for. */
export const azure = z
  .strictObject({
    resourceGroup: z
      .string()
      .optional()
      .describe("Name of the resource group. Default: the environment's name."),
    tier: z.enum(["Free", "Standard", "Premium"]).optional().describe("AKS tier."),
    registeredFeatures: z
      .array(z.string())
      .default([])
      .describe("Subscription features known to be registered."),
  })
  .describe("Settings that only Azure has.");

export type AwsSpec = z.output<typeof aws>;
export type GcpSpec = z.output<typeof gcp>;
export type AzureSpec = z.output<typeof azure>;
