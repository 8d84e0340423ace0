import { describe, expect, test } from "vitest";
import { Fabric } from "../../../constructs/aws/fabric.ts";
import { Network } from "../../../constructs/aws/network.ts";
import { type Json, list, only, resourcesOf, templateWith } from "./bare-stack.ts";
import { existingNetwork, network } from "./fixtures/plans.ts";

describe("a planned network", () => {
  const template = templateWith(
    (stack) => new Network(stack, "Network", { name: "pretrain", plan: network }),
  );
  const properties = (type: string) => resourcesOf(template, type).map(([, { Properties }]) => Properties);

  test("subnets are placed by zone id and give no public addresses", () => {
    const subnets = properties("AWS::EC2::Subnet");
    expect(subnets).toHaveLength(5);
    for (const subnet of subnets) {
      expect(subnet).toMatchObject({ MapPublicIpOnLaunch: false });
      expect(subnet?.AvailabilityZoneId).toMatch(/^use2-az/);
      expect(subnet?.AvailabilityZone).toBeUndefined();
    }
  });

  test("where pods have subnets of their own, the CNI takes addresses there and leaves the nodes' subnet alone", () => {
    const cniTags = properties("AWS::EC2::Subnet").flatMap((subnet) => {
      const tags = new Map(list(subnet?.Tags as Json).map(({ Key, Value }) => [String(Key), String(Value)]));
      const tag = (key: string): string | undefined => tags.get(key);
      const value = tag("kubernetes.io/role/cni");
      return value === undefined ? [] : [`${tag("Name")}: ${value}`];
    });
    expect(cniTags.sort()).toEqual(["pretrain-nodes-use2-az1: 0", "pretrain-pods-use2-az1-1: 1"]);
  });

  test("further ranges are there before their subnets", () => {
    expect(only(template, "AWS::EC2::VPCCidrBlock").CidrBlock).toBe("100.64.0.0/16");
    const [range] = resourcesOf(template, "AWS::EC2::VPCCidrBlock");
    for (const [, subnet] of resourcesOf(template, "AWS::EC2::Subnet")) {
      expect(subnet.DependsOn).toContain(range?.[0]);
    }
  });

  test("one NAT gateway serves every private route table where one is planned", () => {
    expect(properties("AWS::EC2::NatGateway")).toHaveLength(1);
    const throughNat = properties("AWS::EC2::Route").filter((route) => route?.NatGatewayId !== undefined);
    expect(throughNat, "one for each zone").toHaveLength(2);
  });

  test("S3 is reached through a gateway, other services through interfaces that take HTTPS from the network only", () => {
    const types = properties("AWS::EC2::VPCEndpoint").map((endpoint) => endpoint?.VpcEndpointType);
    expect(types).toEqual(["Gateway", "Interface"]);
    const ranges = properties("AWS::EC2::SecurityGroupIngress").map((rule) => rule?.CidrIp);
    expect(ranges).toEqual(["10.40.0.0/16", "100.64.0.0/16"]);
  });
});

test("an existing network is used and never changed", () => {
  let subnets: readonly string[] = [];
  const template = templateWith((stack) => {
    const used = new Network(stack, "Network", { name: "guest", plan: existingNetwork });
    subnets = used.nodeSubnets.map(({ id }) => id);
  });
  expect(
    Object.values(template.Resources ?? {}).map(({ Type }) => Type),
    "only a group of its own",
  ).toEqual(["AWS::EC2::SecurityGroup"]);
  expect(only(template, "AWS::EC2::SecurityGroup").VpcId).toBe("vpc-0123456789abcdef0");
  expect(subnets, "public ones are not for nodes").toEqual([
    "subnet-0aaaaaaaaaaaaaaa1",
    "subnet-0bbbbbbbbbbbbbbb2",
  ]);
});

test("the fabric's group lets everything pass between its members, both ways", () => {
  const template = templateWith((stack) => new Fabric(stack, "Fabric", { vpcId: "vpc-1" }));
  const [group] = resourcesOf(template, "AWS::EC2::SecurityGroup");
  const self = { "Fn::GetAtt": [group?.[0], "GroupId"] };
  expect(only(template, "AWS::EC2::SecurityGroupIngress")).toMatchObject({
    GroupId: self,
    SourceSecurityGroupId: self,
    IpProtocol: "-1",
  });
  expect(only(template, "AWS::EC2::SecurityGroupEgress")).toMatchObject({
    GroupId: self,
    DestinationSecurityGroupId: self,
    IpProtocol: "-1",
  });
});
