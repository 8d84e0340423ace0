import type { Architecture, CloudName, InterfaceKind } from "../catalog/types.ts";
import type { Path } from "../spec/finding.ts";
import type { AzureClusterFact, AzureNodeGroupFact } from "./facts/azure.ts";
import type { FileSystemFact } from "./facts/file-systems.ts";
import type { GcpClusterFact, GcpNodeGroupFact } from "./facts/gcp.ts";
import type { DeviceRequestFact, FabricNetworkFact } from "./facts/networks.ts";

export type * from "./facts/azure.ts";
export type * from "./facts/file-systems.ts";
export type * from "./facts/gcp.ts";
export type * from "./facts/networks.ts";

/**
 * What checks look at: small, neutral, and the same whether they come from a plan, from CloudFormation or from Pulumi
 * resources. `undefined` means "cannot be known from here": a check then says nothing. `null` means "known to be unset".
 */
export interface Located {
  /** Where it stands in the file or the template. */
  readonly at: Path;
  readonly name: string;
}

export interface InterfaceFact {
  readonly card: number;
  readonly device: number;
  readonly kind: InterfaceKind;
  readonly publicAddress?: boolean | undefined;
  /** Ids of the security groups on it. */
  readonly securityGroups?: readonly string[] | undefined;
}

export interface ReservationFact {
  readonly id: string;
  /** `undefined`: a template names a reservation and does not say which kind it is. */
  readonly kind?: "capacity-block" | "reservation" | "calendar" | undefined;
  readonly zone?: string | undefined;
  readonly nodes?: number | undefined;
  /** ISO times. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly placementGroup?: string | undefined;
  readonly machine?: string | undefined;
}

export type PlacementFact =
  | { readonly kind: "none" }
  | {
      readonly kind: "group";
      readonly id: string;
      readonly strategy?: string | undefined;
      readonly createdHere: boolean;
    };

export interface DiskFact {
  readonly type?: string | undefined;
  readonly sizeGiB?: number | undefined;
  readonly iops?: number | undefined;
  readonly throughputMBps?: number | undefined;
  /** `null`: not set, so the account's default decides. */
  readonly encrypted?: boolean | null | undefined;
}

/** How several pods share one accelerator. */
export interface SharingFact {
  readonly kind: "time-slicing" | "mps" | "mig";
  readonly profile?: string | undefined;
  readonly replicas?: number | undefined;
}

/** A placement group that is made here. */
export interface PlacementGroupFact extends Located {
  readonly strategy?: string | undefined;
}

/** One group of equal nodes: a managed node group, an agent pool, a node pool, or one option of an elastic pool. */
export interface NodeGroupFact extends Located {
  /**
   * Who makes the nodes: the cloud's managed node groups, a group of plain machines, a node provisioner, or the
   * cloud's training service.
   */
  readonly provisioner?: "managed" | "self-managed" | "elastic" | "training-service" | undefined;
  /** Id of the cluster that it joins. */
  readonly cluster?: string | undefined;
  /** The pool whose purchase option this is. */
  readonly pool?: string | undefined;
  /** Machine types; several for flexible CPU pools. */
  readonly machines: readonly string[];
  /** Also set where the type stands in a second place that must not be (the node group beside its launch template). */
  readonly machinesElsewhere?: readonly string[] | undefined;
  /** As the cloud's market words are normalised: `on-demand`, `spot`, `capacity-block`, `reservation`. */
  readonly market?: string | undefined;
  /** The launch template's own market type, where it says one: it must agree. */
  readonly launchMarket?: string | null | undefined;
  readonly reservation?: ReservationFact | null | undefined;
  readonly zones?: readonly string[] | undefined;
  /** Ids of the subnets, as written. */
  readonly subnets?: readonly string[] | undefined;
  readonly placement?: PlacementFact | undefined;
  readonly interfaces?: readonly InterfaceFact[] | undefined;
  /** Security groups of nodes whose interfaces the cloud wires by itself. */
  readonly fabricSecurityGroups?: readonly string[] | undefined;
  /** Whether the nodes are meant to work as one over the fabric. */
  readonly fabricWanted?: boolean | undefined;
  readonly size?: { readonly min: number; readonly desired: number; readonly max: number } | undefined;
  /** Nodes wanted in the end: what a reservation must hold. */
  readonly nodesWanted?: number | undefined;
  readonly update?:
    | { readonly maxUnavailable?: number | undefined; readonly maxUnavailablePercentage?: number | undefined }
    | undefined;
  /** AMI type, image type or OS SKU. `null`: not set, so the cloud guesses. */
  readonly image?: string | null | undefined;
  readonly imageArchitecture?: Architecture | undefined;
  readonly driverMajor?: number | undefined;
  readonly kubernetesVersion?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly taints?:
    | readonly { readonly key: string; readonly value?: string | undefined; readonly effect: string }[]
    | undefined;
  readonly sharing?: SharingFact | undefined;
  readonly disks?: readonly DiskFact[] | undefined;
  readonly addressesPerNode?: number | undefined;
  /** Id of the role that the nodes carry. */
  readonly role?: string | undefined;
  /** Settings of the launch template that the node group must make itself: `SubnetId`, `IamInstanceProfile`, … */
  readonly settingsInLaunchTemplate?: readonly string[] | undefined;
  /** Everything that installs the accelerator's driver on these nodes: `node-pool`, `gpu-operator`, `image`, … */
  readonly driverOwners?: readonly string[] | undefined;
  readonly gcp?: GcpNodeGroupFact | undefined;
  readonly azure?: AzureNodeGroupFact | undefined;
}

