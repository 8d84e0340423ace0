import type { NodeGroupFact } from "../../facts.ts";
import { findLaunchTemplate, type LaunchFacts, launchDataFacts, launchFacts } from "./launch-templates.ts";
import type { Resource, Stack } from "./stack.ts";
import { at, items, number, text, texts } from "./values.ts";

/** Plain machines: auto scaling groups, fleets, single instances, and launch templates that nothing in the templates uses. */
export function machineGroupFacts(stack: Stack): readonly NodeGroupFact[] {
  const groups = [
    ...stack.ofType("AWS::AutoScaling::AutoScalingGroup").flatMap((one) => autoScalingGroup(stack, one)),
    ...stack.ofType("AWS::EC2::EC2Fleet").flatMap((one) => fleet(stack, one)),
    ...stack.ofType("AWS::EC2::Instance").map((one) => instance(stack, one)),
  ];
  const used = new Set(
    stack.resources
      .filter((one) => one.type !== "AWS::EC2::LaunchTemplate")
      .flatMap((one) =>
        launchSpecifications(one).map((specification) => findLaunchTemplate(stack, specification)?.id),
      ),
  );
  const alone = stack
    .ofType("AWS::EC2::LaunchTemplate")
    .filter((one) => !used.has(one.id))
    .map((one) => groupOf(one, launchFacts(stack, one)));
  return [...groups, ...alone];
}

function launchSpecifications(resource: Resource): readonly unknown[] {
  const { properties } = resource;
  const mixed = at(properties.MixedInstancesPolicy, "LaunchTemplate");
  return [
    properties.LaunchTemplate,
    at(mixed, "LaunchTemplateSpecification"),
    ...items(properties.LaunchTemplateConfigs).map((one) => at(one, "LaunchTemplateSpecification")),
  ];
}

function autoScalingGroup(stack: Stack, resource: Resource): readonly NodeGroupFact[] {
  const { properties } = resource;
  const mixed = at(properties.MixedInstancesPolicy, "LaunchTemplate");
  const template = launchSpecifications(resource)
    .map((one) => findLaunchTemplate(stack, one))
    .find((one) => one !== undefined);
  if (template === undefined) return [];
  const launch = launchFacts(stack, template);
  const overrides = items(at(mixed, "Overrides")).flatMap((one) => text(at(one, "InstanceType")) ?? []);
  const min = number(properties.MinSize);
  const max = number(properties.MaxSize);
  return [
    {
      ...groupOf(resource, launch),
      machines: overrides.length > 0 ? overrides : machinesOf(launch),
      subnets: texts(properties.VPCZoneIdentifier),
      zones: texts(properties.AvailabilityZones) ?? undefined,
      size:
        min === undefined || max === undefined
          ? undefined
          : { min, max, desired: number(properties.DesiredCapacity) ?? min },
    },
  ];
}

function fleet(stack: Stack, resource: Resource): readonly NodeGroupFact[] {
  const capacity = at(resource.properties, "TargetCapacitySpecification");
  return items(resource.properties.LaunchTemplateConfigs).flatMap((config) => {
    const template = findLaunchTemplate(stack, at(config, "LaunchTemplateSpecification"));
    if (template === undefined) return [];
    const launch = launchFacts(stack, template);
    const overrides = items(at(config, "Overrides"));
    const machines = overrides.flatMap((one) => text(at(one, "InstanceType")) ?? []);
    const market = text(at(capacity, "DefaultTargetCapacityType"));
    return [
      {
        ...groupOf(resource, launch),
        machines: machines.length > 0 ? machines : machinesOf(launch),
        subnets: texts(overrides.map((one) => at(one, "SubnetId")).filter((one) => one !== undefined)),
        market: market ?? launch.market ?? "on-demand",
        nodesWanted: number(at(capacity, "TotalTargetCapacity")),
      },
    ];
  });
}

function instance(stack: Stack, resource: Resource): NodeGroupFact {
  const { properties } = resource;
  const template = findLaunchTemplate(stack, properties.LaunchTemplate);
  const launch = template === undefined ? launchDataFacts(stack, properties) : launchFacts(stack, template);
  const machine = text(properties.InstanceType);
  const zone = text(properties.AvailabilityZone);
  const subnet = text(properties.SubnetId);
  return {
    ...groupOf(resource, launch),
    machines: machine === undefined ? machinesOf(launch) : [machine],
    zones: zone === undefined ? undefined : [zone],
    subnets: subnet === undefined ? undefined : [subnet],
    nodesWanted: 1,
  };
}

function groupOf(resource: Resource, launch: LaunchFacts): NodeGroupFact {
  const isBlock = launch.market === "capacity-block";
  const reservation = launch.reservation;
  return {
    at: resource.at,
    name: resource.id,
    provisioner: "self-managed",
    machines: machinesOf(launch),
    market: launch.market === null ? "on-demand" : launch.market,
    reservation:
      reservation !== null && reservation !== undefined && isBlock
        ? { ...reservation, kind: "capacity-block" }
        : reservation,
    placement: launch.placement,
    interfaces: launch.interfaces,
    disks: launch.disks,
  };
}

function machinesOf(launch: LaunchFacts): readonly string[] {
  return launch.machine === undefined ? [] : [launch.machine];
}
