import { basename } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openCatalog } from "../../../catalog/index.ts";
import { planFile } from "../../../cli/plan-file.ts";
import { exampleFiles, exampleNow } from "../../../environments/index.ts";
import { type RecordedResource, synthesizePulumi } from "../../../stacks/synthesize-pulumi.ts";

const catalog = openCatalog();
const examples = exampleFiles().flatMap((file) => {
  const { plan } = planFile(file, catalog, Date.parse(exampleNow));
  return plan?.cloud === "azure" ? [{ example: basename(file, ".yaml"), plan }] : [];
});

/** Every resource of every example: whatever changes in them is seen in review. What must hold is asserted beside it. */
describe.each(examples)("$example", ({ example, plan }) => {
  let resources: readonly RecordedResource[] = [];
  beforeAll(async () => {
    resources = await synthesizePulumi(plan);
  });

  test("resources", async () => {
    await expect(`${JSON.stringify(resources, null, 2)}\n`).toMatchFileSnapshot(
      `../../snapshots/${example}/resources.json`,
    );
  });

  test("every option of every pool is an agent pool with the plan's machine, labels and taints", () => {
    const pools = resources.filter(({ type }) => type === "azure-native:containerservice:AgentPool");
    for (const pool of plan.pools.filter(({ provisioner }) => provisioner === "agent-pool")) {
      for (const option of pool.options) {
        const found = pools.find(({ name }) => name === option.id)?.inputs;
        expect(found, option.id).toMatchObject({
          agentPoolName: option.azure?.agentPool,
          vmSize: pool.machine,
          osSKU: pool.azure?.osSku,
          nodeLabels: { ...pool.labels, ...option.azure?.labels },
          nodeTaints: [...pool.taints, ...(option.azure?.taints ?? [])].map(
            ({ key, value, effect }) => `${key}=${value}:${effect}`,
          ),
        });
      }
    }
  });

  test("every subnet of the plan is made with its range", () => {
    if (plan.network.cloud !== "azure") throw new Error(`${example} is not of Azure`);
    const made = resources
      .filter(({ type }) => type === "azure-native:network:Subnet")
      .map(({ inputs }) => [inputs.subnetName, inputs.addressPrefix]);
    expect(Object.fromEntries(made)).toEqual(
      Object.fromEntries(plan.network.subnets.map(({ id, cidr }) => [id, cidr])),
    );
  });

  test("what is kept is protected", () => {
    for (const { name, kind, retain, existing } of plan.storage) {
      if (!retain || existing !== null) continue;
      const own = resources.filter(
        ({ name: id, type }) => id.startsWith(`storage-${name}-`) && statefulTypes.test(type),
      );
      expect(own.length, `${kind} ${name}`).toBeGreaterThan(0);
      for (const { options } of own) expect(options).toMatchObject({ protect: true, retainOnDelete: true });
    }
  });
});

const statefulTypes =
  /:(StorageAccount|BlobContainer|FileShare|AmlFilesystem|CapacityPool|CapacityPoolVolume)$/;
