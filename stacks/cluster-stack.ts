import type { Construct } from "constructs";
import { Cluster } from "../constructs/aws/cluster.ts";
import { Expiry } from "../constructs/aws/expiry.ts";
import { GpuNodePool, type NodeSurroundings } from "../constructs/aws/gpu-node-pool.ts";
import { type BucketAccess, Identity } from "../constructs/aws/identity.ts";
import { NodeProvisioner } from "../constructs/aws/node-provisioner.ts";
import { onePerZone } from "../constructs/aws/node-subnets.ts";
import { Orchestration } from "../constructs/aws/orchestration.ts";
import { type ScheduledGroup, Schedules } from "../constructs/aws/schedules.ts";
import { SystemNodePool } from "../constructs/aws/system-node-pool.ts";
import { type DataStack, isBucket } from "./data-stack.ts";
import { EnvironmentStack, type EnvironmentStackProps } from "./environment-stack.ts";
import { output } from "./output.ts";

export interface ClusterStackProps extends EnvironmentStackProps {
  readonly data: DataStack;
}

/** What can be removed and made again: control plane, nodes, add-ons, roles and schedules. */
export class ClusterStack extends EnvironmentStack {
  readonly cluster: Cluster;
  readonly identity: Identity;
  readonly orchestration: Orchestration;
  /** By name. */
  readonly systemPools: ReadonlyMap<string, SystemNodePool>;
  /** By name. */
  readonly pools: ReadonlyMap<string, GpuNodePool>;
  /** `undefined` where no pool is elastic. */
  readonly provisioner: NodeProvisioner | undefined;
  /** `undefined` where nothing is dated. */
  readonly schedules: Schedules | undefined;
  readonly expiry: Expiry | undefined;

  constructor(scope: Construct, { data, ...props }: ClusterStackProps) {
    super(scope, "cluster", props);
    this.addStackDependency(data);
    this.cluster = this.createCluster(data);
    this.identity = this.createIdentity(data);
    this.orchestration = this.createOrchestration();
    const surroundings = this.nodeSurroundings(data);
    this.systemPools = this.createSystemPools(surroundings);
    this.pools = this.createPools(surroundings, data);
    this.orderNodesAndAddons();
    this.provisioner = this.createProvisioner();
    this.schedules = this.createSchedules(data);
    this.expiry = this.createExpiry();
    this.describe();
  }

  private createCluster({ network, encryption }: DataStack): Cluster {
    return new Cluster(this, "Cluster", {
      plan: this.plan.cluster,
      subnetIds: onePerZone(network.nodeSubnets).map(({ id }) => id),
      api: this.plan.network.api,
      serviceCidr: this.plan.network.serviceCidr,
      keyArn: encryption.keyArn,
      transform: this.transform.cluster,
    });
  }

  private createIdentity(data: DataStack): Identity {
    const { existing, access } = this.plan.cluster;
    return new Identity(this, "Identity", {
      clusterName: this.cluster.clusterName,
      addons: this.managedAddons(),
      // People's access to an existing cluster is its owner's business.
      access: existing === null ? access : [],
      buckets: this.bucketAccess(data),
      nodesRunCni: existing !== null,
      transform: this.transform.identity,
    });
  }

  private createOrchestration(): Orchestration {
    return new Orchestration(this, "Orchestration", {
      clusterName: this.cluster.clusterName,
      addons: this.managedAddons(),
      roleArn: (addon) => this.identity.addonRoles.get(addon)?.attrArn,
      transform: this.transform.orchestration,
    });
  }

  /** An existing cluster keeps the add-ons that it has. */
  private managedAddons() {
    const { existing, addons } = this.plan.cluster;
    return existing === null ? addons : [];
  }

  private nodeSurroundings({ network }: DataStack): NodeSurroundings {
    return {
      environment: this.plan.name,
      clusterName: this.cluster.clusterName,
      kubernetesVersion: this.cluster.version,
      nodeRoleArn: this.identity.nodeRole.attrArn,
      subnets: network.nodeSubnets,
      securityGroupIds: [this.cluster.clusterSecurityGroupId, network.nodesSecurityGroup.groupId],
      tags: this.nodeTags,
    };
  }

  private createSystemPools(surroundings: NodeSurroundings): Map<string, SystemNodePool> {
    const transform = this.transform.systemPools;
    return new Map(
      this.plan.systemPools.map((plan) => [
        plan.name,
        new SystemNodePool(this, `SystemPool-${plan.name}`, { ...surroundings, plan, transform }),
      ]),
    );
  }

  private createPools(surroundings: NodeSurroundings, { fabric }: DataStack): Map<string, GpuNodePool> {
    const fabricSecurityGroupId = fabric.securityGroupId;
    const transform = this.transform.pools;
    return new Map(
      this.plan.pools.map((plan) => [
        plan.name,
        new GpuNodePool(this, `Pool-${plan.name}`, {
          ...surroundings,
          plan,
          fabricSecurityGroupId,
          transform,
        }),
      ]),
    );
  }

