import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PoolPlan } from "../../planner/plan/pool.ts";
import type { AwsStoragePlan, FsxLustrePlan, FsxOpenZfsPlan, S3Plan } from "../../planner/plan/storage.ts";
import { bucketName } from "../../planner/storage/aws/bucket-name.ts";
import { planAwsStorage } from "../../planner/storage/aws.ts";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";
import { catalog, environment, newContext, option, pool } from "./fixtures.ts";

type Storage = NonNullable<EnvironmentInput["storage"]>[number];

function plan(storage: Storage[], pools: PoolPlan[] = [pool()], more: Partial<EnvironmentInput> = {}) {
  const { context, findings } = newContext();
  return { plans: planAwsStorage(environment({ storage, ...more }), pools, context), findings };
}

function only<Plan extends AwsStoragePlan>(
  storage: Storage,
  ...rest: [PoolPlan[]?, Partial<EnvironmentInput>?]
): Plan {
  return plan([storage], ...rest).plans[0] as Plan;
}

const l4 = pool({
  name: "gpu",
  machine: "g6.xlarge",
  family: "g6",
  nodes: 1,
  acceleratorsPerNode: 1,
  fabric: {
    kind: "none",
    interfacesPerNode: 0,
    gbpsPerNode: null,
    layout: null,
    interfaces: [],
    networks: [],
  },
});

describe("buckets", () => {
  it("carry the account in their name, or a place for it", () => {
    const known = only<S3Plan>({ name: "corpus", kind: "object" }, undefined, { account: "123456789012" });
    expect(known.bucket).toBe("lab-corpus-123456789012-us-east-2");
    expect(only<S3Plan>({ name: "corpus", kind: "object" }).bucket).toBe("lab-corpus-{account}-us-east-2");
  });

  it("that exist are used by their name and not created", () => {
    const existing = only<S3Plan>({ name: "corpus", kind: "object", existing: "s3://our-corpus/tokens" });
    expect(existing.bucket).toBe("our-corpus");
    expect(existing.existing).toBe("s3://our-corpus/tokens");
  });

  it("have legal names however long the parts are", () => {
    const label = (most: number) =>
      fc.stringMatching(new RegExp(`^[a-z]([-a-z0-9]{0,${most - 2}}[a-z0-9])?$`));
    fc.assert(
      fc.property(
        label(40),
        label(30),
        fc.constantFrom("us-east-1", "ap-southeast-4"),
        (name, storage, region) => {
          const bucket = bucketName({ name, account: "123456789012", region }, storage);
          expect(bucket).toMatch(/^[a-z0-9][-.a-z0-9]{1,61}[a-z0-9]$/);
          expect(bucket).not.toMatch(/^(xn--|sthree-|amzn-s3-demo-)/);
        },
      ),
    );
  });

  it("of long names stay apart", () => {
    const parts = { account: "123456789012", region: "us-east-2" };
    const name = "a".repeat(40);
    const names = ["corpus", "scratch"].map((storage) => bucketName({ name, ...parts }, storage));
    expect(new Set(names).size).toBe(2);
  });
});

describe("a model cache", () => {
  it("has a bucket of its own by default", () => {
    expect(only<S3Plan>({ name: "weights", kind: "model-cache" }).existing).toBeNull();
  });

  it("reads the bucket that it names, which is created once", () => {
    const { plans } = plan([
      { name: "models", kind: "object" },
      { name: "weights", kind: "model-cache", source: "models" },
    ]);
    expect(plans.map(({ existing }) => existing)).toEqual([null, "s3://lab-models-{account}-us-east-2"]);
  });
});

