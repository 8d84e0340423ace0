import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { awsVariables } from "./peers/aws-environment.ts";
import { type CdkRun, cdk } from "./peers/cdk-cli.ts";
import { awsExamples, type Example, exampleNow, planOf, resized } from "./peers/examples.ts";
import { createExisting } from "./peers/existing.ts";
import { expectPlannedCluster, expectPlannedNodeGroups } from "./peers/expect-cluster.ts";
import { expectPlannedStorage } from "./peers/expect-storage.ts";
import { type DeployedResource, deployedResources, readBack } from "./peers/read-back.ts";

const endpoint = inject("awsEndpoint");
const bootstrapped = new Set<string>();

describe.each(awsExamples())("$name on the emulated AWS", (example) => {
  const { plan } = example;
  const variables = awsVariables(endpoint, plan.region);
  const folder = mkdtempSync(join(tmpdir(), "engineroom-conformance-"));
  const stacks = ["data", "storage", "cluster"].map((part) => `${plan.name}-${part}`);
  let deployment: CdkRun;
  let current = plan;

  const app = (file: string): string[] => {
    const context = ["-c", `environment=${file}`, "-c", `now=${exampleNow}`];
    return [...context, "--output", join(folder, "cdk.out")];
  };
  const run = (command: "deploy" | "destroy", file: string, ...args: readonly string[]): Promise<CdkRun> =>
    cdk([command, ...args, ...app(file)], variables);
  const deploy = (file: string): Promise<CdkRun> =>
    run("deploy", file, "--all", "--require-approval", "never", "--concurrency", "3");

  const bootstrap = async (): Promise<void> => {
    if (bootstrapped.has(plan.region)) return;
    const done = await cdk(["bootstrap", ...app(example.file)], variables);
    expect(done.code, done.output).toBe(0);
    bootstrapped.add(plan.region);
  };

  beforeAll(async () => {
    await bootstrap();
    await createExisting(endpoint, plan);
    deployment = await deploy(example.file);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("every stack reaches CREATE_COMPLETE", async () => {
    expect(deployment.code, deployment.output).toBe(0);
    const { stacks: statuses } = await readBack(endpoint, plan.region, plan.name);
    expect(Object.keys(statuses).length, "at least data and cluster").toBeGreaterThanOrEqual(2);
    expect(stacks).toEqual(expect.arrayContaining(Object.keys(statuses)));
    for (const [stack, status] of Object.entries(statuses)) expect(status, stack).toBe("CREATE_COMPLETE");
  });

  test("cluster, node groups and file systems are the planned ones", async () => {
    const facts = await readBack(endpoint, plan.region, plan.name);
    expectPlannedCluster(facts, plan);
    expectPlannedNodeGroups(facts, plan);
    expectPlannedStorage(await deployedResources(endpoint, plan.name), facts, plan);
  });

  test("another node count is an update that replaces nothing", async () => {
    const before = await deployedResources(endpoint, plan.name);
    const changed = resized(example, folder).file;
    const update = await deploy(changed);
    expect(update.code, update.output).toBe(0);
    const planned = planOf(changed);
    current = planned;
    const facts = await readBack(endpoint, plan.region, plan.name);
    expectPlannedNodeGroups(facts, planned);
    const after = await deployedResources(endpoint, plan.name);
    const changedGroups = sizesOf(planned) !== sizesOf(plan);
    const cluster = facts.stacks[`${plan.name}-cluster`];
    if (changedGroups) expect(cluster, update.output).toBe("UPDATE_COMPLETE");
    for (const old of before.filter((each) => !isSystemPoolOfOtherMachines(each, plan, planned))) {
      const now = after.find(({ stack, logicalId }) => stack === old.stack && logicalId === old.logicalId);
      const label = `${old.stack} ${old.logicalId} (${old.type})`;
      if (now !== undefined) expect(now.physicalId, label).toBe(old.physicalId);
    }
  });

  test("data and storage refuse to be destroyed, the cluster is destroyed whole", async () => {
    const kept = (await readBack(endpoint, plan.region, plan.name)).stacks;
    const cluster = await run("destroy", example.file, `${plan.name}-cluster`, "--exclusively", "--force");
    expect(cluster.code, cluster.output).toBe(0);
    const protectedStacks = Object.keys(kept).filter((name) => !name.endsWith("-cluster"));
    for (const stack of plan.guardrails.protectData ? protectedStacks : []) {
      const refused = await run("destroy", example.file, stack, "--exclusively", "--force");
      expect(refused.output, stack).toContain("TerminationProtection is enabled");
    }
    const facts = await readBack(endpoint, plan.region, plan.name);
    expect(facts.kubernetes, "the cluster is gone").toBeNull();
    expect(Object.keys(facts.stacks).sort(), "what is kept").toEqual(protectedStacks.sort());
    expectPlannedStorage(await deployedResources(endpoint, plan.name), facts, current);
  });
});

/** What a node count can change: the sizes of the managed groups. */
function sizesOf({ pools }: Example["plan"]): string {
  return JSON.stringify(
    pools.filter(({ elastic }) => !elastic).flatMap(({ options }) => options.map(({ size }) => size)),
  );
}

/** More nodes can need larger system machines, and EKS replaces a node group to change its machines. */
function isSystemPoolOfOtherMachines(
  { type, logicalId }: DeployedResource,
  before: Example["plan"],
  after: Example["plan"],
): boolean {
  if (type !== "AWS::EKS::Nodegroup" || !logicalId.startsWith("SystemPool")) return false;
  const machines = ({ systemPools }: Example["plan"]): string =>
    JSON.stringify(systemPools.map((pool) => pool.machines));
  return machines(before) !== machines(after);
}
