import type { EnvironmentPlan } from "../../../planner/plan/index.ts";
import { account } from "./aws-environment.ts";

/** Creates in the emulator what an environment file says exists already: its network and its buckets. */
export async function createExisting(endpoint: string, plan: EnvironmentPlan): Promise<void> {
  const network = plan.network.cloud === "aws" ? plan.network.existing : null;
  const buckets = plan.storage.flatMap(({ existing }) =>
    existing?.startsWith("s3://") ? [bucketOf(existing)] : [],
  );
  const response = await fetch(`${endpoint}/emulator/existing`, {
    method: "POST",
    body: JSON.stringify({
      account,
      region: plan.region,
      vpc: network === null ? null : { id: network.vpc, cidr: network.cidr },
      subnets: network?.subnets.map(({ id, cidr, zone }) => ({ id, cidr, zone })) ?? [],
      buckets,
    }),
  });
  if (!response.ok) throw new Error(`the emulator cannot create what exists: ${await response.text()}`);
}

function bucketOf(url: string): string {
  return url.replace("s3://", "").split("/")[0] ?? "";
}
