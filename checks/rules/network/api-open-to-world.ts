import type { Check } from "../../check.ts";

const EVERYWHERE = ["0.0.0.0/0", "::/0"];

export const apiOpenToWorld: Check = {
  code: "api-open-to-world",
  severity: "error",
  title: "The cluster's API is not open to the whole internet.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
  *violations(facts) {
    for (const { at, apiAt, name, publicAccess, publicRanges } of facts.clusters) {
      const open = publicAccess === true && (publicRanges ?? []).some((range) => EVERYWHERE.includes(range));
      if (!open) continue;
      yield {
        path: apiAt ?? at,
        message: `The Kubernetes API of ${name} answers the whole internet.`,
        got: publicRanges,
        allowed: "private access, or named ranges",
        hint: "Keep it private, or list the ranges that may reach it.",
      };
    }
  },
};
