import { App } from "aws-cdk-lib/core";
import { describe, expect, test } from "vitest";
import { expiryTag } from "../../planner/guardrails.ts";
import type { PoolPlan } from "../../planner/plan/index.ts";
import { environmentStacks } from "../../stacks/aws.ts";
import type { CloudFormationTemplate } from "../../stacks/synthesize.ts";
import { properties, resourcesOf } from "../constructs/aws/bare-stack.ts";
import {
  bucketPlan,
  clusterPlan,
  elasticPool,
  environmentPlan,
  existingNetwork,
  guardrails,
  karpenter,
  lustrePlan,
  optionPlan,
  poolPlan,
} from "../constructs/aws/fixtures/plans.ts";
import { longestChain } from "./longest-chain.ts";
import { templatesOf } from "./synthesized.ts";

const elastic = {
  pools: [...environmentPlan().pools, elasticPool],
  cluster: { ...clusterPlan, karpenter },
  guardrails: { ...guardrails, expiresAt: "2027-04-01T00:00:00.000Z" },
};
const templates = templatesOf(environmentPlan(elastic));
const allResources = (of: Record<string, CloudFormationTemplate>) =>
  Object.values(of).flatMap(({ Resources = {} }) => Object.entries(Resources));
const typesIn = (template: CloudFormationTemplate | undefined): string[] =>
  Object.values(template?.Resources ?? {}).map(({ Type }) => Type);

describe("stacks by lifetime", () => {
  const stacks = environmentStacks(new App({ builtinCloudFormationValidation: false }), environmentPlan());

  test("storage and cluster need the data stack and not each other, so that they are created together", () => {
    expect(stacks.cluster.dependencies).toEqual([stacks.data]);
    expect(stacks.storage?.dependencies).toEqual([stacks.data]);
    expect(JSON.stringify(templates.cluster)).not.toContain("pretrain-storage");
    expect(JSON.stringify(templates.storage)).not.toContain("pretrain-cluster");
  });

  test("what is kept is protected; what is replaceable is not", () => {
    expect(stacks.data.terminationProtection).toBe(true);
    expect(stacks.storage?.terminationProtection).toBe(true);
    expect(stacks.cluster.terminationProtection).toBe(false);
  });

  test("nothing that holds data stands in the cluster stack", () => {
    const stateful = typesIn(templates.cluster).filter((type) => /S3|FSx|EFS|KMS|CloudTrail/.test(type));
    expect(stateful).toEqual([]);
  });

  test("there is no storage stack where there is no file system to make", () => {
    const existing = { ...lustrePlan, existing: "fs-1" };
    expect(Object.keys(templatesOf(environmentPlan({ storage: [bucketPlan, existing] })))).toEqual([
      "data",
      "cluster",
    ]);
  });
});

test("ids of what holds data never change: a change would replace it", () => {
  const stateful = allResources(templates)
    .filter(([, { Type }]) =>
      /KMS::Key$|S3::Bucket$|FSx::FileSystem$|EFS::FileSystem$|CloudTrail::Trail$/.test(Type),
    )
    .map(([id, { Type, DeletionPolicy }]) => `${Type} ${id} ${DeletionPolicy ?? "Delete"}`);
  expect(stateful.sort()).toEqual([
    "AWS::CloudTrail::Trail GuardrailsTrail56ECFB9C Delete",
    "AWS::EFS::FileSystem StoragecodeFileSystem531540DA Delete",
    "AWS::FSx::FileSystem StoragehomeFileSystemE73C7014 Retain",
    "AWS::FSx::FileSystem StoragescratchFileSystem4DBED2FB Retain",
    "AWS::KMS::Key EncryptionKeyCE967442 Retain",
    "AWS::S3::Bucket LogBucketLogsBucket082F3221 Retain",
    "AWS::S3::Bucket StoragecorpusBucket1D511244 Retain",
  ]);
});

