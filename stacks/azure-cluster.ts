import { type Output, output } from "@pulumi/pulumi";
import { Access, type AccessProps } from "../constructs/azure/access.ts";
import { azurePart } from "../constructs/azure/azure-part.ts";
import { Cluster, type ClusterProps } from "../constructs/azure/cluster.ts";
import { ControlPlaneLogs, type ControlPlaneLogsProps } from "../constructs/azure/control-plane-logs.ts";
import { Fabric, type FabricProps } from "../constructs/azure/fabric.ts";
import { Federation, type FederationProps } from "../constructs/azure/federation.ts";
import {
  GpuNodePool,
  type GpuNodePoolProps,
  type NodeSurroundings,
} from "../constructs/azure/gpu-node-pool.ts";
import type { ManagedIdentity } from "../constructs/azure/identity.ts";
import { Orchestration, type OrchestrationProps } from "../constructs/azure/orchestration.ts";
import { Schedules, type SchedulesProps } from "../constructs/azure/schedules.ts";
import type { AzureSurroundings } from "../constructs/azure/surroundings.ts";
import { SystemNodePool, type SystemNodePoolProps } from "../constructs/azure/system-node-pool.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import { azureClusterOutputs } from "./azure-cluster-outputs.ts";
import { azureNetwork, systemPools } from "./azure-plan.ts";
import {
  createGroup,
  identityGroup,
  type StackOptions,
  stackOptions,
  surroundings,
} from "./azure-surroundings.ts";
import type { ClusterOutputs, DataOutputs } from "./pulumi/outputs.ts";
import { workloadAccount } from "./pulumi/workload-account.ts";

/** Last changes to the arguments of any resource, by construct: each is called before the resource is created. */
export interface AzureClusterTransforms {
  readonly fabric?: FabricProps["transform"];
  readonly cluster?: ClusterProps["transform"];
  readonly access?: AccessProps["transform"];
  readonly federation?: FederationProps["transform"];
  readonly logs?: ControlPlaneLogsProps["transform"];
  readonly systemPools?: SystemNodePoolProps["transform"];
  readonly pools?: GpuNodePoolProps["transform"];
  readonly orchestration?: OrchestrationProps["transform"];
  readonly schedules?: SchedulesProps["transform"];
}

/** What can be removed and made again: control plane, nodes, extensions, access and schedules. */
export class AzureCluster {
  readonly cluster: Cluster;
  readonly fabric: Fabric;
  /** By name; without the one that the cluster is born with. */
  readonly systemPools: ReadonlyMap<string, SystemNodePool>;
  /** By name. */
  readonly pools: ReadonlyMap<string, GpuNodePool>;
  readonly orchestration: Orchestration;
  /** `undefined` where nothing is dated. */
  readonly schedules: Schedules | undefined;
  /** Logs of an existing cluster and access to it are its owner's business: these are `undefined` then. */
  readonly access: Access | undefined;
  readonly logs: ControlPlaneLogs | undefined;
  readonly federation: Federation | undefined;
  private readonly plan: EnvironmentPlan;
  private readonly data: DataOutputs;
  private readonly options: StackOptions;
  private readonly around: AzureSurroundings;

  constructor(plan: EnvironmentPlan, data: DataOutputs, transform: AzureClusterTransforms = {}) {
    this.plan = plan;
    this.data = data;
    this.options = stackOptions(plan);
    const { cluster: name } = azureNetwork(plan).resourceGroups;
    const group = createGroup(plan, { id: "cluster", name, keep: false }, this.options);
    this.around = surroundings(plan, group.name);
    this.cluster = this.createCluster(transform.cluster);
    this.fabric = new Fabric(
      "fabric",
      { ...this.around, pools: plan.pools, transform: transform.fabric ?? {} },
      this.options,
    );
    this.systemPools = this.createSystemPools(transform.systemPools);
    this.pools = this.createPools(transform.pools);
    this.orchestration = this.createOrchestration(transform.orchestration);
    this.schedules = this.createSchedules(transform.schedules);
    this.access = this.createAccess(transform.access);
    this.logs = this.createLogs(transform.logs);
    this.federation = this.createFederation(transform.federation);
  }

  get outputs(): ClusterOutputs {
    const client = (id: string): Output<string> => output(this.identity(id).clientId);
    return azureClusterOutputs(this.plan, this.cluster, this.options, {
      nodeIdentity: client("kubelet"),
      workloadIdentity: client("workload"),
    });
  }

