import { CfnNodegroup } from "aws-cdk-lib/aws-eks";
import { describe, expect, test } from "vitest";
import { Encryption } from "../../../constructs/aws/encryption.ts";
import { Expiry } from "../../../constructs/aws/expiry.ts";
import { Guardrails } from "../../../constructs/aws/guardrails.ts";
import { LogBucket } from "../../../constructs/aws/log-bucket.ts";
import { Observability } from "../../../constructs/aws/observability.ts";
import { Schedules } from "../../../constructs/aws/schedules.ts";
import { list, only, properties, resourcesOf, roleStatements, templateWith } from "./bare-stack.ts";
import { blockOption, guardrails } from "./fixtures/plans.ts";

const keyArn = "arn:aws:kms:us-east-2:123456789012:key/1";

describe("money and deeds", () => {
  const template = templateWith((stack) => {
    const logBucket = new LogBucket(stack, "LogBucket");
    new Guardrails(stack, "Guardrails", {
      name: "pretrain",
      plan: guardrails,
      keyArn,
      logBucket,
      logRetentionDays: 30,
    });
  });

  test("the budget counts the environment and alerts topic and owner at every threshold", () => {
    const budget = only(template, "AWS::Budgets::Budget");
    expect(budget.Budget).toMatchObject({
      BudgetLimit: { Amount: 800_000, Unit: "USD" },
      CostFilters: { TagKeyValue: ["user:engineroom:environment$pretrain"] },
    });
    const alerts = list(budget.NotificationsWithSubscribers);
    expect(alerts.map((alert) => alert.Notification?.Threshold)).toEqual([50, 100]);
    expect(alerts[0]?.Subscribers).toContainEqual({
      SubscriptionType: "EMAIL",
      Address: "ml-platform@example.com",
    });
  });

  test("the audit trail is encrypted, can be verified, and waits for the bucket to admit it", () => {
    expect(only(template, "AWS::CloudTrail::Trail")).toMatchObject({
      IsLogging: true,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      KMSKeyId: keyArn,
    });
    const [trail] = resourcesOf(template, "AWS::CloudTrail::Trail");
    const [policy] = resourcesOf(template, "AWS::S3::BucketPolicy");
    expect(trail?.[1].DependsOn).toContain(policy?.[0]);
  });

  test("neither is made where neither is wanted", () => {
    const none = templateWith((stack) => {
      const logBucket = new LogBucket(stack, "LogBucket");
      const plan = { ...guardrails, budget: null, auditTrail: false };
      new Guardrails(stack, "Guardrails", {
        name: "pretrain",
        plan,
        keyArn,
        logBucket,
        logRetentionDays: 30,
      });
    });
    expect(resourcesOf(none, "AWS::Budgets::Budget")).toEqual([]);
    expect(resourcesOf(none, "AWS::CloudTrail::Trail")).toEqual([]);
  });
});

describe("the key", () => {
  test("rotates, is kept, and serves logs, trail and alerts of this account only", () => {
    const template = templateWith((stack) => new Encryption(stack, "Encryption", { name: "pretrain" }));
    const key = only(template, "AWS::KMS::Key");
    expect(key.EnableKeyRotation).toBe(true);
    expect(resourcesOf(template, "AWS::KMS::Key")[0]?.[1].DeletionPolicy).toBe("Retain");
    const services = list(key.KeyPolicy?.Statement).slice(1);
    expect(services).toHaveLength(3);
    for (const statement of services) expect(statement.Condition, JSON.stringify(statement)).toBeDefined();
  });

  test("admits FSx where a file system is joined to a bucket, by its service role only", () => {
    const template = templateWith(
      (stack) => new Encryption(stack, "Encryption", { name: "pretrain", fsxReadsBuckets: true }),
    );
    const statement = list(only(template, "AWS::KMS::Key").KeyPolicy?.Statement).at(-1);
    expect(statement?.Sid).toBe("LustreReadsBuckets");
    expect(JSON.stringify(statement?.Condition?.ArnLike)).toContain("AWSServiceRoleForFSxS3Access_");
  });

  test("that exists already is used", () => {
    let used = "";
    const template = templateWith((stack) => {
      used = new Encryption(stack, "Encryption", { name: "pretrain", keyArn }).keyArn;
    });
    expect(template.Resources).toBeUndefined();
    expect(used).toBe(keyArn);
  });
});

