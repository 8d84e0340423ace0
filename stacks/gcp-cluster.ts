import type { NodePool } from "@pulumi/gcp/container/index.js";
import type { ComponentResourceOptions, Input } from "@pulumi/pulumi";
import { output } from "@pulumi/pulumi";
import { bucketName } from "../constructs/gcp/bucket.ts";
import { Cluster } from "../constructs/gcp/cluster.ts";
import { GpuNodePool, type NodeNetwork } from "../constructs/gcp/gpu-node-pool.ts";
import { type BucketToUse, Identity } from "../constructs/gcp/identity.ts";
import type { NodeSurroundings } from "../constructs/gcp/node-pool-settings.ts";
import { NodeProvisioner } from "../constructs/gcp/node-provisioner.ts";
import { Orchestration } from "../constructs/gcp/orchestration.ts";
import { Schedules } from "../constructs/gcp/schedules.ts";
import { SystemNodePool } from "../constructs/gcp/system-node-pool.ts";
import { workloadPool } from "../constructs/gcp/workload-pool.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import { type GcpParts, gcpParts } from "./gcp-plan.ts";
import { surroundings } from "./gcp-surroundings.ts";
import { type GcpTransforms, withTransform } from "./gcp-transforms.ts";
import { type ClusterOutputs, type DataOutputs, gathered } from "./pulumi/outputs.ts";

/** What can be removed and made again: control plane, nodes, accounts and schedules. */
export class GcpCluster {
  readonly identity: Identity;
  readonly cluster: Cluster;
  /** By name. */
  readonly systemPools: ReadonlyMap<string, SystemNodePool>;
  /** By name. */
  readonly pools: ReadonlyMap<string, GpuNodePool>;
  /** `undefined` where objects come by GitOps, and for an existing cluster. */
  readonly orchestration: Orchestration | undefined;
  /** `undefined` where no pool has several options to choose from, and where objects come by GitOps. */
  readonly provisioner: NodeProvisioner | undefined;
  /** `undefined` where nothing is dated. */
  readonly schedules: Schedules | undefined;
  private readonly plan: EnvironmentPlan;
  private readonly parts: GcpParts;
  private readonly data: DataOutputs;
  private readonly transform: GcpTransforms;
  private readonly options: ComponentResourceOptions;
  private readonly project: Input<string>;

  constructor(plan: EnvironmentPlan, data: DataOutputs, transform: GcpTransforms = {}) {
    this.plan = plan;
    this.parts = gcpParts(plan);
    this.data = data;
    this.transform = transform;
    const { options, project } = surroundings(plan);
    this.options = options;
    this.project = project.id;
    this.identity = this.createIdentity();
    this.cluster = this.createCluster();
    this.bindWorkloads();
    const nodes = this.nodeSurroundings();
    this.systemPools = this.createSystemPools(nodes);
    this.pools = this.createPools(nodes);
    this.orchestration = this.createOrchestration();
    this.provisioner = this.createProvisioner(this.orchestration);
    this.schedules = this.createSchedules();
  }

  get outputs(): ClusterOutputs {
    const pools = [...this.pools.values()].flatMap(({ nodePools }) => [...nodePools]);
    const system = [...this.systemPools].map(([name, { nodePool }]) => [name, nodePool] as const);
    return {
      clusterName: this.cluster.clusterName,
      clusterId: this.cluster.clusterId,
      endpoint: this.cluster.endpoint,
      certificateAuthority: this.cluster.certificateAuthority,
      nodeIdentity: this.identity.nodeEmail,
      workloadIdentity: this.identity.workloadEmail,
      nodePools: gathered(Object.fromEntries([...system, ...pools].map(([id, { name }]) => [id, name]))),
    };
  }

  private createIdentity(): Identity {
    const { existing, access } = this.plan.cluster;
    return new Identity(
      "identity",
      {
        environment: this.plan.name,
        project: this.project,
        nodeRoles: this.parts.cluster.nodeRoles,
        // People's access to an existing cluster is its owner's business.
        access: existing === null ? access : [],
        buckets: this.buckets(),
        ...withTransform(this.transform.identity),
      },
      this.options,
    );
  }

  /** By name in place of a reference: a bucket that leaves the environment must not block its stack. */
  private buckets(): Map<string, BucketToUse> {
    return new Map(
      this.parts.storage.flatMap((each) =>
        each.product === "gcs"
          ? [
              [
                each.name,
                { bucketName: bucketName(each.bucket, this.project), existing: each.existing !== null },
              ],
            ]
          : [],
      ),
    );
  }

