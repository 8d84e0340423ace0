import { describe, expect, test } from "vitest";
import { NodeProvisioner } from "../../../constructs/aws/node-provisioner.ts";
import {
  type Json,
  list,
  only,
  properties,
  resourcesOf,
  roleStatements,
  templateWith,
} from "./bare-stack.ts";
import { karpenter } from "./fixtures/plans.ts";

const provisioner = (expiresAt: string | null, spot = false) =>
  templateWith(
    (stack) =>
      new NodeProvisioner(stack, "NodeProvisioner", {
        plan: karpenter,
        cluster: {
          name: "pretrain",
          clusterName: "pretrain",
          clusterArn: "arn:aws:eks:us-east-2:1:cluster/pretrain",
        },
        nodePolicyArns: ["arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"],
        expiresAt,
        spot,
      }),
  );

const statementsOf = (template: ReturnType<typeof provisioner>): readonly Json[] =>
  roleStatements(template, "NodeProvisionerControllerRole");

describe("Karpenter's controller", () => {
  const template = provisioner(null);
  const changing = [
    "ec2:RunInstances",
    "ec2:TerminateInstances",
    "ec2:CreateTags",
    "ec2:DeleteLaunchTemplate",
  ];

  test("changes only what carries the cluster's tags", () => {
    const careless = statementsOf(template).filter(
      ({ Sid, Action, Condition }) =>
        // What is launched from: images, subnets, groups and reservations carry no tags of the cluster.
        String(Sid) !== "LaunchFrom" &&
        changing.some((action) => [Action].flat().map(String).includes(action)) &&
        !JSON.stringify(Condition ?? {}).includes("kubernetes.io/cluster/pretrain"),
    );
    expect(careless).toEqual([]);
  });

  test("hands on the role of its nodes and no other, and makes no instance profiles", () => {
    const text = JSON.stringify(statementsOf(template));
    expect(text).toContain("iam:PassRole");
    expect(text).not.toContain("iam:CreateInstanceProfile");
    const pass = statementsOf(template).find(({ Action }) => String(Action) === "iam:PassRole");
    expect(JSON.stringify(pass?.Resource)).toContain("NodeProvisionerNodeRole");
  });

  test("launches nothing after expiry", () => {
    const deny = statementsOf(provisioner("2027-04-01T00:00:00.000Z")).filter(
      ({ Effect }) => String(Effect) === "Deny",
    );
    expect(deny).toEqual([
      expect.objectContaining({
        Action: ["ec2:RunInstances", "ec2:CreateFleet"],
        Condition: { DateGreaterThanEquals: { "aws:CurrentTime": "2027-04-01T00:00:00.000Z" } },
      }),
    ]);
  });

  test("may have the account's role for spot made, which a new account lacks, where spot is bought", () => {
    const roleMaking = (of: ReturnType<typeof provisioner>) =>
      statementsOf(of).filter(({ Action }) => String(Action) === "iam:CreateServiceLinkedRole");
    expect(roleMaking(template)).toEqual([]);
    expect(roleMaking(provisioner(null, true))).toEqual([
      expect.objectContaining({
        Condition: { StringEquals: { "iam:AWSServiceName": "spot.amazonaws.com" } },
      }),
    ]);
  });

  test("is known by its service account", () => {
    expect(only(template, "AWS::EKS::PodIdentityAssociation")).toMatchObject({
      Namespace: "kube-system",
      ServiceAccount: "karpenter",
    });
  });

  test("hears of interruptions through an encrypted queue that only its rules may fill", () => {
    const news = resourcesOf(template, "AWS::Events::Rule").map(
      ([, rule]) => list(properties(rule).EventPattern?.["detail-type"])[0],
    );
    expect(news).toEqual(
      expect.arrayContaining([
        "EC2 Spot Instance Interruption Warning",
        "EC2 Instance Rebalance Recommendation",
        "EC2 Instance State-change Notification",
        "AWS Health Event",
      ]),
    );
    expect(only(template, "AWS::SQS::Queue").SqsManagedSseEnabled).toBe(true);
    const [allow] = list(only(template, "AWS::SQS::QueuePolicy").PolicyDocument?.Statement);
    expect(allow?.Condition?.ArnEquals?.["aws:SourceArn"]).toHaveLength(news.length);
  });

  test("its nodes may join the cluster", () => {
    expect(only(template, "AWS::EKS::AccessEntry").Type).toBe("EC2_LINUX");
  });
});