describe("the cluster stack", () => {
  test("add-ons that nodes need come before them, the others after the system nodes alone", () => {
    const { cluster } = templates;
    const groups = resourcesOf(cluster ?? {}, "AWS::EKS::Nodegroup");
    for (const [id, group] of groups) {
      expect(group.DependsOn, id).toEqual(expect.arrayContaining([expect.stringContaining("vpccni")]));
    }
    const [, coredns] =
      resourcesOf(cluster ?? {}, "AWS::EKS::Addon").find(([id]) => id.includes("coredns")) ?? [];
    expect(coredns?.DependsOn).toEqual([expect.stringContaining("SystemPoolsystemNodes")]);
  });

  test("its slow resources form a chain of four: control plane, add-on, nodes, add-on", () => {
    const slow = /^AWS::EKS::(Cluster|Nodegroup|Addon)$/;
    expect(longestChain(templates.cluster ?? {}, (type) => slow.test(type))).toEqual([
      "AWS::EKS::Cluster",
      "AWS::EKS::Addon",
      "AWS::EKS::Nodegroup",
      "AWS::EKS::Addon",
    ]);
  });

  test("dated groups have their schedules, elastic pools their expiry", () => {
    const schedules = resourcesOf(templates.cluster ?? {}, "AWS::Scheduler::Schedule").map(([id]) => id);
    expect(schedules).toHaveLength(3);
    expect(resourcesOf(templates.cluster ?? {}, "AWS::SSM::Document")).toHaveLength(1);
  });

  test("an expiry that is over is not scheduled: EventBridge Scheduler takes no start in the past", () => {
    const over = templatesOf(environmentPlan({ ...elastic, plannedAt: "2027-04-01T00:00:00.000Z" })).cluster;
    expect(resourcesOf(over ?? {}, "AWS::SSM::Document")).toEqual([]);
    expect(JSON.stringify(resourcesOf(over ?? {}, "AWS::Scheduler::Schedule"))).not.toContain("StartDate");
    expect(JSON.stringify(over), "Karpenter still may not launch").toContain("NothingAfterExpiry");
  });

  test("no schedules are made where nothing is dated", () => {
    const plain = templatesOf(environmentPlan({ pools: [poolPlan()] }));
    expect(typesIn(plain.cluster).filter((type) => type.startsWith("AWS::Scheduler"))).toEqual([]);
  });

  test("an existing cluster gets nodes and nothing else that would change it", () => {
    const pools = [poolPlan()];
    const used = templatesOf(
      environmentPlan({ pools, systemPools: [], cluster: { ...clusterPlan, existing: "theirs" } }),
    );
    const eks = typesIn(used.cluster).filter((type) => type.startsWith("AWS::EKS"));
    expect(eks).toEqual(["AWS::EKS::Nodegroup"]);
  });
});

describe("existing network, bucket and key", () => {
  const used = templatesOf(
    environmentPlan({
      network: existingNetwork,
      storage: [{ ...bucketPlan, existing: "s3://our-corpus/tokens", bucket: "our-corpus" }],
      guardrails: { ...guardrails, kmsKeyArn: "arn:aws:kms:us-east-2:123456789012:key/theirs" },
    }),
  );

  test("none of them is created or changed", () => {
    const types = allResources(used).map(([, { Type }]) => Type);
    for (const type of ["VPC", "Subnet", "RouteTable", "NatGateway", "VPCEndpoint", "FlowLog"]) {
      expect(types).not.toContain(`AWS::EC2::${type}`);
    }
    expect(types).not.toContain("AWS::KMS::Key");
    const buckets = resourcesOf(used.data ?? {}, "AWS::S3::Bucket").map(([id]) => id);
    expect(buckets, "only the bucket of logs").toEqual([expect.stringContaining("LogBucket")]);
  });

  test("they are used", () => {
    const text = JSON.stringify(used.cluster);
    expect(text).toContain("subnet-0aaaaaaaaaaaaaaa1");
    expect(text).toContain("arn:aws:s3:::our-corpus/*");
    expect(text).toContain("key/theirs");
  });
});

