import type { ApiAccessPlan } from "./network.ts";
import type { Taint } from "./pool.ts";
import type { StorageBase } from "./storage.ts";

/** A subnet of the virtual network. Subnets on Azure span all zones of the region. */
export interface AzureSubnetPlan {
  /** Stable: `nodes`, `api-server`, `endpoints`, `netapp`, `lustre-<storage>`. */
  readonly id: string;
  readonly role: "nodes" | "api-server" | "endpoints" | "netapp" | "lustre";
  readonly cidr: string;
  /** Addresses usable after Azure's own five, and how many the plan counts on. */
  readonly capacity: number;
  readonly planned: number;
  /** Service that the subnet is delegated to: `Microsoft.NetApp/volumes`; `null` = none. */
  readonly delegation: string | null;
  /** Service endpoints: `Microsoft.Storage`. */
  readonly serviceEndpoints: readonly string[];
  /** Whether traffic to the internet leaves through the NAT gateway. */
  readonly natGateway: boolean;
}

/** A private door to a storage account. */
export interface AzurePrivateEndpointPlan {
  /** Stable: `<storage>-<group>`. */
  readonly id: string;
  /** Name of the storage that it leads to. */
  readonly storage: string;
  readonly group: "blob" | "file";
  readonly subnet: string;
  /** Private DNS zone with its record: `privatelink.blob.core.windows.net`. */
  readonly dnsZone: string;
}

export interface AzureNetworkPlan {
  readonly cloud: "azure";
  /** Resource group of the data stack; the cluster stack's has the suffix `-cluster`. */
  readonly resourceGroups: { readonly data: string; readonly cluster: string };
  /** Set when the virtual network exists already: then nothing of the network is created. Ids are ARM ids. */
  readonly existing: {
    readonly vnet: string;
    readonly cidr: string | null;
    readonly subnets: readonly { readonly id: string; readonly cidr: string | null }[];
    /** ARM id of the existing subnet that each role uses; a role without one creates nothing. */
    readonly byRole: Readonly<Partial<Record<AzureSubnetPlan["role"], string>>>;
  } | null;
  /** Address space of the virtual network. Empty when `existing`. */
  readonly cidrs: readonly string[];
  readonly subnets: readonly AzureSubnetPlan[];
  /** Overlay range of pods (CNI overlay), seen inside the cluster only; every node takes a /24 of it. */
  readonly podCidr: string;
  readonly serviceCidr: string;
  /** Address of the cluster's DNS service: the tenth of `serviceCidr`. */
  readonly dnsServiceIp: string;
  /** One NAT gateway with this many public addresses; `null` where the network exists. */
  readonly natGateway: { readonly publicAddresses: number; readonly idleTimeoutMinutes: number } | null;
  readonly privateDnsZones: readonly string[];
  readonly privateEndpoints: readonly AzurePrivateEndpointPlan[];
  readonly api: ApiAccessPlan;
}

interface AzureStorageAccountPlan {
  /**
   * Name of the storage account, 3 to 24 lower-case letters and digits, unique in the world: `{unique}` stands for
   * eight letters and digits from a hash of subscription and resource group, known at deployment only.
   */
  readonly account: string;
  readonly accountKind: "StorageV2" | "BlockBlobStorage" | "FileStorage";
  /** `Standard_LRS`, `Standard_ZRS`, `Premium_LRS`, `PremiumV2_ZRS`. */
  readonly sku: string;
}

/** A blob container in an account of its own. */
export interface AzureBlobPlan extends StorageBase, AzureStorageAccountPlan {
  readonly product: "azure-blob";
  readonly container: string;
  /** Hierarchical namespace. It excludes versioning. */
  readonly hierarchicalNamespace: boolean;
  /** NFS 3.0: only at the account's creation, with the hierarchical namespace, without forced HTTPS. */
  readonly nfsV3: boolean;
  readonly versioned: boolean;
  /** False with NFS 3.0, which has no TLS: the network rules keep others out. */
  readonly httpsOnly: boolean;
  /** Further containers of the account, such as the log of a joined Lustre file system. */
  readonly furtherContainers: readonly string[];
}

