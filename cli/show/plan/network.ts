import type {
  AwsNetworkPlan,
  AzureNetworkPlan,
  EnvironmentPlan,
  GcpNetworkPlan,
  NetworkPlan,
} from "../../../planner/plan/index.ts";
import { figure, plural } from "../figures.ts";
import { folded } from "../folded.ts";
import { type Section, titled } from "./section.ts";

interface Room {
  readonly capacity: number;
  readonly planned: number;
}

/** Where everything is, how much room is left, and the ways in and out. */
export const network: Section = (plan, paint) => {
  const [first, ...others] = lines(plan.network, plan);
  const shown = [
    ...(first === undefined ? [] : [folded(first)]),
    paint("dim", folded(plan.zonesReason)),
    ...others.map((line) => folded(line)),
  ];
  return titled(paint, "Network", shown.join("\n"));
};

function lines(network: NetworkPlan, plan: EnvironmentPlan): readonly string[] {
  switch (network.cloud) {
    case "aws":
      return network.existing === null
        ? awsLines(network, plan)
        : existing(network.existing.vpc, network.existing.subnets);
    case "gcp":
      return network.existing === null
        ? gcpLines(network, plan)
        : existing(network.existing.vpc, network.existing.subnets);
    case "azure":
      return network.existing === null
        ? azureLines(network, plan)
        : existing(network.existing.vnet, network.existing.subnets);
  }
}

function awsLines(
  { cidrs, subnets, natZones, endpoints }: AwsNetworkPlan,
  { zones }: EnvironmentPlan,
): string[] {
  const services = endpoints.map(({ service }) => service).join(", ");
  return [
    `${cidrs.join(" + ")}${zones.length === 0 ? "" : ` in ${zones.join(", ")}`}: ${used(subnets.filter(({ role }) => role !== "public"))}`,
    `${natZones.length === 0 ? "no NAT gateway" : `NAT gateway in ${natZones.join(", ")}`}; endpoints ${services === "" ? "none" : services}`,
  ];
}

function gcpLines({ cidrs, nodes, pods, fabric, nat }: GcpNetworkPlan, { zones }: EnvironmentPlan): string[] {
  const beside = fabric.map(({ id, subnets }) => `${id} (${plural(subnets.length, "subnet")})`).join(", ");
  return [
    `${cidrs.join(" + ")} in ${zones.join(", ")}: ${used([...(nodes === null ? [] : [nodes]), ...pods])}`,
    ...(beside === "" ? [] : [`networks of the fabric: ${beside}`]),
    nat === null ? "no Cloud NAT" : "Cloud NAT",
  ];
}

function azureLines(
  { cidrs, subnets, podCidr, natGateway }: AzureNetworkPlan,
  { zones }: EnvironmentPlan,
): string[] {
  return [
    `${cidrs.join(" + ")} in ${zones.length === 0 ? "the region" : zones.join(", ")}: ${used(subnets)}; pods in ${podCidr}`,
    natGateway === null
      ? "no NAT gateway"
      : `NAT gateway with ${plural(natGateway.publicAddresses, "address", "addresses")}`,
  ];
}

function existing(
  network: string,
  subnets: readonly { readonly id: string; readonly zone?: string | null }[],
): string[] {
  const names = subnets.map(({ id, zone }) => (zone === undefined || zone === null ? id : `${id} (${zone})`));
  return [`existing ${network}, subnets ${names.join(", ")}; nothing of it is changed`];
}

function used(ranges: readonly Room[]): string {
  const sum = (pick: (range: Room) => number): number =>
    ranges.reduce((total, range) => total + pick(range), 0);
  return `${figure(sum(({ planned }) => planned))} of ${figure(sum(({ capacity }) => capacity))} node and pod addresses planned`;
}
