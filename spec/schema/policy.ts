import { z } from "zod";

export const policy = z
  .strictObject({
    residency: z
      .union([z.enum(["us", "eu", "uk", "apac", "ca", "me", "sa", "af"]), z.array(z.string()).min(1)])
      .optional()
      .describe("Where data and machines may be: an area, or a list of regions."),
    maxUsdPerHour: z
      .number()
      .positive()
      .optional()
      .describe("Most that the environment may cost per hour at full size."),
    publicEndpoints: z
      .boolean()
      .default(false)
      .describe("Whether anything may be reachable from the internet."),
    purchase: z.array(z.string()).optional().describe("Purchase kinds that may be used. Default: all."),
    requiredTags: z.array(z.string()).default([]).describe("Tags that every environment must carry."),
  })
  .describe("An organization's guardrails.");

export type PolicySpec = z.output<typeof policy>;
