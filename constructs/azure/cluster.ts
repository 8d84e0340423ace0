import {
  MaintenanceConfiguration,
  type MaintenanceConfigurationArgs,
} from "@pulumi/azure-native/containerservice/maintenanceConfiguration.js";
import {
  ManagedCluster,
  type ManagedClusterArgs,
} from "@pulumi/azure-native/containerservice/managedCluster.js";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  interpolate,
  type Output,
  output,
} from "@pulumi/pulumi";
import type { AzureNetworkPlan } from "../../planner/plan/azure.ts";
import type { ClusterPlan } from "../../planner/plan/cluster.ts";
import type { SystemPoolPlan } from "../../planner/plan/pool.ts";
import { azurePart } from "./azure-part.ts";
import { clusterAccess, clusterNetwork, nodeDrivers } from "./cluster-settings.ts";
import type { ManagedIdentity } from "./identity.ts";
import { type AzureSurroundings, placed } from "./surroundings.ts";
import { systemPool } from "./system-pool-settings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface ClusterProps extends AzureSurroundings {
  readonly plan: ClusterPlan;
  readonly network: AzureNetworkPlan;
  readonly subscriptionId: Input<string>;
  /** Subnet of the nodes, and of the API server where the plan gives it one. */
  readonly nodeSubnetId: Input<string>;
  readonly apiServerSubnetId: Input<string> | undefined;
  readonly controlPlane: ManagedIdentity;
  readonly kubelet: ManagedIdentity;
  /** AKS is born with one pool, the only one that is written inside the cluster; `undefined` for an existing cluster. */
  readonly firstPool: SystemPoolPlan | undefined;
  readonly transform?: {
    readonly cluster?: Transform<ManagedClusterArgs>;
    readonly maintenance?: Transform<MaintenanceConfigurationArgs>;
  };
}

/** The Kubernetes cluster: created here, or an existing one that is used and never changed. */
export class Cluster extends ComponentResource {
  readonly clusterName: Output<string>;
  readonly clusterId: Output<string>;
  /** Of the cluster: an existing one has its own. */
  readonly resourceGroupName: Output<string>;
  /** `undefined` for an existing cluster. */
  readonly cluster: ManagedCluster | undefined;
  readonly maintenance: readonly MaintenanceConfiguration[];

  constructor(name: string, props: ClusterProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:Cluster", name, {}, options);
    const { plan } = props;
    this.cluster = plan.existing === null ? this.createCluster(name, props) : undefined;
    const existing = existingCluster(plan);
    this.clusterName = this.cluster?.name ?? output(existing.name);
    this.resourceGroupName = output(existing.resourceGroup ?? props.resourceGroupName);
    this.clusterId =
      this.cluster?.id ??
      interpolate`/subscriptions/${props.subscriptionId}/resourceGroups/${this.resourceGroupName}/providers/Microsoft.ContainerService/managedClusters/${existing.name}`;
    this.maintenance = this.cluster === undefined ? [] : this.createMaintenance(name, props, this.cluster);
    this.registerOutputs();
  }

  private createCluster(name: string, props: ClusterProps): ManagedCluster {
    return new ManagedCluster(
      `${name}-aks`,
      transformed<ManagedClusterArgs>(clusterArgs(props), props.transform?.cluster),
      {
        parent: this,
        deleteBeforeReplace: true,
        // Azure does not change the pool that a cluster was born with through the cluster, and its autoscaler counts.
        // https://github.com/pulumi/pulumi-azure-native/issues/579
        ignoreChanges: ["agentPoolProfiles"],
      },
    );
  }

  /** The weekly windows in which AKS may change the control plane and the nodes' images. */
  private createMaintenance(
    name: string,
    props: ClusterProps,
    cluster: ManagedCluster,
  ): MaintenanceConfiguration[] {
    const { maintenance } = azurePart(props.plan);
    return ["aksManagedAutoUpgradeSchedule", "aksManagedNodeOSUpgradeSchedule"].map(
      (configName) =>
        new MaintenanceConfiguration(
          `${name}-${configName}`,
          transformed<MaintenanceConfigurationArgs>(
            {
              resourceGroupName: props.resourceGroupName,
              resourceName: cluster.name,
              configName,
              maintenanceWindow: {
                durationHours: maintenance.hours,
                startTime: maintenance.startUtc,
                utcOffset: "+00:00",
                schedule: { weekly: { dayOfWeek: maintenance.dayOfWeek, intervalWeeks: 1 } },
              },
            },
            props.transform?.maintenance,
          ),
          { parent: this },
        ),
    );
  }
}

function clusterArgs(props: ClusterProps): ManagedClusterArgs {
  const { plan, controlPlane, kubelet } = props;
  const azure = azurePart(plan);
  return {
    ...placed(props),
    resourceName: plan.name,
    dnsPrefix: plan.name,
    kubernetesVersion: plan.version,
    nodeResourceGroup: azure.nodeResourceGroup,
    sku: { name: "Base", tier: azure.tier },
    supportPlan: azure.supportPlan,
    identity: { type: "UserAssigned", userAssignedIdentities: [controlPlane.id] },
    identityProfile: {
      kubeletidentity: { resourceId: kubelet.id, clientId: kubelet.clientId, objectId: kubelet.principalId },
    },
    enableRBAC: true,
    disableLocalAccounts: !azure.localAccounts,
    aadProfile: { managed: true, enableAzureRBAC: true },
    agentPoolProfiles: firstPool(props),
    apiServerAccessProfile: clusterAccess(azure, props.network.api, props.apiServerSubnetId),
    networkProfile: clusterNetwork(azure, props.network),
    autoUpgradeProfile: {
      upgradeChannel: azure.upgradeChannel,
      nodeOSUpgradeChannel: azure.nodeOsUpgradeChannel,
    },
    nodeProvisioningProfile: { mode: azure.nodeProvisioning, defaultNodePools: "None" },
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true } },
    storageProfile: nodeDrivers(plan.addons),
  };
}

/** Name and resource group of an existing cluster, given by its ARM id or by its name in the environment's own group. */
function existingCluster({ name, existing }: ClusterPlan): {
  name: string;
  resourceGroup: string | undefined;
} {
  const words = (existing ?? name).split("/");
  return { name: words.at(-1) ?? name, resourceGroup: words[4] };
}

function firstPool({ firstPool: pool, plan, nodeSubnetId, tags }: ClusterProps) {
  if (pool === undefined) return [];
  const settings = systemPool(pool, { kubernetesVersion: plan.version, subnetId: nodeSubnetId, tags });
  return [{ name: azurePart(pool).agentPool, ...settings }];
}
