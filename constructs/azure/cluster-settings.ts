import type { Input } from "@pulumi/pulumi";
import type { AzureClusterPlan, AzureNetworkPlan } from "../../planner/plan/azure.ts";
import type { AddonPlan } from "../../planner/plan/cluster.ts";
import type { ApiAccessPlan } from "../../planner/plan/network.ts";

/** Who reaches the API server: the network alone, or named ranges as well. */
export function clusterAccess(
  plan: AzureClusterPlan,
  { publicFrom }: ApiAccessPlan,
  subnetId: Input<string> | undefined,
) {
  const reach =
    publicFrom.length === 0
      ? { enablePrivateCluster: true, enablePrivateClusterPublicFQDN: false, privateDNSZone: "system" }
      : { enablePrivateCluster: false, authorizedIPRanges: [...publicFrom] };
  return plan.apiServerSubnet === null || subnetId === undefined
    ? reach
    : { ...reach, enableVnetIntegration: true, subnetId };
}

/** Pods have addresses of an overlay that the network does not see. */
export function clusterNetwork(plan: AzureClusterPlan, network: AzureNetworkPlan) {
  return {
    networkPlugin: plan.networkPlugin,
    networkPluginMode: plan.networkPluginMode,
    networkDataplane: plan.networkDataplane,
    networkPolicy: plan.networkPolicy,
    outboundType: plan.outboundType,
    loadBalancerSku: "standard",
    podCidr: network.podCidr,
    serviceCidr: network.serviceCidr,
    dnsServiceIP: network.dnsServiceIp,
  };
}

/** Storage drivers that AKS runs itself: those of the plan's add-ons. */
export function nodeDrivers(addons: readonly AddonPlan[]) {
  const has = (name: string) => ({ enabled: addons.some((addon) => addon.name === name) });
  return {
    diskCSIDriver: has("azure-disk-csi"),
    snapshotController: has("azure-disk-csi"),
    fileCSIDriver: has("azure-file-csi"),
    blobCSIDriver: has("azure-blob-csi"),
  };
}
