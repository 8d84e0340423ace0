import type { Environment } from "../spec/schema/environment.ts";
import { durationMinutes } from "../spec/schema/primitives.ts";
import type { GuardrailsPlan } from "./plan/guardrails.ts";
import type { StoragePlan } from "./plan/storage.ts";

/** Tag that says when an environment ends. It moves whenever a lifetime that is a duration is planned again. */
export const expiryTag = "engineroom:expires-at";

/** Budget, expiry, audit, protection and tags of an environment. */
export function planGuardrails(
  environment: Environment,
  storage: readonly StoragePlan[],
  expiresAt: string | null,
): GuardrailsPlan {
  const { aws, budget } = environment;
  return {
    budget:
      budget === undefined
        ? null
        : {
            usdPerMonth: budget.usdPerMonth,
            alertAtPercent: [...new Set(budget.alertAtPercent)].sort((a, b) => a - b),
            email: emailOf(environment.owner),
          },
    expiresAt,
    auditTrail: aws?.auditTrail ?? true,
    // Only what is created here and kept needs protection.
    protectData: storage.some(({ existing, retain }) => existing === null && retain),
    kmsKeyArn: aws?.kmsKeyArn ?? null,
    permissionsBoundary: aws?.permissionsBoundary ?? null,
    tags: tags(environment, expiresAt),
  };
}

/** ISO time in UTC at which the environment ends: `lifetime` from `now`, or the time that it names; `null` = never. */
export function expiryOf({ lifetime }: Pick<Environment, "lifetime">, now: number): string | null {
  if (lifetime === undefined) return null;
  const isDuration = /^\d+[mhdw]$/.test(lifetime);
  const at = isDuration ? now + durationMinutes(lifetime) * 60_000 : Date.parse(lifetime);
  return `${new Date(at).toISOString().slice(0, "2027-03-01T11:30:00".length)}Z`;
}

/** The file's tags, and those that tell what belongs to which environment, who answers for it and when it ends. */
function tags({ name, owner, tags: given }: Environment, expiresAt: string | null): Record<string, string> {
  const own = {
    "engineroom:environment": name,
    ...(owner === undefined ? {} : { "engineroom:owner": owner }),
    ...(expiresAt === null ? {} : { [expiryTag]: expiresAt }),
  };
  const all = Object.entries({ ...given, ...own });
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function emailOf(owner: string | undefined): string | null {
  return owner !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(owner) ? owner : null;
}