  private createCluster(): Cluster {
    return new Cluster(
      "cluster",
      {
        plan: this.plan.cluster,
        gcp: this.parts.cluster,
        network: this.parts.network,
        region: this.plan.region,
        project: this.project,
        networkId: this.data.networkId,
        subnetId: this.data.subnetIds.apply(({ nodes }) => nodes ?? ""),
        keyId: this.data.keyId.apply((key) => key ?? undefined),
        nodeServiceAccount: this.identity.nodeEmail,
        labels: this.parts.guardrails.labels,
        ...withTransform(this.transform.cluster),
      },
      this.options,
    );
  }

  private bindWorkloads(): void {
    const { cluster } = this.cluster;
    this.identity.bindWorkload(
      workloadPool(this.parts.cluster, this.project),
      workloads.namespace,
      workloads.serviceAccount,
      cluster === undefined ? [] : [cluster],
    );
  }

  private nodeSurroundings(): NodeSurroundings {
    return {
      project: this.project,
      region: this.plan.region,
      clusterName: this.cluster.clusterName,
      serviceAccount: this.identity.nodeEmail,
      keyId: this.data.keyId.apply((key) => key ?? undefined),
      imageStreaming: this.parts.cluster.imageStreaming,
      labels: this.parts.guardrails.labels,
    };
  }

  private createSystemPools(nodes: NodeSurroundings): Map<string, SystemNodePool> {
    const transform = withTransform(this.transform.systemPools);
    return new Map(
      this.plan.systemPools.map((plan) => [
        plan.name,
        new SystemNodePool(`system-${plan.name}`, { ...nodes, plan, ...transform }, this.options),
      ]),
    );
  }

  private createPools(nodes: NodeSurroundings): Map<string, GpuNodePool> {
    const transform = withTransform(this.transform.pools);
    return new Map(
      this.plan.pools.map((plan) => [
        plan.name,
        new GpuNodePool(
          `pool-${plan.name}`,
          {
            ...nodes,
            environment: this.plan.name,
            plan,
            fabricNetwork: (network, subnet) => this.fabricNetwork(network, subnet),
            ...transform,
          },
          this.options,
        ),
      ]),
    );
  }

  private fabricNetwork(network: string, subnet: string | null): NodeNetwork {
    const handle = this.data.fabric.apply((networks) => networks[network]);
    const plan = this.parts.network.fabric.find(({ id }) => id === network);
    const index = plan?.subnets.findIndex(({ id }) => id === subnet) ?? -1;
    return {
      network: handle.apply((each) => each?.networkId ?? ""),
      ...(index < 0 ? {} : { subnetwork: handle.apply((each) => each?.subnetIds[index] ?? "") }),
    };
  }

  private createOrchestration(): Orchestration | undefined {
    const { existing, delivery } = this.plan.cluster;
    if (existing !== null || delivery !== "direct") return undefined;
    return new Orchestration(
      "orchestration",
      {
        clusterName: this.cluster.clusterName,
        endpoint: this.cluster.endpoint,
        fabric: this.parts.network.fabric,
        ...withTransform(this.transform.orchestration),
      },
      this.options,
    );
  }

  private createProvisioner(orchestration: Orchestration | undefined): NodeProvisioner | undefined {
    const classes = this.parts.cluster.computeClasses;
    if (orchestration === undefined || classes.length === 0) return undefined;
    return new NodeProvisioner(
      "provisioner",
      {
        classes,
        provider: orchestration.provider,
        after: this.nodePools(),
        ...withTransform(this.transform.provisioner),
      },
      this.options,
    );
  }

  private nodePools(): NodePool[] {
    return [...this.pools.values()].flatMap(({ nodePools }) => [...nodePools.values()]);
  }

  private createSchedules(): Schedules | undefined {
    const { scheduledCalls, schedulerPermissions } = this.parts.guardrails;
    if (scheduledCalls.length === 0) return undefined;
    return new Schedules(
      "schedules",
      {
        environment: this.plan.name,
        region: this.plan.region,
        project: this.project,
        clusterId: output(this.cluster.clusterId),
        calls: scheduledCalls,
        permissions: schedulerPermissions,
        after: this.nodePools(),
        ...withTransform(this.transform.schedules),
      },
      this.options,
    );
  }
}

/** Service account of the cluster that acts as the workloads' Google account. */
const workloads = { namespace: "default", serviceAccount: "workloads" };