export interface SecurityGroupFact extends Located {
  readonly id: string;
  /** All traffic from itself, and to itself. */
  readonly selfIngress?: boolean | undefined;
  readonly selfEgress?: boolean | undefined;
  readonly openIngress?: readonly OpenIngressFact[] | undefined;
}

/** A rule that lets the whole internet in. `ports: null` = all of them. */
export interface OpenIngressFact {
  readonly at: Path;
  readonly protocol: string;
  readonly ports: { readonly from: number; readonly to: number } | null;
}

export interface RangeFact extends Located {
  readonly cidr: string;
  readonly role: "network" | "subnet" | "services" | "reserved";
  /** Id of the network that it lies in; ranges of different networks may overlap. */
  readonly network?: string | undefined;
  readonly zone?: string | undefined;
  /** Usable addresses, and those that the plan counts on. */
  readonly capacity?: number | undefined;
  readonly needed?: number | undefined;
}

export interface ClusterFact extends Located {
  /** Where it says who reaches its API, when that is another place. */
  readonly apiAt?: Path | undefined;
  readonly id?: string | undefined;
  readonly version?: string | undefined;
  readonly extendedSupportAccepted?: boolean | undefined;
  readonly publicRanges?: readonly string[] | undefined;
  readonly publicAccess?: boolean | undefined;
  readonly privateAccess?: boolean | undefined;
  readonly secretsEncrypted?: boolean | undefined;
  readonly subnets?: readonly string[] | undefined;
  /** Until when it must live, ISO; for support windows. */
  readonly until?: string | undefined;
  readonly gcp?: GcpClusterFact | undefined;
  readonly azure?: AzureClusterFact | undefined;
}

export interface AddonFact extends Located {
  readonly cluster?: string | undefined;
  readonly version?: string | undefined;
  readonly architectures?: readonly Architecture[] | undefined;
}

/** A role, and what it may do. */
export interface RoleFact extends Located {
  readonly id: string;
  /** Names of the managed policies; `undefined` when some cannot be read or rights are given in another way. */
  readonly managedPolicies?: readonly string[] | undefined;
  /** Services that may assume it. */
  readonly trusts?: readonly string[] | undefined;
}

/** A name that the cloud limits in length. */
export interface NameFact extends Located {
  readonly value: string;
  readonly of:
    | "iam-role"
    | "node-group"
    | "cluster"
    | "bucket"
    | "schedule"
    | "placement-group"
    | "load-balancer";
}

/** A price or figure that a plan wanted and the catalog does not know. */
export interface UnknownFact extends Located {
  readonly what: "price" | "power" | "carbon";
  readonly why: string;
}

/** Something of the environment that can be reached from outside. */
export interface EndpointFact extends Located {
  readonly host: string;
  readonly authentication: "oidc" | "api-key" | "none";
}

/** A word of a closed vocabulary, as written, that the vocabulary lacks. */
export interface StrangeWordFact extends Located {
  /** The property, in the cloud's own words. */
  readonly property: string;
  readonly value: string;
  readonly allowed: readonly string[];
}

/** A resource that names another which is nowhere, or lacks what every one of its type must have. */
export interface BrokenFact extends Located {
  readonly kind: "reference" | "property";
  readonly missing: string;
  readonly candidates: readonly string[];
}

export interface Facts {
  readonly cloud: CloudName;
  readonly region?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: number | undefined;
  readonly nodeGroups: readonly NodeGroupFact[];
  readonly placementGroups: readonly PlacementGroupFact[];
  readonly fileSystems: readonly FileSystemFact[];
  readonly securityGroups: readonly SecurityGroupFact[];
  readonly ranges: readonly RangeFact[];
  readonly clusters: readonly ClusterFact[];
  readonly addons: readonly AddonFact[];
  readonly roles: readonly RoleFact[];
  readonly names: readonly NameFact[];
  readonly unknowns: readonly UnknownFact[];
  readonly endpoints: readonly EndpointFact[];
  readonly strangeWords: readonly StrangeWordFact[];
  readonly broken: readonly BrokenFact[];
  /** Ids of subnets that give their machines public addresses. */
  readonly publicSubnets: readonly string[];
  /** Subnet id → zone, as far as known. */
  readonly subnetZones: Readonly<Record<string, string>>;
  /** Google Cloud: networks that carry a fabric beside the primary network. */
  readonly fabricNetworks: readonly FabricNetworkFact[];
  /** Devices of the fabric that pods ask for by name. */
  readonly deviceRequests: readonly DeviceRequestFact[];
  /** Azure: preview features known to be registered in the subscription; `undefined`: not known. */
  readonly registeredFeatures?: readonly string[] | undefined;
}

/** Facts with nothing in them, to build on. */
export function noFacts(cloud: CloudName): Facts {
  return {
    cloud,
    nodeGroups: [],
    placementGroups: [],
    fileSystems: [],
    securityGroups: [],
    ranges: [],
    clusters: [],
    addons: [],
    roles: [],
    names: [],
    unknowns: [],
    endpoints: [],
    strangeWords: [],
    broken: [],
    publicSubnets: [],
    subnetZones: {},
    fabricNetworks: [],
    deviceRequests: [],
  };
}
