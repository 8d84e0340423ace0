import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const machineRegion: Check = {
  code: "machine-region",
  severity: "error",
  title: "A machine type is offered in the region.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypeOfferings.html",
  *violations(facts, catalog) {
    const { region } = facts;
    if (region === undefined || catalog.region(facts.cloud, region) === undefined) return;
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const offered = Object.keys(machine.offered);
      if (offered.length === 0 || offered.includes(region)) continue;
      yield {
        path: group.at,
        message: `${group.name}: ${machine.name} is not offered in ${region}.`,
        got: region,
        allowed: offered,
        hint: `It is offered in ${offered.slice(0, 4).join(", ")}${offered.length > 4 ? " and others" : ""}.`,
      };
    }
  },
};
