import type { FindingKind } from "../spec/finding.ts";
import type { Environment } from "../spec/schema/environment.ts";
import type { PlanContext } from "./context.ts";
import type { CostPlan, NetworkPlan, PoolPlan } from "./plan/index.ts";

/** What a policy looks at beside the file. */
export interface PolicyInput {
  readonly pools: readonly PoolPlan[];
  readonly network: NetworkPlan;
  readonly cost: CostPlan;
}

const source = "docs/environment-file.md";

export const policyResidency: FindingKind = {
  code: "policy-residency",
  severity: "error",
  title: "Data and machines are where the organization's policy allows.",
  source,
};

export const policySpending: FindingKind = {
  code: "policy-spending",
  severity: "error",
  title: "An hour at full size costs no more than the organization's policy allows.",
  source,
};

export const policyPublicEndpoints: FindingKind = {
  code: "policy-public-endpoints",
  severity: "error",
  title: "Nothing is reachable from the internet unless the organization's policy allows it.",
  source,
};

export const policyPurchase: FindingKind = {
  code: "policy-purchase",
  severity: "error",
  title: "Nodes are bought only in ways that the organization's policy allows.",
  source,
};

export const policyTags: FindingKind = {
  code: "policy-required-tags",
  severity: "error",
  title: "An environment carries every tag that the organization's policy requires.",
  source,
};

export const policyFindingKinds: readonly FindingKind[] = [
  policyResidency,
  policySpending,
  policyPublicEndpoints,
  policyPurchase,
  policyTags,
];

type Rule = (environment: Environment, input: PolicyInput, context: PlanContext) => void;

/** Compares a plan with the organization's guardrails. */
export function checkPolicy(environment: Environment, input: PolicyInput, context: PlanContext): void {
  for (const rule of rules) rule(environment, input, context);
}

const rules: readonly Rule[] = [residency, spending, publicEndpoints, purchase, requiredTags];

function residency({ policy, cloud, region }: Environment, _input: PolicyInput, context: PlanContext): void {
  const allowed = policy.residency;
  if (allowed === undefined) return;
  const area = context.catalog.region(cloud, region)?.area ?? null;
  const fits = typeof allowed === "string" ? area === allowed : allowed.includes(region);
  if (fits) return;
  const where = area === null ? `${region}, whose area is not known` : `${region} (${area})`;
  context.report(policyResidency, {
    path: ["region"],
    message: `The environment is in ${where}; policy.residency allows ${typeof allowed === "string" ? allowed : allowed.join(", ")}.`,
    got: region,
    allowed,
    hint: "Choose a region that the policy allows: `engineroom catalog regions` lists them with their area.",
  });
}

function spending({ policy }: Environment, { cost }: PolicyInput, context: PlanContext): void {
  const allowed = policy.maxUsdPerHour;
  if (allowed === undefined || cost.usdPerHour <= allowed) return;
  const [dearest] = cost.items.toSorted((a, b) => (b.usdPerHour ?? 0) - (a.usdPerHour ?? 0));
  context.report(policySpending, {
    path: ["policy", "maxUsdPerHour"],
    message: `At full size an hour costs $${cost.usdPerHour.toFixed(2)}; policy.maxUsdPerHour allows $${allowed}.`,
    got: Math.round(cost.usdPerHour * 100) / 100,
    allowed,
    hint:
      dearest === undefined
        ? "Lower the most nodes of the pools."
        : `The most goes to ${dearest.name}: lower its nodes, or choose another machine or way of buying.`,
  });
}

/** A workload that is exposed gets an internal gateway where nothing may be public, so only the API is left to look at. */
function publicEndpoints({ policy }: Environment, { network }: PolicyInput, context: PlanContext): void {
  if (policy.publicEndpoints || network.api.publicFrom.length === 0) return;
  context.report(policyPublicEndpoints, {
    path: ["network", "api"],
    message: `The cluster's API is reachable from ${network.api.publicFrom.join(", ")}, and policy.publicEndpoints is false.`,
    got: network.api.publicFrom,
    allowed: "private",
    hint: "Write network.api: private, or have the policy allow public endpoints.",
  });
}

function purchase({ policy, pools }: Environment, _input: PolicyInput, context: PlanContext): void {
  const allowed = policy.purchase;
  if (allowed === undefined) return;
  pools.forEach((pool, index) => {
    pool.purchase.forEach(({ kind }, position) => {
      if (allowed.includes(kind)) return;
      context.report(policyPurchase, {
        path: ["pools", index, "purchase", position, "kind"],
        message: `${pool.name} buys nodes as ${kind}; policy.purchase allows ${allowed.join(", ")}.`,
        got: kind,
        allowed,
        hint: `Use ${allowed[0] ?? "another kind"} in its place.`,
      });
    });
  });
}

function requiredTags({ policy, tags }: Environment, _input: PolicyInput, context: PlanContext): void {
  const missing = policy.requiredTags.filter((key) => !Object.hasOwn(tags, key) || tags[key] === "");
  if (missing.length === 0) return;
  context.report(policyTags, {
    path: ["tags"],
    message: `policy.requiredTags asks for ${missing.join(", ")}, which ${missing.length === 1 ? "is" : "are"} not set.`,
    got: Object.keys(tags),
    allowed: policy.requiredTags,
    hint: `Add tags: { ${missing.map((key) => `${key}: …`).join(", ")} }.`,
  });
}
