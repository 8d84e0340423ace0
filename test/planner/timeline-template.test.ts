import { describe, expect, it } from "vitest";
import { schedule } from "../../planner/timeline/schedule.ts";
import { templateTimeline } from "../../planner/timeline/template.ts";
import { catalog } from "./fixtures.ts";

const minutes = (type: string): number => catalog.creationTime(type)?.minutes ?? Number.NaN;

describe("the timeline of templates", () => {
  it("follows references and DependsOn, with the time of each variant", () => {
    const template = {
      Resources: {
        Cluster: { Type: "AWS::EKS::Cluster", Properties: {} },
        Cni: {
          Type: "AWS::EKS::Addon",
          Properties: { AddonName: "vpc-cni", ClusterName: { Ref: "Cluster" } },
        },
        Nodes: {
          Type: "AWS::EKS::Nodegroup",
          DependsOn: ["Cni"],
          Properties: {
            ClusterName: { "Fn::Sub": ["$", "{Cluster}"].join("") },
            ScalingConfig: { DesiredSize: 0 },
          },
        },
        Dns: {
          Type: "AWS::EKS::Addon",
          DependsOn: "Nodes",
          Properties: { AddonName: "coredns", ClusterName: { "Fn::GetAtt": ["Cluster", "Arn"] } },
        },
      },
    };
    const timeline = templateTimeline([{ stack: "lab-cluster", dependsOn: [], template }], catalog);
    expect(timeline.criticalPath).toEqual(
      ["Cluster", "Cni", "Nodes", "Dns"].map((id) => `lab-cluster/${id}`),
    );
    const sum =
      minutes("AWS::EKS::Cluster") +
      minutes("AWS::EKS::Addon") +
      minutes("AWS::EKS::Nodegroup#zero") +
      minutes("AWS::EKS::Addon#coredns");
    expect(timeline.minutes).toBeCloseTo(sum, 2);
  });

  it("begins a stack when those that it depends on are complete, in whatever order they are given", () => {
    const vpc = { Resources: { Vpc: { Type: "AWS::EC2::VPC" } } };
    const key = { Resources: { Key: { Type: "AWS::KMS::Key" } } };
    const timeline = templateTimeline(
      [
        { stack: "second", dependsOn: ["first"], template: key },
        { stack: "first", dependsOn: [], template: vpc },
      ],
      catalog,
    );
    expect(timeline.criticalPath).toEqual(["first/Vpc", "second/Key"]);
  });

  it("names the path of a construct where the template says it", () => {
    const template = {
      Resources: { A1B2: { Type: "AWS::KMS::Key", Metadata: { "aws:cdk:path": "lab-data/Encryption/Key" } } },
    };
    const [step] = templateTimeline([{ stack: "lab-data", dependsOn: [], template }], catalog).steps;
    expect(step?.id).toBe("lab-data/Encryption/Key");
  });

  it("names types whose time is not known, and counts them as nothing", () => {
    const template = { Resources: { Odd: { Type: "AWS::Odd::Thing" } } };
    const timeline = templateTimeline([{ stack: "s", dependsOn: [], template }], catalog);
    expect(timeline).toMatchObject({ minutes: 0, unknown: ["AWS::Odd::Thing"] });
  });
});

it("a circle of steps does not hang", () => {
  const step = (id: string, after: string[]) => ({ id, type: "t", minutes: 1, source: null, after });
  const timeline = schedule([{ stack: "s", dependsOn: ["s"], steps: [step("a", ["b"]), step("b", ["a"])] }]);
  expect(timeline.steps).toHaveLength(2);
});
