import { z } from "zod";
import { identifier, purchaseKinds } from "./primitives.ts";

/** Relative path of a YAML or JSON file. Nothing else is ever read in the name of a policy. */
export const policyFile = z
  .string()
  .regex(
    /^(?!\/)[\w./-]{1,200}\.(ya?ml|json)$/,
    "the relative path of a .yaml, .yml or .json file, for example policies/organization.yaml",
  );

export const policy = z
  .strictObject({
    residency: z
      .union([z.enum(["us", "eu", "uk", "apac", "ca", "me", "sa", "af"]), z.array(identifier).min(1)])
      .optional()
      .describe("Where data and machines may be: an area, or a list of regions. Default: anywhere."),
    maxUsdPerHour: z
      .number()
      .positive()
      .optional()
      .describe("Most that the environment may cost per hour at full size, in USD. Default: no limit."),
    publicEndpoints: z
      .boolean()
      .default(false)
      .describe("Whether anything may be reachable from the internet."),
    purchase: z
      .array(z.enum(purchaseKinds))
      .min(1)
      .optional()
      .describe("Purchase kinds that may be used. Default: all."),
    requiredTags: z
      .array(z.string().min(1).max(128))
      .default([])
      .describe("Tags that every environment must carry."),
  })
  .describe("An organization's guardrails.");

export type PolicySpec = z.output<typeof policy>;