  private orderNodesAndAddons(): void {
    for (const { nodeGroup } of this.systemPools.values()) {
      this.orchestration.prepare(nodeGroup);
      this.orchestration.runOn(nodeGroup);
    }
    for (const { nodeGroups } of this.pools.values()) {
      for (const nodeGroup of nodeGroups.values()) this.orchestration.prepare(nodeGroup);
    }
  }

  private createProvisioner(): NodeProvisioner | undefined {
    const { karpenter } = this.plan.cluster;
    if (karpenter === null) return undefined;
    return new NodeProvisioner(this, "NodeProvisioner", {
      plan: karpenter,
      cluster: this.cluster,
      nodePolicyArns: this.identity.nodePolicyArns,
      expiresAt: this.plan.guardrails.expiresAt,
      spot: this.plan.pools.some(
        ({ provisioner, options }) =>
          provisioner === "karpenter" && options.some(({ purchase }) => purchase === "spot"),
      ),
      transform: this.transform.provisioner,
    });
  }

  private createSchedules({ encryption }: DataStack): Schedules | undefined {
    const groups = this.scheduledGroups();
    const elasticEnds = this.provisioner !== undefined && this.expiryAhead() !== null;
    if (groups.length === 0 && !elasticEnds) return undefined;
    return new Schedules(this, "Schedules", {
      clusterName: this.cluster.clusterName,
      keyArn: encryption.keyArn,
      groups,
      transform: this.transform.schedules,
    });
  }

  private scheduledGroups(): ScheduledGroup[] {
    const system = this.plan.systemPools.map(({ name, schedule }) => ({
      id: name,
      nodeGroup: this.systemPools.get(name)?.nodeGroup,
      schedule,
    }));
    const options = this.plan.pools.flatMap((pool) =>
      pool.options.map(({ id, schedule }) => ({
        id,
        nodeGroup: this.pools.get(pool.name)?.nodeGroups.get(id),
        schedule,
      })),
    );
    return [...system, ...options].flatMap(({ id, nodeGroup, schedule }) =>
      nodeGroup === undefined || schedule.length === 0 ? [] : [{ id, nodeGroup, schedule }],
    );
  }

  private createExpiry(): Expiry | undefined {
    const expiresAt = this.expiryAhead();
    if (this.provisioner === undefined || this.schedules === undefined || expiresAt === null)
      return undefined;
    return new Expiry(this, "Expiry", {
      clusterName: this.cluster.name,
      expiresAt,
      schedules: this.schedules,
      transform: this.transform.expiry,
    });
  }

  /**
   * `null` also where the end is over: EventBridge Scheduler refuses a start that is more than five minutes past.
   * https://github.com/getmoto/moto/pull/8172
   */
  private expiryAhead(): string | null {
    const { plannedAt, guardrails } = this.plan;
    const { expiresAt } = guardrails;
    return expiresAt !== null && Date.parse(expiresAt) > Date.parse(plannedAt) ? expiresAt : null;
  }

  /** By name in place of a reference: a bucket that leaves the environment must not block its stack. */
  private bucketAccess({ encryption }: DataStack): BucketAccess {
    const buckets = this.plan.storage.filter(isBucket);
    const names = buckets.map(({ bucket }) => bucket.replaceAll("{account}", this.account));
    return {
      bucketArns: [...new Set(names)].map((name) => `arn:${this.partition}:s3:::${name}`),
      keyArn: encryption.keyArn,
    };
  }

  private describe(): void {
    output(this, "ClusterName", "Name of the cluster", this.cluster.clusterName);
    output(this, "ClusterArn", "The cluster", this.cluster.clusterArn);
    const { cluster } = this.cluster;
    if (cluster !== undefined) output(this, "ClusterEndpoint", "Kubernetes API", cluster.attrEndpoint);
    output(this, "ClusterSecurityGroupId", "Group that EKS made", this.cluster.clusterSecurityGroupId);
    output(this, "NodeRoleArn", "Role of the nodes", this.identity.nodeRole.attrArn);
    output(
      this,
      "WorkloadRoleArn",
      "Role for workloads that use buckets",
      this.identity.workloadRole.attrArn,
    );
    if (this.provisioner === undefined) return;
    const { controllerRole, instanceProfile, queue } = this.provisioner;
    output(this, "KarpenterRoleArn", "Role of Karpenter's controller", controllerRole.attrArn);
    output(this, "KarpenterInstanceProfile", "Instance profile of Karpenter's nodes", instanceProfile.ref);
    output(this, "KarpenterQueueName", "Karpenter's interruption queue", queue.attrQueueName);
  }
}
