import type { Catalog } from "../../catalog/catalog.ts";
import type { AwsNetworkPlan } from "../plan/network.ts";
import type { TimelineInput } from "./aws.ts";
import { creationOf } from "./creation-time.ts";
import type { StackStep } from "./schedule.ts";

/** Network, key and logs: what the data stack waits for longest. */
export function dataSteps(stack: string, input: TimelineInput, catalog: Catalog): StackStep[] {
  const { network } = input;
  const vpc = network.existing === null ? [`${stack}/Network/Vpc`] : [];
  const group = creationOf(catalog, "AWS::EC2::SecurityGroup");
  return [
    ...logSteps(stack, input, catalog),
    ...(network.existing === null ? networkSteps(stack, network, catalog) : []),
    { id: `${stack}/Network/Nodes/Group`, ...group, after: vpc },
  ];
}

/** The key, the log groups that it encrypts, and the roles that write to them. */
function logSteps(
  stack: string,
  { network, guardrails, cluster }: TimelineInput,
  catalog: Catalog,
): StackStep[] {
  const key = guardrails.kmsKeyArn === null ? [`${stack}/Encryption/Key`] : [];
  const logs = (path: string): StackStep => ({
    id: `${stack}/${path}`,
    ...creationOf(catalog, "AWS::Logs::LogGroup"),
    after: key,
  });
  const writer = (path: string, group: string): StackStep => ({
    id: `${stack}/${path}`,
    ...creationOf(catalog, "AWS::IAM::Role"),
    after: [`${stack}/${group}`],
  });
  return [
    ...key.map((id) => ({ id, ...creationOf(catalog, "AWS::KMS::Key"), after: [] })),
    ...(cluster.existing === null ? [logs("Observability/ControlPlane")] : []),
    ...(network.flowLogs && network.existing === null
      ? [logs("Observability/Flows"), writer("Observability/FlowLogRole", "Observability/Flows")]
      : []),
    ...(guardrails.auditTrail
      ? [logs("Guardrails/TrailLogs"), writer("Guardrails/TrailRole", "Guardrails/TrailLogs")]
      : []),
  ];
}

function networkSteps(stack: string, network: AwsNetworkPlan, catalog: Catalog): StackStep[] {
  const vpc = `${stack}/Network/Vpc`;
  const subnet = (id: string): string => `${stack}/Network/Subnet-${id}`;
  const subnets = network.subnets.map(({ id }) => ({
    id: subnet(id),
    ...creationOf(catalog, "AWS::EC2::Subnet"),
    after: [vpc],
  }));
  const gateways = network.natZones.map((zone) => ({
    id: `${stack}/Network/Routes/Nat-${zone}`,
    ...creationOf(catalog, "AWS::EC2::NatGateway"),
    after: network.subnets
      .filter((each) => each.role === "public" && each.zone === zone)
      .map(({ id }) => subnet(id)),
  }));
  const nodeSubnets = network.subnets.filter(({ role }) => role === "nodes").map(({ id }) => subnet(id));
  const endpoints = network.endpoints.map(({ service, type }) => ({
    id: `${stack}/Network/Endpoints/${service}`,
    ...creationOf(catalog, "AWS::EC2::VPCEndpoint", type === "gateway" ? "Gateway" : "Interface"),
    after: type === "gateway" ? [vpc] : nodeSubnets,
  }));
  return [
    { id: vpc, ...creationOf(catalog, "AWS::EC2::VPC"), after: [] },
    ...subnets,
    ...gateways,
    ...endpoints,
  ];
}