  private createCluster(transform: ClusterProps["transform"]): Cluster {
    const { cluster } = this.plan;
    const { apiServerSubnet } = azurePart(cluster);
    return new Cluster(
      "cluster",
      {
        ...this.around,
        plan: cluster,
        network: azureNetwork(this.plan),
        subscriptionId: this.data.account,
        nodeSubnetId: this.subnetId("nodes"),
        apiServerSubnetId: apiServerSubnet === null ? undefined : this.subnetId(apiServerSubnet),
        controlPlane: this.identity("control-plane"),
        kubelet: this.identity("kubelet"),
        firstPool: systemPools(this.plan).inside,
        transform: transform ?? {},
      },
      this.options,
    );
  }

  private nodes(): NodeSurroundings {
    return {
      resourceGroupName: this.cluster.resourceGroupName,
      clusterName: this.cluster.clusterName,
      kubernetesVersion: this.plan.cluster.version,
      subnetId: this.subnetId("nodes"),
      tags: this.around.tags,
    };
  }

  private createSystemPools(transform: SystemNodePoolProps["transform"]): Map<string, SystemNodePool> {
    const props = { ...this.nodes(), transform: transform ?? {} };
    return new Map(
      systemPools(this.plan).beside.map((plan) => [
        plan.name,
        new SystemNodePool(plan.name, { ...props, plan }, this.options),
      ]),
    );
  }

  private createPools(transform: GpuNodePoolProps["transform"]): Map<string, GpuNodePool> {
    const groups = [...this.fabric.proximityPlacementGroups];
    const props = {
      ...this.nodes(),
      proximityPlacementGroupIds: new Map(groups.map(([option, { id }]) => [option, id])),
      transform: transform ?? {},
    };
    return new Map(
      this.plan.pools.map((plan) => [
        plan.name,
        new GpuNodePool(plan.name, { ...props, plan }, this.options),
      ]),
    );
  }

  private createOrchestration(transform: OrchestrationProps["transform"]): Orchestration {
    const { resourceGroupName, clusterName } = this.cluster;
    const { extensions } = azurePart(this.plan.cluster);
    return new Orchestration(
      "orchestration",
      { resourceGroupName, clusterName, extensions, transform: transform ?? {} },
      this.options,
    );
  }

  private createSchedules(transform: SchedulesProps["transform"]): Schedules | undefined {
    const { schedules = [], stopClusterAt = null } = this.plan.guardrails.azure ?? {};
    if (schedules.length === 0 && stopClusterAt === null) return undefined;
    return new Schedules(
      "schedules",
      {
        ...this.around,
        name: this.plan.name,
        subscriptionId: this.data.account,
        clusterId: this.cluster.clusterId,
        schedules,
        stopClusterAt,
        transform: transform ?? {},
      },
      this.options,
    );
  }

  private createAccess(transform: AccessProps["transform"]): Access | undefined {
    if (this.cluster.cluster === undefined) return undefined;
    const { access } = this.plan.cluster;
    const { clusterId } = this.cluster;
    return new Access(
      "access",
      { subscriptionId: this.data.account, clusterId, access, transform: transform ?? {} },
      this.options,
    );
  }

  private createLogs(transform: ControlPlaneLogsProps["transform"]): ControlPlaneLogs | undefined {
    if (this.cluster.cluster === undefined) return undefined;
    return new ControlPlaneLogs(
      "control-plane-logs",
      {
        clusterId: this.cluster.clusterId,
        workspaceId: this.data.logsId.apply((id) => id ?? ""),
        categories: this.plan.cluster.logTypes,
        transform: transform ?? {},
      },
      this.options,
    );
  }

  private createFederation(transform: FederationProps["transform"]): Federation | undefined {
    const { cluster } = this.cluster;
    if (cluster === undefined) return undefined;
    return new Federation(
      "workload",
      {
        resourceGroupName: identityGroup(this.plan),
        identityName: `${this.plan.name}-workload`,
        issuer: cluster.oidcIssuerProfile.apply((profile) => profile?.issuerURL ?? ""),
        serviceAccounts: [workloadAccount],
        transform: transform ?? {},
      },
      this.options,
    );
  }

  /** ARM id of a subnet: by the plan's id, or by its role in an existing network. */
  private subnetId(id: string): Output<string> {
    return this.data.subnetIds.apply((ids) => {
      const found = ids[id];
      if (found === undefined) throw new Error(`the data stack of ${this.plan.name} has no subnet ${id}`);
      return found;
    });
  }

  private identity(id: string): ManagedIdentity {
    const found = output(this.data.identities).apply((identities) => {
      const identity = identities?.[id];
      if (identity === undefined)
        throw new Error(`the data stack of ${this.plan.name} has no identity ${id}`);
      return identity;
    });
    return { id: found.id, clientId: found.clientId, principalId: found.principalId };
  }
}
