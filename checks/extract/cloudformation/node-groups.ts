import type { NodeGroupFact } from "../../facts.ts";
import { CUSTOM_IMAGE } from "../../vocabulary/ami-types.ts";
import { findLaunchTemplate, type LaunchFacts, launchFacts } from "./launch-templates.ts";
import type { Resource, Stack } from "./stack.ts";
import { at, isProperties, items, number, text, textOrUnset, texts, UNKNOWN } from "./values.ts";

/** Other words are reported as such, not as taints. */
const EFFECTS: Readonly<Record<string, string>> = {
  NO_SCHEDULE: "NoSchedule",
  PREFER_NO_SCHEDULE: "PreferNoSchedule",
  NO_EXECUTE: "NoExecute",
};

/** EKS managed node groups together with their launch templates. */
export function nodeGroupFacts(stack: Stack): readonly NodeGroupFact[] {
  return stack.ofType("AWS::EKS::Nodegroup").map((resource) => nodeGroupFact(stack, resource));
}

function nodeGroupFact(stack: Stack, resource: Resource): NodeGroupFact {
  const { properties } = resource;
  const template = findLaunchTemplate(stack, properties.LaunchTemplate);
  const launch = template === undefined ? undefined : launchFacts(stack, template);
  const templateElsewhere = properties.LaunchTemplate !== undefined && template === undefined;
  const own = texts(properties.InstanceTypes) ?? [];
  const fromTemplate = launch?.machine;
  const interfaces = templateElsewhere ? undefined : (launch?.interfaces ?? []);
  const cluster = text(properties.ClusterName);
  const market = (textOrUnset(properties.CapacityType) ?? "ON_DEMAND").toLowerCase().replaceAll("_", "-");
  return {
    at: resource.at,
    name: text(properties.NodegroupName) ?? resource.id,
    provisioner: "managed",
    cluster,
    machines: fromTemplate === undefined ? own : [fromTemplate],
    machinesElsewhere: machinesElsewhere(
      fromTemplate,
      own,
      templateElsewhere || properties.InstanceTypes === UNKNOWN,
    ),
    market: properties.CapacityType === UNKNOWN ? undefined : market,
    launchMarket: templateElsewhere ? undefined : launch === undefined ? null : launch.market,
    reservation: templateElsewhere ? undefined : reservationOf(launch, market),
    subnets: texts(properties.Subnets),
    placement: templateElsewhere ? undefined : (launch?.placement ?? { kind: "none" }),
    interfaces,
    size: sizeOf(properties.ScalingConfig),
    update: {
      maxUnavailable: number(at(properties.UpdateConfig, "MaxUnavailable")),
      maxUnavailablePercentage: number(at(properties.UpdateConfig, "MaxUnavailablePercentage")),
    },
    image: imageOf(properties.AmiType, launch, templateElsewhere),
    kubernetesVersion: text(properties.Version) ?? text(stack.find(cluster)?.properties.Version),
    labels: labelsOf(properties.Labels),
    taints: items(properties.Taints).flatMap((taint) => {
      const key = text(at(taint, "Key"));
      const effect = EFFECTS[text(at(taint, "Effect")) ?? ""];
      return key === undefined || effect === undefined
        ? []
        : [{ key, value: text(at(taint, "Value")), effect }];
    }),
    disks: launch?.disks,
    role: text(properties.NodeRole),
    settingsInLaunchTemplate: launch?.settings,
  };
}

/** `undefined`: only one place names the machine. Empty: neither does. */
function machinesElsewhere(
  fromTemplate: string | undefined,
  own: readonly string[],
  unknown: boolean,
): readonly string[] | undefined {
  if (unknown) return undefined;
  if (fromTemplate === undefined) return own.length === 0 ? [] : undefined;
  return own.length === 0 ? undefined : own;
}

function reservationOf(launch: LaunchFacts | undefined, market: string): NodeGroupFact["reservation"] {
  if (launch === undefined) return null;
  const { reservation } = launch;
  const isBlock = market === "capacity-block" || launch.market === "capacity-block";
  if (reservation === null || reservation === undefined || !isBlock) return reservation;
  return { ...reservation, kind: "capacity-block" };
}

function imageOf(
  amiType: unknown,
  launch: LaunchFacts | undefined,
  templateElsewhere: boolean,
): string | null | undefined {
  if (amiType !== undefined) return text(amiType);
  if (templateElsewhere) return undefined;
  return launch?.hasImage === true ? CUSTOM_IMAGE : null;
}

function sizeOf(scaling: unknown): NodeGroupFact["size"] {
  if (scaling === undefined || scaling === UNKNOWN) return undefined;
  const min = number(at(scaling, "MinSize"));
  const desired = number(at(scaling, "DesiredSize"));
  const max = number(at(scaling, "MaxSize"));
  if (max === undefined || (min === undefined && desired === undefined)) return undefined;
  return { min: min ?? 0, desired: desired ?? min ?? 0, max };
}

function labelsOf(labels: unknown): Readonly<Record<string, string>> | undefined {
  if (!isProperties(labels)) return undefined;
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) => {
      const known = text(value);
      return known === undefined ? [] : [[key, known]];
    }),
  );
}
