import type { Check } from "../../check.ts";

export const apiUnreachable: Check = {
  code: "api-unreachable",
  severity: "error",
  title: "The cluster's API can be reached from somewhere.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
  *violations(facts) {
    for (const { at, apiAt, name, publicAccess, privateAccess } of facts.clusters) {
      if (publicAccess !== false || privateAccess !== false) continue;
      yield {
        path: apiAt ?? at,
        message: `The Kubernetes API of ${name} has neither private nor public access: nodes cannot join.`,
        got: { private: false, public: false },
        allowed: "private access, with or without public access",
        hint: "Set EndpointPrivateAccess to true.",
      };
    }
  },
};
