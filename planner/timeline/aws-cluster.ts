import type { Catalog } from "../../catalog/catalog.ts";
import type { AddonPlan } from "../plan/cluster.ts";
import type { TimelineInput } from "./aws.ts";
import { creationOf } from "./creation-time.ts";
import type { StackStep } from "./schedule.ts";

/** Control plane, then what nodes need, then nodes, then what runs on them. */
export function clusterSteps(stack: string, input: TimelineInput, catalog: Catalog): StackStep[] {
  const { cluster, systemPools, pools } = input;
  const control = controlSteps(stack, cluster.existing, catalog);
  const afterControl = control.slice(-1).map(({ id }) => id);
  const role = (path: string): StackStep => ({
    id: `${stack}/${path}`,
    ...creationOf(catalog, "AWS::IAM::Role"),
    after: [],
  });
  const nodeRole = role("Identity/NodeRole");
  const addonRoles = new Map(
    cluster.addons
      .filter(({ serviceAccount }) => serviceAccount !== null)
      .map(({ name }) => [name, role(`Identity/AddonRole-${name}`)]),
  );
  const addon = (plan: AddonPlan, after: readonly string[]): StackStep => ({
    id: `${stack}/Orchestration/${plan.name}`,
    ...creationOf(catalog, "AWS::EKS::Addon", plan.name),
    after: [...after, ...[addonRoles.get(plan.name)?.id].filter((id) => id !== undefined)],
  });
  const early = cluster.addons
    .filter(({ needsNodes }) => !needsNodes)
    .map((plan) => addon(plan, afterControl));
  const beforeNodes = [nodeRole.id, ...afterControl, ...early.map(({ id }) => id)];
  const group = (path: string, suffix: string, desired: number): NodeGroupSteps => {
    const launch = {
      id: `${path}/Launch${suffix}`,
      ...creationOf(catalog, "AWS::EC2::LaunchTemplate"),
      after: afterControl,
    };
    const nodes = {
      id: `${path}/Nodes${suffix}`,
      ...creationOf(catalog, "AWS::EKS::Nodegroup", desired === 0 ? "zero" : undefined),
      after: [...beforeNodes, launch.id],
    };
    return { launch, nodes };
  };
  const system = systemPools.map(({ name, size }) => group(`${stack}/SystemPool-${name}`, "", size.desired));
  const work = pools
    .filter(({ provisioner }) => provisioner === "managed-node-group")
    .flatMap(({ name, options }) =>
      options.map(({ id, size }) => group(`${stack}/Pool-${name}`, `-${id}`, size.desired)),
    );
  const onNodes = [...afterControl, ...system.map(({ nodes }) => nodes.id)];
  const late = cluster.addons.filter(({ needsNodes }) => needsNodes).map((plan) => addon(plan, onNodes));
  return [
    ...control,
    nodeRole,
    ...addonRoles.values(),
    ...early,
    ...[...system, ...work].flatMap(({ launch, nodes }) => [launch, nodes]),
    ...late,
    ...provisionerSteps(stack, input, catalog),
  ];
}

interface NodeGroupSteps {
  readonly launch: StackStep;
  readonly nodes: StackStep;
}

/** The control plane last; empty for an existing cluster. */
function controlSteps(stack: string, existing: string | null, catalog: Catalog): StackStep[] {
  if (existing !== null) return [];
  const role = `${stack}/Cluster/Role`;
  return [
    { id: role, ...creationOf(catalog, "AWS::IAM::Role"), after: [] },
    { id: `${stack}/Cluster/Cluster`, ...creationOf(catalog, "AWS::EKS::Cluster"), after: [role] },
  ];
}

/** CloudFormation waits for an instance profile to be known everywhere, beside everything else. */
function provisionerSteps(stack: string, { cluster }: TimelineInput, catalog: Catalog): StackStep[] {
  if (cluster.karpenter === null) return [];
  const role = `${stack}/NodeProvisioner/NodeRole`;
  return [
    { id: role, ...creationOf(catalog, "AWS::IAM::Role"), after: [] },
    {
      id: `${stack}/NodeProvisioner/InstanceProfile`,
      ...creationOf(catalog, "AWS::IAM::InstanceProfile"),
      after: [role],
    },
  ];
}
