import type { Check } from "../../check.ts";

export const endpointWithoutLogin: Check = {
  code: "endpoint-without-login",
  severity: "warning",
  title: "What is reachable from outside asks who is calling.",
  source: "https://genai.owasp.org/llmrisk/llm102025-unbounded-consumption/",
  *violations(facts) {
    for (const { at, name, host, authentication } of facts.endpoints) {
      if (authentication !== "none") continue;
      yield {
        path: at,
        message: `${name} answers everybody at ${host}: strangers can use up the accelerators.`,
        got: authentication,
        allowed: ["oidc", "api-key"],
        hint: "Set `authentication: oidc`, or acknowledge this with a reason.",
      };
    }
  },
};
