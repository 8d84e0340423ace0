import { basename } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openCatalog } from "../../../catalog/index.ts";
import { planFile } from "../../../cli/plan-file.ts";
import { exampleFiles, exampleNow } from "../../../environments/index.ts";
import type { EnvironmentPlan } from "../../../planner/plan/environment.ts";
import type { GcpFabricNetworkPlan } from "../../../planner/plan/gcp.ts";
import { type RecordedResource, synthesizePulumi } from "../../../stacks/synthesize-pulumi.ts";

const catalog = openCatalog();
const examples = exampleFiles().flatMap((file) => {
  const { plan } = planFile(file, catalog, Date.parse(exampleNow));
  return plan?.cloud === "gcp" ? [{ example: basename(file, ".yaml"), plan }] : [];
});

/** Every resource of every example: whatever changes in them is seen in review. What must hold is asserted beside it. */
describe.each(examples)("$example", ({ example, plan }) => {
  let resources: readonly RecordedResource[] = [];
  const ofType = (type: string) => resources.filter((each) => each.type === `gcp:${type}`);
  const withName = (type: string, name: string) =>
    ofType(type).find(({ inputs }) => inputs.name === name)?.inputs;

  beforeAll(async () => {
    resources = await synthesizePulumi(plan);
  });

  test("resources", async () => {
    await expect(`${JSON.stringify(resources, null, 2)}\n`).toMatchFileSnapshot(
      `../../snapshots/${example}/resources.json`,
    );
  });

  test("every node pool of the plan is there, and no other", () => {
    const planned = [
      ...plan.systemPools.map(({ gcp }) => gcp?.nodePool),
      ...nodePoolsOf(plan).map(({ nodePool }) => nodePool.id),
    ];
    const made = ofType("container/nodePool:NodePool").map(({ inputs }) => inputs.name);
    expect(made.toSorted()).toEqual(planned.toSorted());
  });

  test("every node pool has its machine, labels, taints and zones", () => {
    for (const { pool, option, nodePool } of nodePoolsOf(plan)) {
      expect(withName("container/nodePool:NodePool", nodePool.id), nodePool.id).toMatchObject({
        nodeLocations: nodePool.zones,
        nodeConfig: {
          machineType: pool.machine,
          labels: { ...pool.labels, ...pool.gcp?.nodeLabels, ...option.gcp?.labels },
          taints: [...pool.taints, ...(option.gcp?.taints ?? [])].map(({ key, value }) => ({ key, value })),
          resourceLabels: plan.guardrails.gcp?.labels,
        },
      });
    }
  });

  test("every node has every interface, in order", () => {
    for (const { option, nodePool } of nodePoolsOf(plan)) {
      const planned = (option.gcp?.additionalNetworks ?? []).map(({ network, subnet }) => ({
        network: `fabric-vpc-${network}-id`,
        ...(subnet === null ? {} : { subnetwork: `fabric-subnet-${subnet}-id` }),
      }));
      const config = withName("container/nodePool:NodePool", nodePool.id)?.networkConfig;
      expect(config, nodePool.id).toEqual(
        expect.objectContaining(
          planned.length === 0 ? { enablePrivateNodes: true } : { additionalNodeNetworkConfigs: planned },
        ),
      );
    }
  });

  test("every network of the fabric has its MTU, profile and subnets", () => {
    for (const network of fabricOf(plan)) {
      const vpc = withName("compute/network:Network", network.name);
      expect(vpc, network.id).toMatchObject({ mtu: network.mtu, autoCreateSubnetworks: false });
      expect(
        String(vpc?.networkProfile ?? "")
          .split("/")
          .at(-1),
      ).toBe(network.networkProfile ?? "");
      for (const { name, cidr } of network.subnets)
        expect(withName("compute/subnetwork:Subnetwork", name)).toMatchObject({ ipCidrRange: cidr });
    }
  });

  test("every policy of the plan is there and named by its node pools", () => {
    for (const { option, nodePool } of nodePoolsOf(plan)) {
      if (option.gcp?.resourcePolicy === null || option.gcp === undefined) continue;
      const { policyName = "" } = placementOf(withName("container/nodePool:NodePool", nodePool.id));
      expect(policyName).toContain(option.gcp.resourcePolicy.id);
      expect(withName("compute/resourcePolicy:ResourcePolicy", policyName)).toBeDefined();
    }
  });

  test("the API has no public endpoint unless the plan opens it", () => {
    for (const { inputs } of ofType("container/cluster:Cluster"))
      expect(inputs.privateClusterConfig).toMatchObject({
        enablePrivateNodes: true,
        enablePrivateEndpoint: plan.network.api.publicFrom.length === 0,
      });
  });

  test("no firewall rule lets the world in", () => {
    for (const { name, inputs } of ofType("compute/firewall:Firewall"))
      expect(inputs.sourceRanges, name).not.toContain("0.0.0.0/0");
  });
});

function placementOf(inputs: RecordedResource["inputs"] | undefined): { readonly policyName?: string } {
  return (inputs?.placementPolicy as { policyName?: string } | undefined) ?? {};
}

function nodePoolsOf(plan: EnvironmentPlan) {
  return plan.pools.flatMap((pool) =>
    pool.options.flatMap((option) =>
      (option.gcp?.nodePools ?? []).map((nodePool) => ({ pool, option, nodePool })),
    ),
  );
}

function fabricOf({ network }: EnvironmentPlan): readonly GcpFabricNetworkPlan[] {
  return network.cloud === "gcp" ? network.fabric : [];
}