/** Azure Managed Lustre. Size, zone, key, identity and blob integration cannot be changed after creation. */
export interface AzureLustrePlan extends StorageBase {
  readonly product: "azure-managed-lustre";
  /** `AMLFS-Durable-Premium-250`. */
  readonly sku: string;
  readonly sizeTiB: number;
  readonly mbpsPerTiB: number;
  /** Id of the subnet in the network plan. */
  readonly subnet: string;
  /** Addresses that it takes in its subnet. */
  readonly addresses: number;
  /** Name of the blob storage joined at creation. */
  readonly source: string | null;
  /** Containers of the source for data and for the log; `null` without a source. */
  readonly hsm: { readonly container: string; readonly loggingContainer: string } | null;
  readonly maintenance: { readonly dayOfWeek: string; readonly timeOfDayUtc: string };
  /** Architectures that its CSI driver runs on. */
  readonly clientArchitectures: readonly ("x86_64" | "arm64")[];
}

/** Azure NetApp Files: one account, one capacity pool and one volume. */
export interface AzureNetAppPlan extends StorageBase {
  readonly product: "azure-netapp-files";
  readonly serviceLevel: "Standard" | "Premium" | "Ultra";
  /** Size of the capacity pool; the volume's is `sizeGiB`. */
  readonly poolTiB: number;
  readonly protocol: "NFSv4.1";
  readonly largeVolume: boolean;
  readonly subnet: string;
}

/** An NFS share of Azure Files. */
export interface AzureFilesPlan extends StorageBase, AzureStorageAccountPlan {
  readonly product: "azure-files-nfs";
  readonly share: string;
  /** False: NFS shares of Azure Files need it off. */
  readonly httpsOnly: false;
}

export type AzureStoragePlan = AzureBlobPlan | AzureLustrePlan | AzureNetAppPlan | AzureFilesPlan;

/** The InfiniBand of a scale set. */
export interface AzureInfinibandPlan {
  /** The one resource name that device plugin, workloads and checks use. */
  readonly resource: "rdma/ib";
  readonly devicesPerNode: number;
  /** Subscription feature, and the state it must have while the pool is created. */
  readonly feature: string;
  readonly featureState: "registered" | "unregistered";
  /** Most nodes of one scale set before support has raised it. */
  readonly maxNodes: number;
}

/** What an agent pool of Azure has beside the common part of a pool. */
export interface AzurePoolPlan {
  readonly osSku: "Ubuntu2204" | "Ubuntu2404" | "AzureLinux";
  /** `gpuProfile.driver`; `null` without an accelerator. */
  readonly gpuDriver: "Install" | "None" | null;
  /** Exactly one owner of the driver on a node. */
  readonly driverOwner: "aks" | "gpu-operator" | "amd-gpu-operator" | null;
  /** `gpuInstanceProfile`; `null`: whole accelerators. */
  readonly gpuInstanceProfile: "MIG1g" | "MIG2g" | "MIG3g" | "MIG4g" | "MIG7g" | null;
  readonly osDiskType: "Ephemeral" | "Managed";
  readonly osDiskReason: string;
  /** Where kubelet keeps images and emptyDir volumes. */
  readonly kubeletDiskType: "OS" | "Temporary";
  readonly infiniband: AzureInfinibandPlan | null;
  /** NVLink racks: `nodes` share one; capacity is asked for in whole racks. `null`: no rack. */
  readonly rack: { readonly nodes: number; readonly racks: number } | null;
  readonly diskController: "NVMe" | "SCSI";
  readonly driverReason: string;
}

