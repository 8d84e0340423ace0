import { expect } from "vitest";
import type { PulumiResource } from "../../../checks/index.ts";
import type { EnvironmentPlan } from "../../../planner/plan/index.ts";

/** Every planned network and subnet reached the provider with its range. */
export function expectPlannedNetworks(resources: readonly PulumiResource[], plan: EnvironmentPlan): void {
  const { network } = plan;
  if (network.cloud === "aws") return;
  const cidrs = JSON.stringify(resources.filter(({ type }) => /Subnet|VirtualNetwork/.test(type)));
  const own =
    network.cloud === "azure"
      ? network.subnets
      : [...(network.nodes === null ? [] : [network.nodes]), ...network.pods];
  const fabric = network.cloud === "gcp" ? network.fabric : [];
  for (const { id, cidr } of [...own, ...fabric.flatMap(({ subnets }) => subnets)]) {
    expect(cidrs, `subnet ${id}`).toContain(`"${cidr}"`);
  }
  for (const { id, mtu, networkProfile } of fabric) {
    const made = resources.find(
      ({ type, inputs }) => type === "gcp:compute/network:Network" && inputs.name === `${plan.name}-${id}`,
    );
    expect(made?.inputs.mtu, `packet size of ${id}`).toBe(mtu);
    const profile = made?.inputs.networkProfile;
    expect(profile === undefined ? null : String(profile).split("/").at(-1), `profile of ${id}`).toBe(
      networkProfile,
    );
  }
}
