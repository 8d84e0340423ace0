import { describe, expect, test } from "vitest";
import { Cluster } from "../../../constructs/aws/cluster.ts";
import { Identity } from "../../../constructs/aws/identity.ts";
import { Orchestration } from "../../../constructs/aws/orchestration.ts";
import type { ClusterPlan } from "../../../planner/plan/cluster.ts";
import { only, resourcesOf, templateWith } from "./bare-stack.ts";
import { clusterPlan } from "./fixtures/plans.ts";

const keyArn = "arn:aws:kms:us-east-2:123456789012:key/1";
const clusterOf = (plan: ClusterPlan, publicFrom: readonly string[] = []) =>
  templateWith(
    (stack) =>
      new Cluster(stack, "Cluster", {
        plan,
        subnetIds: ["subnet-1", "subnet-2"],
        api: { private: true, publicFrom },
        serviceCidr: "172.20.0.0/16",
        keyArn,
      }),
  );

describe("the control plane", () => {
  const cluster = only(clusterOf(clusterPlan), "AWS::EKS::Cluster");

  test("is reached from the network only, by access entries only", () => {
    expect(cluster.ResourcesVpcConfig).toMatchObject({
      EndpointPrivateAccess: true,
      EndpointPublicAccess: false,
    });
    expect(cluster.AccessConfig?.AuthenticationMode).toBe("API");
  });

  test("is public for the listed ranges and nobody else where asked", () => {
    const open = only(clusterOf(clusterPlan, ["203.0.113.0/24"]), "AWS::EKS::Cluster");
    expect(open.ResourcesVpcConfig).toMatchObject({
      EndpointPublicAccess: true,
      PublicAccessCidrs: ["203.0.113.0/24"],
    });
  });

  test("encrypts secrets with the environment's key and writes every log", () => {
    expect(cluster.EncryptionConfig).toEqual([{ Provider: { KeyArn: keyArn }, Resources: ["secrets"] }]);
    expect(cluster.Logging?.ClusterLogging?.EnabledTypes).toHaveLength(5);
  });

  test("leaves add-ons to the pinned ones and keeps to its support", () => {
    expect(cluster.BootstrapSelfManagedAddons).toBe(false);
    expect(cluster.UpgradePolicy).toEqual({ SupportType: "STANDARD" });
  });

  test("that exists already is named, and only its security group is asked for at deployment", () => {
    const template = clusterOf({ ...clusterPlan, existing: "theirs" });
    expect(template.Resources).toBeUndefined();
    expect(Object.values(template.Parameters ?? {})).toContainEqual(
      expect.objectContaining({ Type: "AWS::EC2::SecurityGroup::Id" }),
    );
  });
});

describe("identity", () => {
  const template = templateWith(
    (stack) =>
      new Identity(stack, "Identity", {
        clusterName: "pretrain",
        addons: clusterPlan.addons,
        access: clusterPlan.access,
        buckets: { bucketArns: ["arn:aws:s3:::corpus"], keyArn },
        nodesRunCni: false,
      }),
  );
  const roles = resourcesOf(template, "AWS::IAM::Role").map(([, { Properties }]) => Properties);
  const role = (description: string) => roles.find((each) => each?.Description === description);

  test("add-ons have roles of their own through Pod Identity; those without rights have none", () => {
    expect(role("Add-on vpc-cni")).toMatchObject({
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"],
      AssumeRolePolicyDocument: {
        Statement: [expect.objectContaining({ Principal: { Service: "pods.eks.amazonaws.com" } })],
      },
    });
    expect(role("Add-on kube-proxy")).toBeUndefined();
  });

  test("nodes have no rights on the network", () => {
    expect(JSON.stringify(role("Nodes"))).not.toContain("CNI");
  });

  test("the bucket driver reaches the environment's buckets and nothing else", () => {
    const text = JSON.stringify(role("Add-on aws-mountpoint-s3-csi-driver"));
    expect(text).toContain("arn:aws:s3:::corpus/*");
    expect(text).not.toContain('"Resource":"*"');
  });

  test("admins administer, users look and submit", () => {
    const policies = resourcesOf(template, "AWS::EKS::AccessEntry").map(([, entry]) =>
      JSON.stringify(entry.Properties?.AccessPolicies),
    );
    expect(policies[0]).toContain("AmazonEKSClusterAdminPolicy");
    expect(policies[1]).toContain("AmazonEKSViewPolicy");
    expect(policies[1]).not.toContain("Admin");
  });
});

test("add-ons carry their version, role and configuration", () => {
  const template = templateWith(
    (stack) =>
      new Orchestration(stack, "Orchestration", {
        clusterName: "pretrain",
        addons: clusterPlan.addons,
        roleArn: (name) => (name === "vpc-cni" ? "arn:aws:iam::123456789012:role/cni" : undefined),
      }),
  );
  const addons = resourcesOf(template, "AWS::EKS::Addon").map(([, { Properties }]) => Properties);
  expect(addons).toHaveLength(clusterPlan.addons.length);
  expect(addons.find((addon) => addon?.AddonName === "vpc-cni")).toMatchObject({
    AddonVersion: "v1.0.0-eksbuild.1",
    ConfigurationValues: '{"env":{"ENABLE_PREFIX_DELEGATION":"true"}}',
    PodIdentityAssociations: [{ ServiceAccount: "aws-node", RoleArn: "arn:aws:iam::123456789012:role/cni" }],
  });
});
