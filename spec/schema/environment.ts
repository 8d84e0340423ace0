import { z } from "zod";
import { aws, azure, gcp } from "./escape-hatches.ts";
import { network } from "./network.ts";
import { orchestration } from "./orchestration.ts";
import { policy } from "./policy.ts";
import { pool } from "./pool.ts";
import { duration, instant, label } from "./primitives.ts";
import { storage } from "./storage.ts";
import { workload } from "./workload.ts";

const budget = z.strictObject({
  usdPerMonth: z.number().positive().describe("Budget of a calendar month."),
  alertAtPercent: z
    .array(z.number().positive().max(1000))
    .min(1)
    .max(5)
    .default([50, 80, 100])
    .describe("When to alert the owner."),
});

const access = z.strictObject({
  admins: z
    .array(z.string())
    .default([])
    .describe("Principals with full rights on the cluster (AWS: role/NAME, user/NAME or an ARN)."),
  users: z.array(z.string()).default([]).describe("Principals that submit and watch work."),
});

const acknowledgement = z.strictObject({
  code: z.string().describe("Code of the warning."),
  reason: z.string().min(1).describe("Why it is acceptable here."),
});

/** The whole file. Everything but `name`, `cloud`, `region` and one pool (or one workload) has a default that the plan shows. */
export const environment = z
  .strictObject({
    name: label.max(40).describe("Name of the environment: prefixes and tags every resource."),
    cloud: z.enum(["aws", "gcp", "azure"]).describe("The cloud it lives on."),
    account: z
      .string()
      .min(1)
      .optional()
      .describe(
        "AWS account, Google project or Azure subscription. Default: the credentials' own, unknown in a plan.",
      ),
    region: z.string().min(1).describe("Region, for example us-east-2."),
    zones: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe("Zones to use (AWS: zone ids). Default: planned."),
    owner: z
      .string()
      .min(1)
      .optional()
      .describe("Who answers for it: an e-mail address gets the budget's alerts."),
    lifetime: z
      .union([duration, instant])
      .optional()
      .describe(
        "How long it may live: a duration from the time of planning, or the time at which it ends. At expiry pools go to zero. Default: no end.",
      ),
    budget: budget.optional().describe("Monthly budget with alerts."),
    policy: z
      .union([z.string().min(1), policy])
      .default({ publicEndpoints: false, requiredTags: [] })
      .describe("Guardrails, or the name of a file that holds them."),
    access: access.default({ admins: [], users: [] }).describe("Who may use it, beyond whoever deploys."),
    tags: z.record(z.string(), z.string()).default({}).describe("Tags or labels on every resource."),
    acknowledge: z.array(acknowledgement).default([]).describe("Warnings accepted with a reason."),
    network: network.prefault({}),
    pools: z.array(pool).default([]).describe("The node pools."),
    storage: z.array(storage).default([]).describe("The storage."),
    orchestration: orchestration.prefault({}),
    workloads: z.array(workload).default([]).describe("The work."),
    aws: aws.optional(),
    gcp: gcp.optional(),
    azure: azure.optional(),
  })
  .meta({ title: "Engineroom environment", description: "One environment on one cloud." });

/** A validated environment with every schema default filled in. */
export type Environment = z.output<typeof environment>;
/** What a person writes. */
export type EnvironmentInput = z.input<typeof environment>;