/** What one purchase option of a pool is on Azure: one agent pool, which is one scale set. */
export interface AzurePoolOptionPlan {
  /** At most 12 lower-case letters and digits, starting with a letter; unique in the cluster. */
  readonly agentPool: string;
  readonly priority: "Regular" | "Spot";
  readonly evictionPolicy: "Delete" | null;
  /** -1: up to the on-demand price; at most five decimals; `null` without spot. */
  readonly spotMaxPrice: number | null;
  /** ARM id of the capacity reservation group; the cluster's identity then needs Contributor on its resource group. */
  readonly capacityReservationGroup: string | null;
  /** Name of the proximity placement group to create; `null`: none. */
  readonly proximityPlacementGroup: string | null;
  readonly autoscaling: boolean;
  /** Zones as the agent pool takes them: `1`. Empty: the region's own choice. */
  readonly availabilityZones: readonly string[];
  /** Labels and taints beside those of the pool: those of spot nodes. */
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

/** What a system pool is on Azure. */
export interface AzureSystemPoolPlan {
  readonly agentPool: string;
  readonly mode: "System" | "User";
  readonly osSku: AzurePoolPlan["osSku"];
  readonly osDiskType: AzurePoolPlan["osDiskType"];
  readonly availabilityZones: readonly string[];
}

/** A right that the cluster's identity needs before the cluster or a pool is made. */
export interface AzureRoleAssignmentPlan {
  /** Stable. */
  readonly id: string;
  readonly role: "Network Contributor" | "Contributor" | "Reader" | "Storage Blob Data Contributor";
  /** What it is on: a thing of the plan, or an ARM id. */
  readonly scope: "virtual-network" | "data-resource-group" | "subscription" | { readonly armId: string };
  readonly identity: "control-plane" | "kubelet" | "lustre-driver";
  readonly reason: string;
}

/** What AKS has beside the common part of a cluster. */
export interface AzureClusterPlan {
  readonly tier: "Free" | "Standard" | "Premium";
  readonly supportPlan: "KubernetesOfficial" | "AKSLongTermSupport";
  /** Resource group that AKS makes for the nodes: at most 80 characters. */
  readonly nodeResourceGroup: string;
  readonly networkPlugin: "azure";
  readonly networkPluginMode: "overlay";
  readonly networkDataplane: "cilium" | "azure";
  readonly networkPolicy: "cilium" | "azure";
  readonly outboundType: "userAssignedNATGateway" | "loadBalancer" | "userDefinedRouting";
  /** API server in a subnet of the network; `null`: private link (an existing network without such a subnet). */
  readonly apiServerSubnet: string | null;
  readonly nodeProvisioning: "Auto" | "Manual";
  readonly upgradeChannel: "none" | "patch";
  readonly nodeOsUpgradeChannel: "None" | "NodeImage" | "SecurityPatch";
  /** Weekly window in which AKS may change nodes. */
  readonly maintenance: { readonly dayOfWeek: string; readonly startUtc: string; readonly hours: number };
  readonly localAccounts: boolean;
  /** Always one of its own: a system-assigned identity cannot use capacity reservation groups. */
  readonly identity: "user-assigned";
  readonly roleAssignments: readonly AzureRoleAssignmentPlan[];
  /** Subscription features and the state that they must have before pools are created. */
  readonly features: readonly { readonly name: string; readonly state: "registered" | "unregistered" }[];
  /** Cluster extensions: `microsoft.flux` with GitOps delivery to a private API. */
  readonly extensions: readonly { readonly name: string; readonly type: string; readonly reason: string }[];
}

/** How spending stops and data stays, in Azure's own words. */
export interface AzureGuardrailsPlan {
  /** Locks that `CanNotDelete` puts on the resource groups of kept data. */
  readonly locks: readonly {
    readonly id: string;
    readonly level: "CanNotDelete";
    readonly scope: "data-resource-group";
  }[];
  /**
   * Logic Apps that set agent pools to a size at a time, by the resource manager's API with a managed identity: no code
   * runs anywhere. One a change; the trigger recurs so seldom that it fires once.
   */
  readonly schedules: readonly {
    /** Stable: `<agent pool>-expire`. */
    readonly id: string;
    readonly agentPool: string;
    readonly at: string;
    readonly min: number;
    readonly desired: number;
    readonly max: number;
    readonly reason: string;
  }[];
  /**
   * Time at which a Logic App stops the whole cluster, its system pool included; `null`: it is not ours, never, or node
   * provisioning forbids it.
   */
  readonly stopClusterAt: string | null;
  /** Scope of the budget. */
  readonly budgetScope: "resource-groups";
}
