import type { Check } from "../../check.ts";

export const duplicateInterface: Check = {
  code: "duplicate-interface",
  severity: "error",
  title: "No two interfaces of a node share a card and a device index.",
  source: "https://github.com/aws/aws-ofi-nccl/issues/53",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const seen = new Set<string>();
      const twice = new Set<string>();
      for (const { card, device } of group.interfaces ?? []) {
        const place = `card ${card} device ${device}`;
        if (seen.has(place)) twice.add(place);
        seen.add(place);
      }
      if (twice.size === 0) continue;
      yield {
        path: group.at,
        message: `${group.name} has two interfaces at ${[...twice].join(", ")}.`,
        got: [...twice],
        allowed: "one interface for each pair of NetworkCardIndex and DeviceIndex",
        hint: "Count NetworkCardIndex up: further interfaces belong on further cards.",
      };
    }
  },
};