describe("everywhere", () => {
  test("nothing is backed by a function", () => {
    const types = allResources(templates).map(([, { Type }]) => Type);
    expect(types.filter((type) => /Lambda|^Custom::|CustomResource/.test(type))).toEqual([]);
  });

  test("everything that takes tags carries the environment's", () => {
    for (const [id, resource] of allResources(templates)) {
      const { Tags } = properties(resource);
      if (Tags !== undefined) expect(JSON.stringify(Tags), id).toContain("engineroom:environment");
    }
  });

  test("a later expiry replaces no node and no placement group", () => {
    const ending = (expiresAt: string) =>
      templatesOf(
        environmentPlan({
          ...elastic,
          pools: [poolPlan({ name: "grouped", options: [optionPlan({ id: "grouped-on-demand" })] })],
          guardrails: { ...guardrails, expiresAt, tags: { ...guardrails.tags, [expiryTag]: expiresAt } },
        }),
      ).cluster ?? {};
    const [before, after] = [ending("2027-04-01T00:00:00Z"), ending("2027-04-08T00:00:00Z")];
    for (const type of ["AWS::EC2::LaunchTemplate", "AWS::EC2::PlacementGroup"]) {
      expect(resourcesOf(before, type).length, type).toBeGreaterThan(0);
      expect(resourcesOf(after, type), type).toEqual(resourcesOf(before, type));
    }
    expect(resourcesOf(after, "AWS::EKS::Nodegroup"), "the group itself says when it ends").not.toEqual(
      resourcesOf(before, "AWS::EKS::Nodegroup"),
    );
  });

  test("outputs are described", () => {
    const outputs = Object.values(templates).flatMap(({ Outputs = {} }) => Object.entries(Outputs));
    for (const [id, { Description, Export }] of outputs) {
      if (Export === undefined) expect(Description, id).toMatch(/\w/);
    }
    expect(Object.keys(templates.storage?.Outputs ?? {})).toEqual(
      expect.arrayContaining(["ScratchFileSystemId", "ScratchMountName", "HomeDnsName"]),
    );
  });

  test("every role keeps to the permissions boundary where there is one", () => {
    const boundary = "arn:aws:iam::123456789012:policy/boundary";
    const bounded = templatesOf(
      environmentPlan({ guardrails: { ...guardrails, permissionsBoundary: boundary } }),
    );
    const roles = allResources(bounded).filter(([, { Type }]) => Type === "AWS::IAM::Role");
    expect(roles.length).toBeGreaterThan(5);
    for (const [id, role] of roles) expect(properties(role).PermissionsBoundary, id).toBe(boundary);
  });

  test("an unknown account is filled in at deployment", () => {
    const { data } = templatesOf(environmentPlan({ account: null }));
    const bucket = resourcesOf(data ?? {}, "AWS::S3::Bucket").find(([id]) => id.includes("corpus"));
    expect(JSON.stringify(bucket)).toContain('"Ref":"AWS::AccountId"');
    expect(JSON.stringify(data)).not.toContain("{account}");
  });

  test("the same plan gives the same templates", () => {
    expect(templatesOf(environmentPlan(elastic))).toEqual(templates);
  });

  test("transforms reach every construct", () => {
    const changed = templatesOf(environmentPlan(), {
      transform: { network: { vpc: (props) => ({ ...props, instanceTenancy: "dedicated" }) } },
    });
    const [vpc] = resourcesOf(changed.data ?? {}, "AWS::EC2::VPC");
    expect(vpc?.[1].Properties?.InstanceTenancy).toBe("dedicated");
  });

  test("many pools do not slow each other down or meet each other's names", () => {
    const pool = (index: number): PoolPlan => {
      const [option] = poolPlan().options;
      const name = `pool${index}`;
      return poolPlan({
        name,
        options: option === undefined ? [] : [{ ...option, id: `${name}-on-demand` }],
      });
    };
    const { cluster } = templatesOf(
      environmentPlan({ pools: Array.from({ length: 50 }, (_, index) => pool(index)) }),
    );
    expect(resourcesOf(cluster ?? {}, "AWS::EKS::Nodegroup")).toHaveLength(51);
  });
});
