import type { ApiAccessPlan, ExistingSubnet } from "./network.ts";

export type * from "./gcp-pool.ts";
export type * from "./gcp-storage.ts";

/** An address range, with the addresses that can be used and those that the plan counts on. */
export interface GcpRangePlan {
  /** Stable. The subnet's: `nodes`; secondary ranges': `pods`, `services`. */
  readonly id: string;
  readonly cidr: string;
  /** Addresses that can be used after the cloud's own reservations. */
  readonly capacity: number;
  readonly planned: number;
}

/** A network beside the primary one, for one interface (or one set of RDMA interfaces) of accelerator nodes. */
export interface GcpFabricNetworkPlan {
  /** Stable and unique: `a3-mega-vpc1`; those of one zone carry it: `a4-us-central1-b-rdma`. */
  readonly id: string;
  /** Name of the VPC, at most 63 characters. */
  readonly name: string;
  /** Row of `fabric-layouts.json`. */
  readonly layout: string;
  readonly nicType: "GVNIC" | "MRDMA" | "IDPF";
  /** Network profile of the VPC, with its zone: `us-central1-b-vpc-roce`; `null` = an ordinary VPC. */
  readonly networkProfile: string | null;
  /** Zone that the profile ties it to; `null` = regional. */
  readonly zone: string | null;
  readonly mtu: number;
  /** In interface order. Empty where the profile has no subnets (bare metal). */
  readonly subnets: readonly GcpFabricSubnetPlan[];
  /** Ranges from which all traffic is let in; empty where the profile allows no firewall rules. */
  readonly firewallSources: readonly string[];
}

export interface GcpFabricSubnetPlan extends GcpRangePlan {
  /** Name of the subnet, at most 63 characters. */
  readonly name: string;
  /**
   * Name of the `Network` and `GKENetworkParamSet` objects of the subnet, unique in the cluster: `a3-mega-vpc1`.
   * `null` where DRANET claims devices instead.
   */
  readonly kubernetesNetwork: string | null;
  /** `deviceMode` of the `GKENetworkParamSet`. */
  readonly deviceMode: "NetDevice" | "RDMA";
}

export interface GcpFirewallRulePlan {
  /** Stable: `internal`, `lustre`. Name of the rule: `<environment>-<id>`. */
  readonly id: string;
  readonly sourceRanges: readonly string[];
  readonly allow: readonly {
    readonly protocol: "tcp" | "udp" | "icmp" | "all";
    readonly ports: readonly string[];
  }[];
  readonly reason: string;
}

export interface GcpNetworkPlan {
  readonly cloud: "gcp";
  /** Set when the VPC exists already: then no network, subnet, router or firewall rule of the primary network is created. */
  readonly existing: {
    readonly vpc: string;
    readonly cidr: string | null;
    readonly subnets: readonly ExistingSubnet[];
    /** Names of the existing subnet's secondary ranges; `null`: GKE makes them. */
    readonly podsRange: string | null;
    readonly servicesRange: string | null;
  } | null;
  /** Range from which every range of the primary network is taken. Empty when `existing`. */
  readonly cidrs: readonly string[];
  readonly mtu: number;
  /** The one subnet of nodes (regional) with private Google access; `null` when `existing`. */
  readonly nodes: GcpRangePlan | null;
  /** Secondary ranges of the subnet. The first is the cluster's; further ones would be named by pools. */
  readonly pods: readonly GcpRangePlan[];
  readonly services: GcpRangePlan | null;
  readonly serviceCidr: string;
  /** Range of the private endpoint: a /28 that overlaps nothing. */
  readonly controlPlaneCidr: string;
  /** Range peered with Google's services (private services access) for Lustre and Filestore; `null` = none is needed. */
  readonly privateServices: GcpRangePlan | null;
  readonly fabric: readonly GcpFabricNetworkPlan[];
  readonly firewall: readonly GcpFirewallRulePlan[];
  /** Cloud NAT of the primary network; `null`: an existing network brings its own way out. */
  readonly nat: { readonly minPortsPerVm: number; readonly logging: "ERRORS_ONLY" } | null;
  readonly flowLogs: boolean;
  readonly api: ApiAccessPlan;
}

/** An exclusion of the maintenance policy. */
export interface GcpMaintenanceExclusion {
  readonly name: string;
  readonly startTime: string;
  /** `null`: until the version's support ends (`exclusion_end_time_behavior` UNTIL_END_OF_SUPPORT). */
  readonly endTime: string | null;
  readonly scope: "NO_UPGRADES" | "NO_MINOR_UPGRADES" | "NO_MINOR_OR_NODE_UPGRADES";
}

