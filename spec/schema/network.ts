import { z } from "zod";
import { cidr, identifier } from "./primitives.ts";

const subnet = z
  .union([
    identifier.describe("Subnet id."),
    z
      .strictObject({
        id: identifier.describe("Subnet id."),
        zone: identifier
          .optional()
          .describe("Zone of the subnet (AWS: zone id), so that it can be checked. Default: unknown."),
        cidr: cidr.optional().describe("Address range, so that its size can be checked. Default: unknown."),
        public: z.boolean().default(false).describe("Whether it routes to the internet directly."),
      })
      .describe("A subnet and what is known of it."),
  ])
  .describe("A subnet: its id, or its id with what is known of it.");

const existing = z
  .strictObject({
    vpc: identifier.describe("Id of the network (AWS VPC, Google network, Azure VNet)."),
    cidr: cidr.optional().describe("Its address range, so that it can be checked. Default: unknown."),
    subnets: z.array(subnet).min(1).describe("The subnets to use."),
  })
  .describe(
    "An existing network. It is used, never changed, never destroyed. Default: a network of its own.",
  );

export const network = z
  .strictObject({
    cidr: cidr.optional().describe("Address range. Default: planned, never overlapping a reserved one."),
    avoid: z
      .array(cidr)
      .default([])
      .describe("Ranges that must stay free, for example those of peered networks."),
    api: z
      .union([
        z.literal("private").describe("Reachable from inside the network only."),
        z
          .strictObject({
            publicFrom: z.array(cidr).min(1).describe("Ranges from which the API can be reached."),
          })
          .describe("Reachable from these ranges too."),
      ])
      .default("private")
      .describe("Who can reach the cluster's API: private, or { publicFrom: [ranges] }."),
    existing: existing.optional(),
  })
  .describe("The network of the environment.");

export type NetworkSpec = z.output<typeof network>;
