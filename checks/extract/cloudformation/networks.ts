import type { RangeFact } from "../../facts.ts";
import type { Stack } from "./stack.ts";
import { flag, text } from "./values.ts";

/** Ranges of networks and subnets. Subnets whose range is computed at deployment are left out. */
export function rangeFacts(stack: Stack): readonly RangeFact[] {
  const networks = stack.ofType("AWS::EC2::VPC").map((one) => ({ one, network: one.id }));
  const further = stack
    .ofType("AWS::EC2::VPCCidrBlock")
    .map((one) => ({ one, network: text(one.properties.VpcId) }));
  const subnets = stack
    .ofType("AWS::EC2::Subnet")
    .map((one) => ({ one, network: text(one.properties.VpcId) }));
  return [
    ...[...networks, ...further].flatMap(({ one, network }) =>
      range(one.at, one.id, one.properties.CidrBlock, "network", network),
    ),
    ...subnets.flatMap(({ one, network }) =>
      range(one.at, one.id, one.properties.CidrBlock, "subnet", network),
    ),
  ];
}

/** Subnet → its zone: the id where it is given, else the name. */
export function subnetZones(stack: Stack): Readonly<Record<string, string>> {
  return Object.fromEntries(
    stack.ofType("AWS::EC2::Subnet").flatMap(({ id, properties }) => {
      const zone = text(properties.AvailabilityZoneId) ?? text(properties.AvailabilityZone);
      return zone === undefined ? [] : [[id, zone]];
    }),
  );
}

/** Subnets that give every machine a public address. */
export function publicSubnets(stack: Stack): readonly string[] {
  return stack
    .ofType("AWS::EC2::Subnet")
    .filter((one) => flag(one.properties.MapPublicIpOnLaunch) === true)
    .map((one) => one.id);
}

function range(
  at: RangeFact["at"],
  name: string,
  cidr: unknown,
  role: RangeFact["role"],
  network: string | undefined,
): readonly RangeFact[] {
  const known = text(cidr);
  return known === undefined ? [] : [{ at, name, cidr: known, role, network }];
}
