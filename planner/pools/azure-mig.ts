import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { PlanContext } from "../context.ts";
import type { AzurePoolPlan } from "../plan/azure.ts";
import { gpuInstanceProfileUnknown } from "./azure-finding-kinds.ts";

type Profile = NonNullable<AzurePoolPlan["gpuInstanceProfile"]>;

/** Partitions that an agent pool can be made with, by the compute slices of the MIG profile. https://learn.microsoft.com/azure/aks/gpu-multi-instance */
const PROFILES: Readonly<Record<string, Profile>> = {
  "1g": "MIG1g",
  "2g": "MIG2g",
  "3g": "MIG3g",
  "4g": "MIG4g",
  "7g": "MIG7g",
};

/** The partition that every accelerator of a pool is cut into; it cannot be changed later. `null`: none is asked for. */
export function gpuInstanceProfile(
  { name, sharing }: PoolSpec,
  index: number,
  { report }: PlanContext,
): Profile | null {
  if (sharing?.kind !== "mig") return null;
  const found = PROFILES[sharing.profile.slice(0, 2)];
  if (found === undefined) {
    report(gpuInstanceProfileUnknown, {
      path: ["pools", index, "sharing", "profile"],
      message: `${name} asks for partitions of ${sharing.profile}, and AKS makes them with ${Object.keys(PROFILES).join(", ")} alone.`,
      got: sharing.profile,
      allowed: Object.keys(PROFILES),
      hint: "Choose a profile that begins with one of these.",
    });
  }
  return found ?? null;
}
