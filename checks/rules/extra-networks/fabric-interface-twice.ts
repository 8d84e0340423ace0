import type { Check } from "../../check.ts";

export const fabricInterfaceTwice: Check = {
  code: "fabric-interface-twice",
  severity: "error",
  title: "Two interfaces of a node are never in one subnet.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/setup-multinetwork-support-for-pods",
  clouds: ["gcp"],
  *violations({ nodeGroups }) {
    for (const { at, name, gcp } of nodeGroups) {
      const subnets = (gcp?.extraInterfaces ?? []).flatMap(({ subnetwork }) => subnetwork ?? []);
      const twice = subnets.filter((one, index) => subnets.indexOf(one) !== index);
      if (twice.length === 0) continue;
      yield {
        path: at,
        message: `${name} attaches two interfaces to ${[...new Set(twice)].join(", ")}.`,
        got: twice,
        allowed: "a subnet of its own for every interface",
        hint: "Give each interface its own subnet of the fabric network.",
      };
    }
  },
};
