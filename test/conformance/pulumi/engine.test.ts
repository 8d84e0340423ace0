import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCatalog } from "../../../catalog/index.ts";
import { checksFor, pulumiFacts, runChecks } from "../../../checks/index.ts";
import type { Layer } from "../../../stacks/pulumi/layer.ts";
import { synthesizePulumi } from "../../../stacks/synthesize-pulumi.ts";
import { exampleNow, pulumiExamples, resized } from "../peers/examples.ts";
import { expectPlannedNetworks } from "./expect-networks.ts";
import { expectPlannedPools } from "./expect-node-pools.ts";
import { changedProperties, type PreviewStep, previewSteps } from "./preview-steps.ts";
import type { ProviderCall } from "./provider/calls.ts";
import { openWorkspace, type PulumiRun, type Workspace } from "./workspace.ts";

/** What a node count stands in, in the words of GKE, AKS and their schedulers; how many an update takes follows it. */
const COUNTS = /[cC]ount$|NodeCount|^body$|httpTarget|parameters|definition|maxUnavailable$/;
const NODE_POOLS: Readonly<Record<string, string>> = {
  gcp: "gcp:container/nodePool:NodePool",
  azure: "azure-native:containerservice:AgentPool",
};

describe.each(pulumiExamples())("$name on the real Pulumi engine", (example) => {
  const { plan } = example;
  const folder = mkdtempSync(join(tmpdir(), "engineroom-resized-"));
  const created: ProviderCall[] = [];
  let workspace: Workspace;

  const up = (layer: Layer, ...args: readonly string[]): Promise<PulumiRun> =>
    workspace.run("up", layer, "--yes", "--skip-preview", ...args);
  const takeCreated = (): readonly ProviderCall[] => {
    const calls = workspace.takeCalls().filter(({ operation }) => operation === "create");
    created.push(...calls);
    return calls;
  };

  beforeAll(async () => {
    workspace = await openWorkspace(plan.name);
    await workspace.choose(example.file, exampleNow);
  });
  afterAll(() => {
    workspace.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the data stack is previewed without a call that changes anything, and comes up", async () => {
    const preview = await workspace.run("preview", "data");
    expect(preview.code, preview.output).toBe(0);
    expect(takeCreated(), "a preview creates nothing").toEqual([]);
    const done = await up("data");
    expect(done.code, done.output).toBe(0);
    expect(takeCreated().length).toBeGreaterThan(0);
  });

  test("a failure half-way stops the cluster stack, and the next run continues it", async () => {
    const preview = await workspace.run("preview", "cluster");
    expect(preview.code, preview.output).toBe(0);
    const type = NODE_POOLS[plan.cloud] ?? "";
    workspace.refuse({ [type]: "out of capacity" });
    const failed = await up("cluster");
    expect(failed.code, failed.output).not.toBe(0);
    expect(failed.output).toContain("out of capacity");
    workspace.refuse({});
    const done = await up("cluster");
    expect(done.code, done.output).toBe(0);
    takeCreated();
    const urns = created.map(({ urn }) => urn);
    expect(new Set(urns).size, "nothing is created twice").toBe(urns.length);
  });

  test("what reached the providers is what synthesis shows", async () => {
    const names = ({ type, name }: { readonly type: string; readonly name: string }): string =>
      `${type} ${name}`;
    const expected = (await synthesizePulumi(plan)).filter(({ type }) =>
      /^(gcp|azure-native|kubernetes):/.test(type),
    );
    expect(created.map(names).toSorted()).toEqual(expected.map(names).toSorted());
  });

  test("every network, subnet, node pool, policy, label and taint is the planned one", () => {
    expectPlannedNetworks(created, plan);
    expectPlannedPools(created, plan);
  });

  test("no check finds an error in what reached the providers", () => {
    if (plan.cloud === "aws") throw new Error("AWS is not built with Pulumi");
    const facts = pulumiFacts(plan.cloud, created, { region: plan.region, now: Date.parse(exampleNow) });
    const findings = runChecks(checksFor(plan.cloud), facts, openCatalog());
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(["data", "cluster"] as const)("a second run of the %s stack changes nothing", async (layer) => {
    const again = await up(layer, "--expect-no-changes");
    expect(again.code, again.output).toBe(0);
    expect(
      workspace.takeCalls().filter(({ operation }) => operation !== "invoke" && operation !== "read"),
    ).toEqual([]);
  });

  test("another node count shows as that change alone", async () => {
    await workspace.choose(resized(example, folder).file, exampleNow);
    const data = await previewChanges("data");
    expect(
      data.map(({ urn }) => urn),
      "the data stack stays",
    ).toEqual([]);
    const cluster = await previewChanges("cluster");
    for (const step of cluster) {
      expect(step.op, step.urn).toBe("update");
      for (const property of changedProperties(step)) expect(property, step.urn).toMatch(COUNTS);
    }
    await workspace.choose(example.file, exampleNow);
  });

  test("the cluster is destroyed whole, and protected data stays", async () => {
    const cluster = await workspace.run("destroy", "cluster", "--yes", "--skip-preview");
    expect(cluster.code, cluster.output).toBe(0);
    const deleted = workspace.takeCalls().filter(({ operation }) => operation === "delete");
    const inCluster = created.filter(({ urn }) => urn.includes(`:${plan.name}-cluster::`));
    expect(deleted.length).toBeGreaterThan(0);
    expect(inCluster.map(({ urn }) => urn)).toEqual(expect.arrayContaining(deleted.map(({ urn }) => urn)));
    const data = await workspace.run("destroy", "data", "--yes", "--skip-preview");
    if (plan.guardrails.protectData) expect(data.output, "protected data").toContain("protected");
    else expect(data.code, data.output).toBe(0);
  });

  async function previewChanges(layer: Layer): Promise<readonly PreviewStep[]> {
    const preview = await workspace.run("preview", layer, "--diff", "--json");
    expect(preview.code, preview.output).toBe(0);
    return previewSteps(preview.output).filter(({ op }) => op !== "same" && op !== "read");
  }
});
