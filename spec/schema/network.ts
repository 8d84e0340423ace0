import { z } from "zod";
import { cidr } from "./primitives.ts";

const subnet = z.union([
  z.string().min(1).describe("Subnet id."),
  z.strictObject({
    id: z.string().min(1),
    zone: z
      .string()
      .min(1)
      .optional()
      .describe("Zone of the subnet (AWS: zone id), so that it can be checked."),
    cidr: cidr.optional().describe("Address range, so that its size can be checked."),
    public: z.boolean().default(false),
  }),
]);

const existing = z
  .strictObject({
    vpc: z.string().min(1).describe("Id of the network (AWS VPC, Google network, Azure VNet)."),
    cidr: cidr.optional().describe("Its address range, so that it can be checked."),
    subnets: z.array(subnet).min(1),
  })
  .describe("An existing network. It is used, never changed, never destroyed.");

export const network = z
  .strictObject({
    cidr: cidr.optional().describe("Address range. Default: planned, never overlapping a reserved one."),
    avoid: z
      .array(cidr)
      .default([])
      .describe("Ranges that must stay free, for example those of peered networks."),
    api: z
      .union([z.literal("private"), z.strictObject({ publicFrom: z.array(cidr).min(1) })])
      .default("private")
      .describe("Who can reach the cluster's API."),
    existing: existing.optional(),
  })
  .describe("The network of the environment.");

export type NetworkSpec = z.output<typeof network>;
