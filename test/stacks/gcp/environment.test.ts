import { runtime } from "@pulumi/pulumi";
import { beforeAll, describe, expect, test } from "vitest";
import { gcpAnswers, gcpCluster, gcpData } from "../../../stacks/gcp.ts";
import { Recorder } from "../../../stacks/pulumi/recorder.ts";
import { type RecordedResource, synthesizePulumi } from "../../../stacks/synthesize-pulumi.ts";
import { cluster, plan } from "../../constructs/gcp/fixtures/plans.ts";

let resources: readonly RecordedResource[] = [];
const ofType = (type: string) => resources.filter((each) => each.type === `gcp:${type}`);

interface NodeInterface {
  readonly network: string;
  readonly subnetwork: string;
}

function interfacesOf(nodePool: string): readonly NodeInterface[] {
  const inputs = resources.find(({ name }) => name === nodePool)?.inputs;
  const config = inputs?.networkConfig as { additionalNodeNetworkConfigs?: NodeInterface[] } | undefined;
  return config?.additionalNodeNetworkConfigs ?? [];
}

beforeAll(async () => {
  resources = await synthesizePulumi(plan);
});

describe("an environment on Google Cloud", () => {
  test("has no two resources of one URN", () => {
    const urns = resources.map(({ urn }) => urn);
    expect(urns.toSorted()).toEqual([...new Set(urns)].toSorted());
  });

  test("is cut in two stacks by lifetime", () => {
    const stackOf = (type: string) => new Set(ofType(type).map(({ urn }) => urn.split(":")[2]));
    expect(stackOf("compute/network:Network")).toEqual(new Set(["assistant-data"]));
    expect(stackOf("storage/bucket:Bucket")).toEqual(new Set(["assistant-data"]));
    expect(stackOf("container/nodePool:NodePool")).toEqual(new Set(["assistant-cluster"]));
  });

  test("protects nothing of the cluster stack, so that it can go alone", () => {
    const kept = resources.filter(({ options }) => options?.protect === true);
    expect(kept.filter(({ urn }) => urn.includes("assistant-cluster"))).toEqual([]);
    expect(kept.length).toBeGreaterThan(0);
  });

  test("names what holds data in a way that does not change", () => {
    for (const { name, inputs } of resources.filter(({ options }) => options?.protect === true)) {
      const given = inputs.name ?? inputs.instanceId ?? inputs.bucketId ?? inputs.service;
      expect(given, name).toBeTypeOf("string");
    }
  });

  test("labels everything that takes labels", () => {
    const labelled = {
      "storage/bucket:Bucket": "labels",
      "lustre/instance:Instance": "labels",
      "filestore/instance:Instance": "labels",
      "kms/cryptoKey:CryptoKey": "labels",
      "container/cluster:Cluster": "resourceLabels",
    };
    for (const [type, key] of Object.entries(labelled)) {
      expect(ofType(type).length, type).toBeGreaterThan(0);
      for (const { inputs } of ofType(type)) expect(inputs[key], type).toEqual(plan.guardrails.gcp?.labels);
    }
  });

  test("joins every interface of a node to a network that the data stack made", () => {
    const made = new Set(ofType("compute/network:Network").map(({ name }) => `${name}-id`));
    const subnets = new Set(ofType("compute/subnetwork:Subnetwork").map(({ name }) => `${name}-id`));
    const interfaces = interfacesOf("pool-train-train-reservation");
    expect(interfaces).toHaveLength(9);
    for (const each of interfaces) {
      expect(made).toContain(each.network);
      expect(subnets).toContain(each.subnetwork);
    }
    expect(new Set(interfaces.map(({ subnetwork }) => subnetwork)).size).toBe(9);
  });

  test("creates the cluster in the network, with the key, of the data stack", () => {
    expect(ofType("container/cluster:Cluster")[0]?.inputs).toMatchObject({
      network: "network-vpc-id",
      subnetwork: "network-subnet-nodes-id",
      databaseEncryption: { keyName: "encryption-key-id" },
    });
  });

  test("lets the key be used by those who encrypt with it", () => {
    const members = ofType("kms/cryptoKeyIAMMember:CryptoKeyIAMMember").map(({ inputs }) => inputs.member);
    expect(members).toContain(
      "serviceAccount:service-123456789012@container-engine-robot.iam.gserviceaccount.com",
    );
    expect(members).toHaveLength(5);
  });

  test("is tied to the project and region of the file by a provider of its own", () => {
    const providers = resources.filter(({ type }) => type === "pulumi:providers:gcp");
    expect(providers).toHaveLength(2);
    for (const { inputs } of providers)
      expect(inputs).toMatchObject({ project: "my-project", region: "us-central1" });
  });

  test("is the same each time", async () => {
    expect(await synthesizePulumi(plan)).toEqual(resources);
  });
});

test("nothing is created inside an apply: all is registered before the program returns", async () => {
  let registered = 0;
  let atReturn = 0;
  for (const layer of [() => gcpData(plan), () => gcpCluster(plan, gcpData(plan))]) {
    const recorder = new Recorder("project", "stack", {}, gcpAnswers);
    await runtime.setMocks(recorder, "project", "stack", false, "organization");
    await runtime.runInPulumiStack(async () => {
      runtime.registerStackTransformation(() => {
        registered++;
        return undefined;
      });
      layer();
      atReturn = registered;
    });
    await runtime.disconnect();
    expect(registered).toBe(atReturn);
  }
});

test("an unknown project is asked for at deployment", async () => {
  const made = await synthesizePulumi({ ...plan, account: null });
  const bucket = made.find(({ type }) => type === "gcp:storage/bucket:Bucket");
  expect(bucket?.inputs.name).toBe("project-id-assistant-corpus");
});

test("GitOps leaves the cluster's objects to the repository", async () => {
  const made = await synthesizePulumi({ ...plan, cluster: { ...cluster, delivery: "gitops" } });
  expect(made.filter(({ type }) => type.startsWith("kubernetes:"))).toEqual([]);
});

test("a plan of another cloud is a bug", async () => {
  const { gcp: _, ...bare } = cluster;
  await expect(synthesizePulumi({ ...plan, cluster: bare })).rejects.toThrow("not one for Google Cloud");
});
