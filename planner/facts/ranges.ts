import type { RangeFact } from "../../checks/facts.ts";
import type { Path } from "../../spec/finding.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { GcpRangePlan } from "../plan/gcp.ts";
import type { EnvironmentPlan } from "../plan/index.ts";

/** All ranges of a plan lie in one network. */
const NETWORK = "network";

/** Ranges that are planned, that exist, and that must stay free. */
export function rangeFacts(plan: EnvironmentPlan, environment: Environment): readonly RangeFact[] {
  const { network } = plan;
  const cidr: Path = ["network", "cidr"];
  return [
    ...network.cidrs.map(
      (range, index): RangeFact => ({
        at: cidr,
        name: index === 0 ? "the network" : `further range ${index} of the network`,
        cidr: range,
        role: "network",
        network: NETWORK,
      }),
    ),
    ...(network.existing?.cidr
      ? [
          {
            at: ["network", "existing", "cidr"],
            name: "the existing network",
            cidr: network.existing.cidr,
            role: "network" as const,
            network: NETWORK,
          },
        ]
      : []),
    ...(network.existing?.subnets ?? []).flatMap((subnet, index): readonly RangeFact[] =>
      subnet.cidr === null
        ? []
        : [
            {
              at: ["network", "existing", "subnets", index],
              name: subnet.id,
              cidr: subnet.cidr,
              role: "subnet",
              network: NETWORK,
              zone: zoneOf(subnet),
            },
          ],
    ),
    ...ownRanges(plan).map((range): RangeFact => ({ at: cidr, ...range })),
    ...(network.cloud === "gcp"
      ? []
      : [
          {
            at: cidr,
            name: "the service range",
            cidr: network.serviceCidr,
            role: "services" as const,
            network: NETWORK,
          },
        ]),
    ...environment.network.avoid.map(
      (range, index): RangeFact => ({
        at: ["network", "avoid", index],
        name: "a range to avoid",
        cidr: range,
        role: "reserved",
      }),
    ),
  ];
}

type OwnRange = Omit<RangeFact, "at">;

/** Subnets on Azure span all zones. */
function zoneOf(subnet: object): string | undefined {
  return "zone" in subnet && typeof subnet.zone === "string" ? subnet.zone : undefined;
}

/** Subnets that the environment makes, and what else has addresses of its network. */
function ownRanges({ network }: EnvironmentPlan): readonly OwnRange[] {
  switch (network.cloud) {
    case "aws":
      return network.subnets.map((subnet) => ({ ...range(subnet), zone: subnet.zone }));
    case "azure":
      return network.subnets.map(range);
    case "gcp":
      return [
        // Services are a secondary range of the subnet; beside an existing network the ranges are GKE's to add.
        ...[network.nodes, ...network.pods, network.services, network.privateServices].flatMap((one) =>
          one === null ? [] : [{ ...range(one), network: network.existing === null ? NETWORK : one.id }],
        ),
        ...network.fabric.flatMap(({ id, subnets }) =>
          subnets.map((subnet) => ({ ...range(subnet), name: `${id} ${subnet.id}`, network: id })),
        ),
      ];
  }
}

function range({ id, cidr, capacity, planned }: GcpRangePlan): OwnRange {
  return { network: NETWORK, name: id, cidr, role: "subnet", capacity, needed: planned };
}
