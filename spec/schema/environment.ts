import { z } from "zod";
import { aws, azure, gcp } from "./escape-hatches.ts";
import { network } from "./network.ts";
import { orchestration } from "./orchestration.ts";
import { type PolicySpec, policy, policyFile } from "./policy.ts";
import { pool } from "./pool.ts";
import { duration, identifier, instant, label, numericText } from "./primitives.ts";
import { storage } from "./storage.ts";
import { workload } from "./workload.ts";

const budget = z
  .strictObject({
    usdPerMonth: z.number().positive().describe("Budget of a calendar month, in USD."),
    alertAtPercent: z
      .array(z.number().positive().max(1000))
      .min(1)
      .max(5)
      .default([50, 80, 100])
      .describe("When to alert the owner, in percent of the budget."),
  })
  .describe("Monthly budget with alerts. Default: none.");

const access = z
  .strictObject({
    admins: z
      .array(identifier)
      .default([])
      .describe("Principals with full rights on the cluster (AWS: role/NAME, user/NAME or an ARN)."),
    users: z.array(identifier).default([]).describe("Principals that submit and watch work."),
  })
  .describe("Who may use it, beyond whoever deploys.");

const acknowledgement = z
  .strictObject({
    code: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "the code of a finding, for example price-unknown")
      .describe("Code of the warning."),
    reason: z.string().min(1).describe("Why it is acceptable here."),
  })
  .describe("A warning that is accepted.");

/** The whole file. Everything but `name`, `cloud`, `region` and one pool (or one workload) has a default that the plan shows. */
export const environment = z
  .strictObject({
    name: label.max(40).describe("Name of the environment: prefixes and tags every resource."),
    cloud: z.enum(["aws", "gcp", "azure"]).describe("The cloud it lives on."),
    account: numericText
      .optional()
      .describe(
        "AWS account, Google project or Azure subscription. Default: the credentials' own, unknown in a plan.",
      ),
    region: identifier.describe("Region, for example us-east-2."),
    zones: z.array(numericText).min(1).optional().describe("Zones to use (AWS: zone ids). Default: planned."),
    owner: z
      .string()
      .min(1)
      .max(256)
      .optional()
      .describe("Who answers for it: an e-mail address gets the budget's alerts. Default: nobody is named."),
    lifetime: z
      .union([duration, instant])
      .optional()
      .describe(
        "How long it may live: a duration from the time of planning, or the time at which it ends. At expiry pools go to zero. Default: no end.",
      ),
    budget: budget.optional(),
    policy: z
      .union([policyFile.describe("Path of a shared policy file."), policy])
      .default({ publicEndpoints: false, requiredTags: [] })
      .describe("Guardrails, or the name of a shared file that holds them."),
    access: access.default({ admins: [], users: [] }),
    tags: z
      .record(z.string().regex(/^.{1,128}$/su, "a key of 1 to 128 characters"), z.string().max(256))
      .default({})
      .describe("Tags or labels on every resource."),
    acknowledge: z.array(acknowledgement).default([]).describe("Warnings accepted with a reason."),
    network: network.prefault({}),
    pools: z.array(pool).default([]).describe("The node pools."),
    storage: z.array(storage).default([]).describe("The storage."),
    orchestration: orchestration.prefault({}),
    workloads: z.array(workload).default([]).describe("The work."),
    aws: aws.optional().describe("Settings that only AWS has. Default: none."),
    gcp: gcp.optional().describe("Settings that only Google Cloud has. Default: none."),
    azure: azure.optional().describe("Settings that only Azure has. Default: none."),
  })
  .meta({ title: "Engineroom environment", description: "One environment on one cloud." });

/** What a person writes. */
export type EnvironmentInput = z.input<typeof environment>;
/** A validated environment with every schema default filled in and its policy read. */
export type Environment = Omit<z.output<typeof environment>, "policy"> & { readonly policy: PolicySpec };
