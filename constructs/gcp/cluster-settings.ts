import type { ClusterArgs } from "@pulumi/gcp/container/index.js";
import type { GcpClusterPlan } from "../../planner/plan/gcp.ts";
import type { ClusterProps } from "./cluster.ts";
import { workloadPool } from "./workload-pool.ts";

/** The plan's cluster in the words of GKE. */
export function clusterSettings(props: ClusterProps): ClusterArgs {
  const { plan, gcp, project, region, keyId, labels } = props;
  return {
    name: plan.name,
    project,
    location: region,
    nodeLocations: [...gcp.nodeLocations],
    resourceLabels: labels,
    deletionProtection: gcp.deletionProtection,
    ...versionSettings(gcp),
    ...networkSettings(props),
    ...firstPool(props),
    databaseEncryption: plan.secretsEncryption ? { state: "ENCRYPTED", keyName: keyId } : undefined,
    workloadIdentityConfig: { workloadPool: workloadPool(gcp, project) },
    enableShieldedNodes: gcp.shieldedNodes,
    nodePoolDefaults: {
      nodeConfigDefaults: {
        gcfsConfig: { enabled: gcp.imageStreaming },
        // The kubelet's port without authentication. https://docs.cloud.google.com/kubernetes-engine/docs/how-to/disable-kubelet-readonly-port
        insecureKubeletReadonlyPortEnabled: "FALSE",
      },
    },
    addonsConfig: addons(gcp),
    loggingConfig: { enableComponents: [...gcp.logging] },
    monitoringConfig: {
      enableComponents: [...gcp.monitoring],
      managedPrometheus: { enabled: gcp.managedPrometheus },
    },
  };
}

function versionSettings({ channel, minMasterVersion, maintenance }: GcpClusterPlan) {
  return {
    releaseChannel: { channel },
    minMasterVersion,
    maintenancePolicy: {
      recurringWindow: {
        startTime: maintenance.startTime,
        endTime: maintenance.endTime,
        recurrence: maintenance.recurrence,
      },
      maintenanceExclusions: maintenance.exclusions.map(({ name, startTime, endTime, scope }) => ({
        exclusionName: name,
        startTime,
        ...(endTime === null
          ? { exclusionOptions: { scope, endTimeBehavior: "UNTIL_END_OF_SUPPORT" } }
          : { endTime, exclusionOptions: { scope } }),
      })),
    },
  };
}

function networkSettings({ gcp, network, networkId, subnetId }: ClusterProps) {
  const { publicFrom } = network.api;
  return {
    network: networkId,
    subnetwork: subnetId,
    networkingMode: "VPC_NATIVE",
    datapathProvider: gcp.datapath,
    enableMultiNetworking: gcp.multiNetworking ? true : undefined,
    ipAllocationPolicy: ipAllocation(network),
    privateClusterConfig: {
      enablePrivateNodes: true,
      enablePrivateEndpoint: publicFrom.length === 0,
      masterIpv4CidrBlock: network.controlPlaneCidr,
    },
    masterAuthorizedNetworksConfig: {
      cidrBlocks: publicFrom.map((cidrBlock) => ({ cidrBlock })),
      gcpPublicCidrsAccessEnabled: false,
    },
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { allowExternalTraffic: gcp.dnsEndpoint.externalTraffic },
      ipEndpointsConfig: { enabled: true },
    },
  };
}

function ipAllocation({ existing, pods, services }: ClusterProps["network"]) {
  return {
    clusterSecondaryRangeName: pods[0]?.id ?? existing?.podsRange ?? undefined,
    servicesSecondaryRangeName: services?.id ?? existing?.servicesRange ?? undefined,
  };
}

/** GKE makes every cluster with a pool: it is removed at once, as the plan's pools are resources of their own. */
function firstPool({ gcp, nodeServiceAccount }: ClusterProps) {
  return {
    removeDefaultNodePool: true,
    initialNodeCount: 1,
    nodeConfig: {
      serviceAccount: nodeServiceAccount,
      oauthScopes: [cloudPlatform],
      shieldedInstanceConfig: {
        enableSecureBoot: gcp.shieldedNodes,
        enableIntegrityMonitoring: gcp.shieldedNodes,
      },
    },
  };
}

/** The scope says nothing: the roles of the nodes' account decide. https://docs.cloud.google.com/kubernetes-engine/docs/how-to/access-scopes */
export const cloudPlatform = "https://www.googleapis.com/auth/cloud-platform";

function addons({ addons: wanted }: GcpClusterPlan): ClusterArgs["addonsConfig"] {
  return {
    gcsFuseCsiDriverConfig: { enabled: wanted.gcsFuseCsi },
    lustreCsiDriverConfig: wanted.lustreCsi
      ? { enabled: true, enableLegacyLustrePort: wanted.legacyLustrePort }
      : { enabled: false },
    gcpFilestoreCsiDriverConfig: { enabled: wanted.filestoreCsi },
    gcePersistentDiskCsiDriverConfig: { enabled: wanted.persistentDiskCsi },
    dnsCacheConfig: { enabled: wanted.dnsCache },
    configConnectorConfig: { enabled: wanted.configConnector },
  };
}
