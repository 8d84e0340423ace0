import type { Check } from "../../check.ts";
import { lustreFileSystems } from "../../lustre.ts";

export const fsxOneSubnet: Check = {
  code: "fsx-one-subnet",
  severity: "error",
  title: "A Lustre file system is in exactly one subnet.",
  source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, subnets } of lustreFileSystems(facts)) {
      if (subnets === undefined || subnets.length === 1) continue;
      yield {
        path: at,
        message: `${name} names ${subnets.length} subnets; Lustre lives in one zone and takes one.`,
        got: subnets,
        allowed: "one subnet",
        hint: "Keep the subnet of the zone that the nodes are in.",
      };
    }
  },
};
