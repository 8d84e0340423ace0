import { describe, expect, it } from "vitest";
import { planAwsCluster } from "../../planner/cluster/aws.ts";
import { decideVersion } from "../../planner/cluster/kubernetes-version.ts";
import { planAwsStorage } from "../../planner/storage/aws.ts";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";
import { catalog, environment, newContext, now, pool, systemPool } from "./fixtures.ts";

function plan(input: Partial<EnvironmentInput> = {}, expiresAt: string | null = null, pools = [pool()]) {
  const { context, findings } = newContext();
  const spec = environment(input);
  const storage = planAwsStorage(spec, pools, context);
  const systemPools = [systemPool()];
  return {
    cluster: planAwsCluster({ environment: spec, pools, systemPools, storage, expiresAt }, context),
    codes: findings.map(({ code }) => code),
  };
}

const theirs = { existing: { vpc: "vpc-0123456789abcdef0", subnets: ["subnet-0aaaaaaaaaaaaaaa1"] } };

const names = (input: Partial<EnvironmentInput>) => plan(input).cluster.addons.map(({ name }) => name);

describe("the Kubernetes version", () => {
  it("is the newest in the table that every add-on is pinned for and that is in standard support", () => {
    const { cluster } = plan();
    const row = catalog.kubernetesVersions("aws").find(({ version }) => version === cluster.version);
    expect(Date.parse(row?.standardSupportUntil ?? "")).toBeGreaterThan(now);
    expect(cluster.support).toBe("standard");
    expect(cluster.addons.filter(({ version }) => version === null)).toEqual([]);
  });

  it("is older where an add-on is not pinned for the newest", () => {
    const [component] = catalog.components().filter(({ name }) => name === "coredns");
    if (component === undefined) throw new Error("no coredns");
    const rows = [{ ...component, kubernetes: { min: "1.33", max: "1.35" } }];
    const components = [{ name: "coredns", rows }];
    const decision = decideVersion({ cloud: "aws", given: undefined, now, until: null, components }, catalog);
    expect(decision.version).toBe("1.35");
  });

  it("covers the environment's lifetime where one does", () => {
    const long = decideVersion(
      { cloud: "aws", given: undefined, now, until: Date.parse("2027-07-01"), components: [] },
      catalog,
    );
    const row = catalog.kubernetesVersions("aws").find(({ version }) => version === long.version);
    expect(Date.parse(row?.standardSupportUntil ?? "")).toBeGreaterThanOrEqual(Date.parse("2027-07-01"));
  });

  it("that is given is kept, with what is known of its support", () => {
    expect(plan({ orchestration: { version: "1.33" } }).cluster).toMatchObject({
      version: "1.33",
      support: "extended",
      upgradePolicy: "STANDARD",
    });
    expect(plan({ orchestration: { version: "1.33", extendedSupport: true } }).cluster.upgradePolicy).toBe(
      "EXTENDED",
    );
    expect(plan({ orchestration: { version: "1.99" } }).cluster.support).toBe("unknown");
  });

  it("that add-ons are not pinned for leaves them to EKS, with a finding", () => {
    const { cluster, codes } = plan({ orchestration: { version: "1.37" } });
    expect(cluster.addons.every(({ version }) => version === null)).toBe(true);
    expect(codes).toEqual(["addon-version-unknown"]);
  });
});

describe("add-ons", () => {
  it("of storage come with the storage alone", () => {
    const bare = names({});
    expect(bare).not.toContain("aws-fsx-csi-driver");
    expect(bare).not.toContain("aws-efs-csi-driver");
    expect(bare).not.toContain("aws-mountpoint-s3-csi-driver");
    expect(names({ storage: [{ name: "s", kind: "parallel" }] })).toContain("aws-fsx-csi-driver");
    expect(names({ storage: [{ name: "s", kind: "file" }] })).toContain("aws-efs-csi-driver");
    expect(names({ storage: [{ name: "s", kind: "model-cache" }] })).toContain(
      "aws-mountpoint-s3-csi-driver",
    );
  });

  it("give pods addresses in prefixes", () => {
    const cni = plan().cluster.addons.find(({ name }) => name === "vpc-cni");
    expect(cni?.configuration).toMatchObject({ env: { ENABLE_PREFIX_DELEGATION: "true" } });
    expect(cni?.needsNodes).toBe(false);
  });

  it("have a role where they call the cloud", () => {
    const ebs = plan().cluster.addons.find(({ name }) => name === "aws-ebs-csi-driver");
    expect(ebs?.serviceAccount).toBe("ebs-csi-controller-sa");
    expect(ebs?.managedPolicies).not.toEqual([]);
  });
});

describe("an existing cluster", () => {
  it("keeps its add-ons and needs its version to be said", () => {
    const { cluster, codes } = plan({ orchestration: { existing: "shared" } });
    expect(cluster).toMatchObject({ name: "shared", existing: "shared", addons: [] });
    expect(codes).toContain("existing-cluster-version");
    expect(plan({ orchestration: { existing: "shared", version: "1.35" }, network: theirs }).codes).toEqual(
      [],
    );
  });

  it("takes nodes in its own network alone, so that the file has to name it", () => {
    const { codes } = plan({ orchestration: { existing: "shared", version: "1.35" } });
    expect(codes).toEqual(["existing-cluster-network"]);
  });
});

describe("queues, access and provisioner", () => {
  it("gives each pool a queue of its own by default", () => {
    expect(plan().cluster.queues).toMatchObject([{ name: "train", pool: "train", accelerators: 32 }]);
  });

  it("makes who is admin and user admin alone", () => {
    const access = { admins: ["role/ml"], users: ["role/ml", "role/readers"] };
    expect(plan({ access }).cluster.access).toEqual([
      { principal: "role/ml", level: "admin" },
      { principal: "role/readers", level: "user" },
    ]);
  });

  it("has Karpenter for elastic pools alone", () => {
    expect(plan().cluster.karpenter).toBeNull();
    const elastic = pool({ elastic: true, provisioner: "karpenter" });
    expect(plan({}, null, [elastic]).cluster.karpenter?.version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
