import { z } from "zod";
import { identifier, image, label, secretVariables, variables } from "./primitives.ts";

/** What every workload can say. */
export const workloadBase = {
  name: label.max(40).describe("Name of the workload, unique in the file."),
  after: z.array(identifier).default([]).describe("Workloads that must have finished."),
  queue: identifier.optional().describe("Queue it is submitted to. Default: the pool's own."),
  image: image
    .optional()
    .describe("Container image in place of the runtime's own. Default: the runtime's, pinned."),
  command: z
    .array(z.string())
    .optional()
    .describe("Command of the container. Default: the runtime's or the image's own."),
  env: variables.default({}).describe("Environment variables."),
  secrets: secretVariables
    .default({})
    .describe("Environment variables taken from secrets: NAME: secret/key."),
};
