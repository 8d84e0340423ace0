import type { Check } from "../../check.ts";

export const addonTwice: Check = {
  code: "addon-twice",
  severity: "error",
  title: "A cluster has each managed add-on once.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html",
  clouds: ["aws"],
  *violations(facts) {
    const seen = new Set<string>();
    for (const { at, name, cluster } of facts.addons) {
      const key = `${cluster ?? ""} ${name}`;
      if (seen.has(key)) {
        yield {
          path: at,
          message: `The add-on ${name} is created twice on one cluster.`,
          got: name,
          allowed: "once",
          hint: "Remove one of the two.",
        };
      }
      seen.add(key);
    }
  },
};