/** Order in which an elastic pool's purchase options are tried: a `ComputeClass` of the cluster. */
export interface GcpComputeClassPlan {
  /** Name of the class; nodes carry it as label and taint `cloud.google.com/compute-class`. */
  readonly name: string;
  readonly pool: string;
  /** Ids of node pools, most wanted first. Each priority of the class names one option's node pools. */
  readonly priorities: readonly { readonly nodePools: readonly string[] }[];
  readonly whenUnsatisfiable: "DoNotScaleUp" | "ScaleUpAnyway";
  /** Moves work back to a more wanted option when it has room. */
  readonly activeMigration: boolean;
}

/** What GKE has beside the common part of a cluster. */
export interface GcpClusterPlan {
  /** Zones of the nodes by default; the control plane is regional. */
  readonly nodeLocations: readonly string[];
  readonly channel: "RAPID" | "REGULAR" | "STABLE" | "EXTENDED";
  /** Version of the control plane as the API takes it: a minor (`1.35`) or a patch that a fabric needs at least. */
  readonly minMasterVersion: string;
  readonly datapath: "ADVANCED_DATAPATH";
  /** Needed by pools whose interfaces are `Network` objects; excludes nothing else here. */
  readonly multiNetworking: boolean;
  /** Managed DRANET: device classes for network interfaces, with an accelerator network profile on the node pools. */
  readonly dranet: boolean;
  /** `{account}` stands for the project that is known at deployment only. */
  readonly workloadPool: string;
  readonly imageStreaming: boolean;
  readonly shieldedNodes: boolean;
  readonly maintenance: {
    /** Weekly window, RFC 3339 and RFC 5545. */
    readonly startTime: string;
    readonly endTime: string;
    readonly recurrence: string;
    readonly exclusions: readonly GcpMaintenanceExclusion[];
  };
  /** Drivers and services that GKE runs itself. */
  readonly addons: {
    readonly gcsFuseCsi: boolean;
    readonly lustreCsi: boolean;
    /** Port 6988 of Lustre for GKE before 1.33.2-gke.4780000, in place of 988: a client cannot use both. */
    readonly legacyLustrePort: boolean;
    readonly filestoreCsi: boolean;
    readonly persistentDiskCsi: boolean;
    readonly dnsCache: boolean;
    readonly configConnector: false;
  };
  readonly logging: readonly (
    | "SYSTEM_COMPONENTS"
    | "WORKLOADS"
    | "APISERVER"
    | "SCHEDULER"
    | "CONTROLLER_MANAGER"
  )[];
  readonly monitoring: readonly string[];
  readonly managedPrometheus: boolean;
  /** The DNS endpoint with IAM is how objects reach a private API. */
  readonly dnsEndpoint: { readonly enabled: true; readonly externalTraffic: boolean };
  /** False: clusters are replaceable, and what is kept lies in the data stack. */
  readonly deletionProtection: boolean;
  readonly computeClasses: readonly GcpComputeClassPlan[];
  /** Roles of the service account of the nodes. */
  readonly nodeRoles: readonly string[];
}

/** How spending stops and data stays, in Google Cloud's own words. */
export interface GcpGuardrailsPlan {
  /** Labels as Google Cloud takes them: lower-case letters, digits, `_` and `-`, at most 63 characters each. */
  readonly labels: Readonly<Record<string, string>>;
  /** Customer key as the file names it; `null` = a key ring and key of the environment. */
  readonly kmsKey: string | null;
  /** Calls that Cloud Scheduler makes to GKE's API with a service account; nothing of ours runs anywhere. */
  readonly scheduledCalls: readonly GcpScheduledCallPlan[];
  /** Role of that service account, by its permissions. */
  readonly schedulerPermissions: readonly string[];
}

/** One call of `https://container.googleapis.com/v1/projects/P/locations/L/clusters/C/nodePools/<nodePool>:<method>`. */
export interface GcpScheduledCallPlan {
  /** Stable: `<node pool>-<schedule>-<step>`. */
  readonly id: string;
  readonly nodePool: string;
  readonly method: "setSize" | "setAutoscaling";
  readonly body: Readonly<Record<string, unknown>>;
  /** ISO time in UTC. */
  readonly at: string;
  /** Minute, hour, day and month of `at`, time zone UTC. It would recur after a year; by then the job is gone. */
  readonly cron: string;
  readonly attempts: number;
  readonly reason: string;
}