test("logs are encrypted and end; the control plane's group has the name that EKS writes to", () => {
  const template = templateWith(
    (stack) =>
      new Observability(stack, "Observability", {
        keyArn,
        retentionDays: 30,
        clusterName: "pretrain",
        flowLogsOf: "vpc-1",
      }),
  );
  const groups = resourcesOf(template, "AWS::Logs::LogGroup").map(([, resource]) => properties(resource));
  expect(groups).toHaveLength(2);
  expect(groups[0]?.LogGroupName).toBe("/aws/eks/pretrain/cluster");
  for (const group of groups) expect(group).toMatchObject({ RetentionInDays: 30, KmsKeyId: keyArn });
  expect(only(template, "AWS::EC2::FlowLog")).toMatchObject({ ResourceId: "vpc-1", TrafficType: "ALL" });
});

describe("time", () => {
  const template = templateWith((stack) => {
    const nodeGroup = new CfnNodegroup(stack, "Group", {
      clusterName: "pretrain",
      nodeRole: "arn:aws:iam::123456789012:role/nodes",
      subnets: ["subnet-1"],
    });
    const groups = [{ id: blockOption.id, nodeGroup, schedule: blockOption.schedule }];
    const schedules = new Schedules(stack, "Schedules", { clusterName: "pretrain", keyArn, groups });
    new Expiry(stack, "Expiry", {
      clusterName: "pretrain",
      expiresAt: "2027-04-01T02:00:00+02:00",
      schedules,
    });
  });
  const schedules = resourcesOf(template, "AWS::Scheduler::Schedule").map(([, resource]) =>
    properties(resource),
  );

  test("a block's nodes are raised at its start and lowered before its end, in UTC", () => {
    expect(schedules.map((schedule) => schedule?.ScheduleExpression)).toEqual([
      "at(2027-03-01T11:30:00)",
      "at(2027-03-15T10:50:00)",
      "rate(15 minutes)",
    ]);
  });

  test("EKS is called without any code, with keys that Scheduler accepts", () => {
    expect(schedules[0]?.Target).toMatchObject({ RetryPolicy: { MaximumRetryAttempts: 185 } });
    const target = JSON.stringify(schedules[0]?.Target);
    expect(target).toContain(":scheduler:::aws-sdk:eks:updateNodegroupConfig");
    for (const key of [
      "ClusterName",
      "NodegroupName",
      "ScalingConfig",
      "MinSize",
      "DesiredSize",
      "MaxSize",
    ]) {
      expect(target, "lower-case keys are refused").toContain(`\\"${key}\\"`);
    }
    expect(target).toContain('\\"MinSize\\":16,\\"DesiredSize\\":16,\\"MaxSize\\":16');
  });

  test("the scheduler may change the sizes of these groups and nothing else", () => {
    const [statement] = roleStatements(template, "SchedulesRole");
    expect(statement).toMatchObject({
      Action: "eks:UpdateNodegroupConfig",
      Resource: [{ "Fn::GetAtt": ["Group", "Arn"] }],
    });
  });

  test("at expiry an automation removes what carries Karpenter's tags of this cluster, again and again", () => {
    expect(schedules[2]).toMatchObject({
      StartDate: "2027-04-01T00:00:00.000Z",
      EndDate: "2027-04-01T03:00:00.000Z",
    });
    const document = only(template, "AWS::SSM::Document");
    expect(document.DocumentType).toBe("Automation");
    expect(JSON.stringify(document.Content)).toContain("tag:kubernetes.io/cluster/pretrain");
    const statements = roleStatements(template, "ExpiryAutomationRole");
    expect(JSON.stringify(statements)).toContain("aws:ResourceTag/kubernetes.io/cluster/pretrain");
  });
});
