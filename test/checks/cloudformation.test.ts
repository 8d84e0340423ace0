import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  awsChecks,
  type CloudFormationTemplate,
  cloudFormationFacts,
  runChecks,
} from "../../checks/index.ts";
import { goodTemplate, mutated } from "./fixtures/good-template.ts";
import { catalog } from "./good-facts.ts";

const resource = (type: string, properties: unknown) => ({ Type: type, Properties: properties });

describe("facts of templates", () => {
  it("take the region from the names of zones", () => {
    expect(cloudFormationFacts(goodTemplate()).region).toBe("us-east-1");
  });

  it("join a node group with its launch template, subnets and cluster", () => {
    const [group] = cloudFormationFacts(goodTemplate()).nodeGroups;
    expect(group).toMatchObject({
      name: "Nodes",
      machines: ["p5.48xlarge"],
      market: "capacity-block",
      reservation: { id: "cr-0123456789abcdef0", kind: "capacity-block" },
      subnets: ["SubnetA"],
      kubernetesVersion: "1.35",
    });
    expect(group?.interfaces).toHaveLength(33);
  });

  it("follow imports from one stack to another", () => {
    const network: CloudFormationTemplate = {
      Resources: { Subnet: resource("AWS::EC2::Subnet", { VpcId: "v", AvailabilityZoneId: "use1-az4" }) },
      Outputs: { Out: { Value: { Ref: "Subnet" }, Export: { Name: { "Fn::Sub": "net-subnet" } } } },
    };
    const nodes: CloudFormationTemplate = {
      Resources: {
        Nodes: resource("AWS::EKS::Nodegroup", { Subnets: [{ "Fn::ImportValue": "net-subnet" }] }),
      },
    };
    const facts = cloudFormationFacts([network, nodes]);
    const [subnet] = facts.nodeGroups[0]?.subnets ?? [];
    expect(facts.subnetZones[subnet ?? ""]).toBe("use1-az4");
    expect(facts.nodeGroups[0]?.at).toEqual([1, "Resources", "Nodes", "Properties"]);
  });

  it("tell zones apart that only deployment can name", () => {
    const zone = (index: number) => ({ "Fn::Select": [index, { "Fn::GetAZs": "" }] });
    const template = mutated("SubnetA.Properties.AvailabilityZone", zone(0));
    const both = structuredClone(template) as {
      Resources: Record<string, { Properties: Record<string, unknown> }>;
    };
    const other = both.Resources.SubnetB;
    if (other !== undefined) other.Properties.AvailabilityZone = zone(1);
    const { subnetZones } = cloudFormationFacts(both);
    expect(new Set(Object.values(subnetZones)).size).toBe(2);
  });

  it("use parameters, their defaults, mappings and conditions", () => {
    const template: CloudFormationTemplate = {
      Parameters: { Size: { Type: "Number", Default: 3 }, Kind: { Type: "String" } },
      Mappings: { Types: { prod: { gpu: "p5.48xlarge" } } },
      Conditions: { IsProd: { "Fn::Equals": [{ Ref: "Kind" }, "prod"] } },
      Resources: {
        Nodes: resource("AWS::EKS::Nodegroup", {
          ScalingConfig: { MinSize: 0, MaxSize: { Ref: "Size" } },
          InstanceTypes: [
            { "Fn::If": ["IsProd", { "Fn::FindInMap": ["Types", { Ref: "Kind" }, "gpu"] }, "g6.xlarge"] },
          ],
        }),
      },
    };
    const machines = (kind: string) =>
      cloudFormationFacts(template, { parameters: { Kind: kind } }).nodeGroups[0]?.machines;
    expect(machines("prod")).toEqual(["p5.48xlarge"]);
    expect(machines("test")).toEqual(["g6.xlarge"]);
    expect(cloudFormationFacts(template).nodeGroups[0]).toMatchObject({ machines: [], size: { max: 3 } });
  });

  it("see launch templates behind auto scaling groups, fleets, instances and nothing at all", () => {
    const launch = (type: string) =>
      resource("AWS::EC2::LaunchTemplate", { LaunchTemplateData: { InstanceType: type } });
    const use = (name: string) => ({ LaunchTemplateId: { Ref: name }, Version: "1" });
    const facts = cloudFormationFacts({
      Resources: {
        A: launch("g5.xlarge"),
        B: launch("g6.xlarge"),
        C: launch("g6e.xlarge"),
        Group: resource("AWS::AutoScaling::AutoScalingGroup", {
          LaunchTemplate: use("A"),
          MinSize: "1",
          MaxSize: "2",
        }),
        Fleet: resource("AWS::EC2::EC2Fleet", {
          LaunchTemplateConfigs: [{ LaunchTemplateSpecification: use("B") }],
          TargetCapacitySpecification: { TotalTargetCapacity: 4, DefaultTargetCapacityType: "spot" },
        }),
        Machine: resource("AWS::EC2::Instance", { InstanceType: "p4d.24xlarge" }),
      },
    });
    const shown = facts.nodeGroups.map(({ name, machines, market }) => [name, machines[0], market]);
    expect(shown).toEqual([
      ["Group", "g5.xlarge", "on-demand"],
      ["Fleet", "g6.xlarge", "spot"],
      ["Machine", "p4d.24xlarge", "on-demand"],
      ["C", "g6e.xlarge", "on-demand"],
    ]);
  });

  it("see no fabric on HyperPod groups whose machines have none", () => {
    const subnets = [{ Ref: "SubnetA" }, { Ref: "SubnetB" }];
    const template = mutated("HyperPod.Properties.VpcConfig.Subnets", subnets);
    const cpu = structuredClone(template) as unknown as {
      Resources: { HyperPod: { Properties: { InstanceGroups: { InstanceType: string }[] } } };
    };
    for (const group of cpu.Resources.HyperPod.Properties.InstanceGroups) group.InstanceType = "ml.g5.xlarge";
    const codes = (one: CloudFormationTemplate) =>
      runChecks(awsChecks, cloudFormationFacts(one), catalog).map((finding) => finding.code);
    expect(codes(template)).toContain("efa-across-zones");
    expect(codes(cpu as unknown as CloudFormationTemplate)).not.toContain("efa-across-zones");
  });

  it("keep quiet about what is known at deployment only", () => {
    const template: CloudFormationTemplate = {
      Parameters: { Anything: { Type: "String" } },
      Resources: {
        Nodes: resource("AWS::EKS::Nodegroup", {
          ClusterName: { Ref: "Anything" },
          NodeRole: { Ref: "Anything" },
          Subnets: { Ref: "Anything" },
          AmiType: { Ref: "Anything" },
          CapacityType: { Ref: "Anything" },
          InstanceTypes: { Ref: "Anything" },
          LaunchTemplate: { Id: { Ref: "Anything" } },
          ScalingConfig: { Ref: "Anything" },
        }),
        Lustre: resource("AWS::FSx::FileSystem", {
          FileSystemType: "LUSTRE",
          SubnetIds: { Ref: "Anything" },
          StorageCapacity: { Ref: "Anything" },
          LustreConfiguration: { Ref: "Anything" },
        }),
      },
    };
    expect(runChecks(awsChecks, cloudFormationFacts(template), catalog)).toEqual([]);
  });

  it("never fail, whatever stands in the place of any value", () => {
    const paths = leaves(goodTemplate().Resources);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        expect(() => runChecks(awsChecks, cloudFormationFacts(mutated(path, value)), catalog)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

/** Paths to every value of a tree, inner ones too; keys that hold a dot are left out. */
function leaves(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    key.includes(".") ? [] : leaves(one, path === "" ? key : `${path}.${key}`),
  );
  return path === "" ? inner : [path, ...inner];
}
