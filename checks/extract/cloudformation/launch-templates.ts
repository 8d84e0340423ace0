import type { InterfaceKind } from "../../../catalog/types.ts";
import type { DiskFact, InterfaceFact, PlacementFact, ReservationFact } from "../../facts.ts";
import type { Resource, Stack } from "./stack.ts";
import {
  at,
  flag,
  flagOrUnset,
  items,
  number,
  type Properties,
  text,
  textOrUnset,
  texts,
  UNKNOWN,
} from "./values.ts";

/** What a launch template says about the nodes made from it. */
export interface LaunchFacts {
  readonly machine: string | undefined;
  readonly interfaces: readonly InterfaceFact[] | undefined;
  readonly market: string | null | undefined;
  readonly reservation: ReservationFact | null | undefined;
  readonly placement: PlacementFact | undefined;
  readonly disks: readonly DiskFact[] | undefined;
  readonly hasImage: boolean;
  /** Settings that a managed node group makes itself. */
  readonly settings: readonly string[];
}

const KINDS: readonly InterfaceKind[] = ["interface", "efa", "efa-only"];

/** The launch template that a `{ Id | LaunchTemplateId, Name | LaunchTemplateName }` names, when the templates hold it. */
export function findLaunchTemplate(stack: Stack, specification: unknown): Resource | undefined {
  const id = text(at(specification, "Id")) ?? text(at(specification, "LaunchTemplateId"));
  const name = text(at(specification, "Name")) ?? text(at(specification, "LaunchTemplateName"));
  return (
    stack.find(id) ??
    stack
      .ofType("AWS::EC2::LaunchTemplate")
      .find((one) => name !== undefined && text(one.properties.LaunchTemplateName) === name)
  );
}

export function launchFacts(stack: Stack, template: Resource): LaunchFacts {
  return launchDataFacts(stack, at(template.properties, "LaunchTemplateData"));
}

/** The same from launch data wherever it stands: a launch template or a plain instance. */
export function launchDataFacts(stack: Stack, data: unknown): LaunchFacts {
  const market = at(data, "InstanceMarketOptions");
  return {
    machine: text(at(data, "InstanceType")),
    interfaces: interfacesOf(at(data, "NetworkInterfaces")),
    market: market === undefined ? null : text(at(market, "MarketType")),
    reservation: reservationOf(stack, at(data, "CapacityReservationSpecification")),
    placement: placementOf(stack, at(data, "Placement")),
    disks: disksOf(at(data, "BlockDeviceMappings")),
    hasImage: at(data, "ImageId") !== undefined,
    settings: [
      ...(at(data, "IamInstanceProfile") === undefined ? [] : ["IamInstanceProfile"]),
      ...(items(at(data, "NetworkInterfaces")).some((one) => at(one, "SubnetId") !== undefined)
        ? ["NetworkInterfaces.SubnetId"]
        : []),
      ...(at(data, "InstanceInitiatedShutdownBehavior") === undefined
        ? []
        : ["InstanceInitiatedShutdownBehavior"]),
      ...(flag(at(data, "HibernationOptions", "Configured")) === true ? ["HibernationOptions"] : []),
      ...(flag(at(data, "DisableApiTermination")) === true ? ["DisableApiTermination"] : []),
    ],
  };
}

function interfacesOf(value: unknown): readonly InterfaceFact[] | undefined {
  if (value === UNKNOWN) return undefined;
  return items(value).map((one): InterfaceFact => {
    const kind = text(at(one, "InterfaceType")) ?? "interface";
    return {
      card: number(at(one, "NetworkCardIndex")) ?? 0,
      device: number(at(one, "DeviceIndex")) ?? 0,
      kind: KINDS.find((known) => known === kind) ?? "interface",
      publicAddress: flag(at(one, "AssociatePublicIpAddress")),
      securityGroups: texts(at(one, "Groups") ?? at(one, "GroupSet")),
    };
  });
}

function reservationOf(stack: Stack, specification: unknown): ReservationFact | null | undefined {
  if (specification === undefined) return null;
  const target = at(specification, "CapacityReservationTarget");
  const id = text(at(target, "CapacityReservationId"));
  if (id === undefined) {
    return target === undefined && text(at(specification, "CapacityReservationPreference")) !== undefined
      ? null
      : undefined;
  }
  const reservation = stack.find(id);
  if (reservation?.type !== "AWS::EC2::CapacityReservation") return { id };
  const { properties } = reservation;
  return {
    id,
    kind: "reservation",
    zone: text(properties.AvailabilityZoneId) ?? text(properties.AvailabilityZone),
    nodes: number(properties.InstanceCount),
    end: text(properties.EndDate),
    machine: text(properties.InstanceType),
    placementGroup: text(properties.PlacementGroupArn),
  };
}

function placementOf(stack: Stack, placement: unknown): PlacementFact | undefined {
  if (placement === undefined) return { kind: "none" };
  const id = text(at(placement, "GroupName")) ?? text(at(placement, "GroupId"));
  if (id === undefined) return at(placement, "GroupName") === undefined ? { kind: "none" } : undefined;
  const group =
    stack.find(id) ??
    stack.ofType("AWS::EC2::PlacementGroup").find((one) => text(one.properties.GroupName) === id);
  return {
    kind: "group",
    id,
    createdHere: group !== undefined,
    strategy: group === undefined ? undefined : text(group.properties.Strategy),
  };
}

function disksOf(value: unknown): readonly DiskFact[] | undefined {
  if (value === UNKNOWN) return undefined;
  return items(value)
    .map((one) => at(one, "Ebs"))
    .filter((ebs): ebs is Properties => ebs !== undefined && ebs !== UNKNOWN)
    .map((ebs) => ({
      type: textOrUnset(ebs.VolumeType) ?? undefined,
      sizeGiB: number(ebs.VolumeSize),
      iops: number(ebs.Iops),
      throughputMBps: number(ebs.Throughput),
      encrypted: flagOrUnset(ebs.Encrypted),
    }));
}