describe("Lustre", () => {
  it("keeps a given size and throughput that are legal", () => {
    const scratch = only<FsxLustrePlan>({
      name: "scratch",
      kind: "parallel",
      sizeGiB: 38_400,
      throughputMBps: 18_750,
    });
    expect(scratch).toMatchObject({ sizeGiB: 38_400, mbpsPerTiB: 500, throughputMBps: 18_750, efa: true });
  });

  it("has EFA beside EFA nodes, with the metadata operations that it must say", () => {
    const scratch = only<FsxLustrePlan>({ name: "scratch", kind: "parallel" });
    expect(scratch.efa).toBe(true);
    expect(scratch.metadataIops).toBe(6000);
  });

  it("goes without EFA where the given size is below the smallest with EFA, and says so", () => {
    const small = only<FsxLustrePlan>({
      name: "scratch",
      kind: "parallel",
      sizeGiB: 1200,
      throughputMBps: 150,
    });
    expect(small).toMatchObject({ sizeGiB: 1200, efa: false, metadataIops: null });
    expect(small.reason).toContain("below the smallest with EFA");
  });

  it("goes without EFA beside nodes that have none or are not documented as clients", () => {
    expect(only<FsxLustrePlan>({ name: "scratch", kind: "parallel" }, [l4]).efa).toBe(false);
    const trainium = only<FsxLustrePlan>({ name: "scratch", kind: "parallel" }, [
      pool({ machine: "trn2.48xlarge", family: "trn2" }),
    ]);
    expect(trainium.efa).toBe(false);
    expect(trainium.reason).toContain("trn2");
  });

  it("keeps a given size where the work would like more throughput than it can deliver", () => {
    const small = only<FsxLustrePlan>({ name: "scratch", kind: "parallel", sizeGiB: 2400 }, [
      pool({ nodes: 64 }),
    ]);
    expect(small).toMatchObject({ sizeGiB: 2400, mbpsPerTiB: 1000 });
  });

  it("takes the tier that is cheapest for what is needed: high for throughput, low for capacity", () => {
    const fast = only<FsxLustrePlan>({ name: "a", kind: "parallel", sizeGiB: 1200, throughputMBps: 9000 }, [
      l4,
    ]);
    const large = only<FsxLustrePlan>(
      { name: "a", kind: "parallel", sizeGiB: 96_000, throughputMBps: 1000 },
      [l4],
    );
    expect(fast.mbpsPerTiB).toBe(1000);
    expect(large.mbpsPerTiB).toBe(125);
  });

  it("stands in the zone of its nodes and is filled from its bucket", () => {
    const { plans } = plan([
      { name: "corpus", kind: "object" },
      { name: "scratch", kind: "parallel", source: "corpus" },
    ]);
    expect(plans[1]).toMatchObject({ zone: "use2-az1", sourceUrl: "s3://lab-corpus-{account}-us-east-2" });
  });

  it("is made for a checkpoint in a minute where that needs more than reading", () => {
    const work: Partial<EnvironmentInput> = {
      workloads: [
        {
          name: "base",
          kind: "training",
          model: "llama-3.1-70b",
          tokens: 1e9,
          pool: "train",
          reads: "scratch",
        },
      ],
    };
    const scratch = only<FsxLustrePlan>({ name: "scratch", kind: "parallel" }, [pool()], work);
    expect(scratch.reason).toContain("checkpoint");
    expect(scratch.throughputMBps).toBeGreaterThanOrEqual((70e9 * 14) / 60 / 1e6);
  });

  it("as scratch names no tier and has no EFA", () => {
    const scratch = only<FsxLustrePlan>({ name: "scratch", kind: "parallel", scratch: true });
    expect(scratch).toMatchObject({ deploymentType: "SCRATCH_2", mbpsPerTiB: null, efa: false });
  });

  it("that exists is described and never created", () => {
    const existing = only<FsxLustrePlan>({
      name: "scratch",
      kind: "parallel",
      existing: "fs-0123456789abcdef0",
    });
    expect(existing).toMatchObject({ existing: "fs-0123456789abcdef0", sizeGiB: null, addresses: 0 });
  });

  it("is a finding where the region does not sell it", () => {
    const { findings } = plan([{ name: "scratch", kind: "parallel" }], [l4], { region: "us-gov-west-1" });
    expect(findings.map(({ code }) => code)).toEqual(["storage-not-in-region"]);
  });

  it("has a legal size and tier, and at least what is asked for", () => {
    const rows = catalog.storageSteps("aws");
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 400_000 }), { nil: undefined }),
        fc.option(fc.integer({ min: 1, max: 200_000 }), { nil: undefined }),
        fc.boolean(),
        fc.integer({ min: 1, max: 64 }),
        (sizeGiB, throughputMBps, scratch, nodes) => {
          const storage = { name: "s", kind: "parallel", scratch } as const;
          const asked = { ...(sizeGiB && { sizeGiB }), ...(throughputMBps && { throughputMBps }) };
          const made = only<FsxLustrePlan>({ ...storage, ...asked }, [pool({ nodes })]);
          const size = made.sizeGiB ?? 0;
          const row = rows.find(
            (each) =>
              each.deploymentType === made.deploymentType &&
              (made.mbpsPerTiB === null || each.throughputMBpsPerTiB === made.mbpsPerTiB),
          );
          expect(row).toBeDefined();
          expect(size).toBeGreaterThanOrEqual(sizeGiB ?? 0);
          expect(made.throughputMBps).toBeGreaterThanOrEqual(throughputMBps ?? 0);
          if (made.efa) expect(size % (row?.efaSizeGiB?.step ?? 0)).toBe(0);
          else expect(size === 1200 || size % 2400 === 0).toBe(true);
        },
      ),
    );
  });
});

describe("shared files", () => {
  it("lie on EFS where neither size nor throughput is given", () => {
    expect(only({ name: "home", kind: "file" }).product).toBe("efs");
  });

  it("lie on OpenZFS of legal size and throughput where one is given", () => {
    const home = only<FsxOpenZfsPlan>({ name: "home", kind: "file", sizeGiB: 2048, throughputMBps: 200 });
    expect(home).toMatchObject({
      product: "fsx-openzfs",
      sizeGiB: 2048,
      throughputMBps: 320,
      zone: "use2-az1",
    });
    expect(only<FsxOpenZfsPlan>({ name: "home", kind: "file", sizeGiB: 1 }).sizeGiB).toBe(64);
  });

  it("cannot be faster than one file system is", () => {
    const { findings } = plan([{ name: "home", kind: "file", throughputMBps: 99_999 }]);
    expect(findings.map(({ code }) => code)).toEqual(["file-throughput-too-high"]);
  });
});

it("zones follow the largest pool's first option with nodes", () => {
  const away = pool({
    name: "big",
    nodes: 16,
    options: [option({ nodes: 0, zones: ["use2-az3"] }), option({ nodes: 16, zones: ["use2-az2"] })],
  });
  expect(only<FsxLustrePlan>({ name: "scratch", kind: "parallel" }, [pool(), away]).zone).toBe("use2-az2");
});
