import { expect } from "vitest";
import type { EnvironmentPlan, PoolOptionPlan } from "../../../planner/plan/index.ts";
import type { Facts, LaunchInterface, NodeGroupFacts } from "./read-back.ts";

/** The cluster has the planned version, a private API, encrypted secrets, and every planned add-on at its version. */
export function expectPlannedCluster({ kubernetes }: Facts, plan: EnvironmentPlan): void {
  expect(kubernetes, "the cluster exists").not.toBeNull();
  if (kubernetes === null) return;
  const { cluster, addons } = kubernetes;
  expect(cluster.version).toBe(plan.cluster.version);
  expect(cluster.resourcesVpcConfig.endpointPrivateAccess, "private API").toBe(true);
  const { publicFrom } = plan.network.api;
  expect(cluster.resourcesVpcConfig.endpointPublicAccess, "public API").toBe(publicFrom.length > 0);
  if (publicFrom.length > 0) expect(cluster.resourcesVpcConfig.publicAccessCidrs).toEqual(publicFrom);
  if (plan.cluster.secretsEncryption) expect(cluster.encryptionConfig?.[0]?.resources).toEqual(["secrets"]);
  const versions = Object.fromEntries(
    addons.map(({ addonName, addonVersion }) => [addonName, addonVersion ?? null]),
  );
  expect(versions).toEqual(
    Object.fromEntries(plan.cluster.addons.map(({ name, version }) => [name, version])),
  );
}

/** There is one node group for each planned one, no more, and each has its size, image, purchase and interfaces. */
export function expectPlannedNodeGroups({ kubernetes }: Facts, plan: EnvironmentPlan): void {
  const groups = new Map((kubernetes?.nodeGroups ?? []).map((group) => [planned(group, plan.name), group]));
  const managed = plan.pools.filter(({ provisioner }) => provisioner === "managed-node-group");
  const expected = [
    ...managed.flatMap(({ options }) => options.map(({ id }) => id)),
    ...plan.systemPools.map((p) => p.name),
  ];
  expect([...groups.keys()].sort(), "node groups").toEqual(expected.sort());
  for (const { name, size, image, machines } of plan.systemPools) {
    const group = groups.get(name);
    expect(group?.scalingConfig, name).toEqual(scaling(size));
    expect(group?.amiType, name).toBe(image.type);
    expect(group?.instanceTypes, name).toEqual(machines);
  }
  for (const pool of managed) {
    for (const option of pool.options) {
      const group = groups.get(option.id);
      expect(group?.scalingConfig, option.id).toEqual(scaling(option.size));
      expect(group?.amiType, option.id).toBe(pool.image.type);
      expect(group?.capacityType, option.id).toBe(capacityType(option));
      expect(group?.version, option.id).toBe(plan.cluster.version);
      expect(group?.launchTemplateData.InstanceType, option.id).toBe(pool.machine);
      expect(interfaces(group), `${option.id}: every interface`).toEqual(
        sorted(pool.fabric.interfaces.map(({ card, device, kind }) => ({ card, device, kind }))),
      );
    }
  }
}

interface Wire {
  readonly card: number;
  readonly device: number;
  readonly kind: string;
}

function interfaces(group: NodeGroupFacts | undefined): Wire[] {
  const given: readonly LaunchInterface[] = group?.launchTemplateData.NetworkInterfaces ?? [];
  return sorted(
    given.map(({ NetworkCardIndex, DeviceIndex, InterfaceType }) => ({
      card: NetworkCardIndex ?? 0,
      device: DeviceIndex,
      kind: InterfaceType ?? "interface",
    })),
  );
}

function sorted(wires: readonly Wire[]): Wire[] {
  return [...wires].sort((a, b) => a.card - b.card || a.device - b.device);
}

/** Id of the option or name of the system pool, from the name that a group's machines get: `<environment>-<id>`. */
function planned({ nodegroupName, launchTemplateData }: NodeGroupFacts, environment: string): string {
  const instance = launchTemplateData.TagSpecifications?.find(
    ({ ResourceType }) => ResourceType === "instance",
  );
  const name = instance?.Tags.find(({ Key }) => Key === "Name")?.Value ?? nodegroupName;
  return name.startsWith(`${environment}-`) ? name.slice(environment.length + 1) : name;
}

function scaling({ min, desired, max }: PoolOptionPlan["size"]): NodeGroupFacts["scalingConfig"] {
  return { minSize: min, desiredSize: desired, maxSize: Math.max(1, max) };
}

function capacityType({ purchase }: PoolOptionPlan): string {
  if (purchase === "capacity-block") return "CAPACITY_BLOCK";
  return purchase === "spot" ? "SPOT" : "ON_DEMAND";
}
