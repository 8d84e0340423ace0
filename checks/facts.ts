import type { Architecture, CloudName, InterfaceKind } from "../catalog/types.ts";
import type { Path } from "../spec/finding.ts";

/**
 * What checks look at: small, neutral, and the same whether they come from a plan, from CloudFormation or from Pulumi
 * resources. `undefined` means "cannot be known from here": a check then says nothing.
 */
interface Located {
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
  readonly kind: "capacity-block" | "reservation" | "calendar";
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

/** One group of equal nodes: a managed node group, an agent pool, a node pool, or one option of an elastic pool. */
export interface NodeGroupFact extends Located {
  /** Machine types; several for flexible CPU pools. */
  readonly machines: readonly string[];
  /** Also set where the type stands in a second place that must not be (the node group beside its launch template). */
  readonly machinesElsewhere?: readonly string[] | undefined;
  /** As the cloud's market words are normalised: `on-demand`, `spot`, `capacity-block`, `reservation`. */
  readonly market?: string | undefined;
  /** The launch template's own market type, where it says one: it must agree. */
  readonly launchMarket?: string | undefined;
  readonly reservation?: ReservationFact | undefined;
  readonly zones?: readonly string[] | undefined;
  /** Ids of the subnets, as written. */
  readonly subnets?: readonly string[] | undefined;
  readonly placement?: PlacementFact | undefined;
  readonly interfaces?: readonly InterfaceFact[] | undefined;
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
  readonly encryptedDisks?: boolean | undefined;
  readonly addressesPerNode?: number | undefined;
}

export interface FileSystemFact extends Located {
  readonly product:
    | "fsx-lustre"
    | "fsx-openzfs"
    | "efs"
    | "managed-lustre"
    | "filestore"
    | "amlfs"
    | "netapp";
  readonly deploymentType?: string | undefined;
  readonly storageType?: string | undefined;
  readonly sizeGiB?: number | undefined;
  readonly mbpsPerTiB?: number | undefined;
  readonly efa?: boolean | undefined;
  readonly zone?: string | undefined;
  readonly subnets?: readonly string[] | undefined;
  readonly encrypted?: boolean | undefined;
  /** Regions of joined object storage, where known, and paths. */
  readonly associations?: readonly { readonly path: string; readonly url?: string | undefined }[] | undefined;
}

export interface SecurityGroupFact extends Located {
  readonly id: string;
  /** All traffic from itself, and to itself. */
  readonly selfIngress?: boolean | undefined;
  readonly selfEgress?: boolean | undefined;
  readonly openIngress?: readonly string[] | undefined;
}

export interface RangeFact extends Located {
  readonly cidr: string;
  readonly role: "network" | "subnet" | "services" | "reserved";
  readonly zone?: string | undefined;
  /** Usable addresses, and those that the plan counts on. */
  readonly capacity?: number | undefined;
  readonly needed?: number | undefined;
}

export interface ClusterFact extends Located {
  readonly version?: string | undefined;
  readonly extendedSupportAccepted?: boolean | undefined;
  readonly publicRanges?: readonly string[] | undefined;
  readonly publicAccess?: boolean | undefined;
  readonly secretsEncrypted?: boolean | undefined;
  /** Until when it must live, ISO; for support windows. */
  readonly until?: string | undefined;
}

export interface AddonFact extends Located {
  readonly version?: string | undefined;
  readonly architectures?: readonly Architecture[] | undefined;
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
  readonly from: readonly string[];
}

export interface Facts {
  readonly cloud: CloudName;
  readonly region?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: number | undefined;
  readonly nodeGroups: readonly NodeGroupFact[];
  readonly fileSystems: readonly FileSystemFact[];
  readonly securityGroups: readonly SecurityGroupFact[];
  readonly ranges: readonly RangeFact[];
  readonly clusters: readonly ClusterFact[];
  readonly addons: readonly AddonFact[];
  readonly names: readonly NameFact[];
  readonly unknowns: readonly UnknownFact[];
  readonly endpoints: readonly EndpointFact[];
  /** Subnet id → zone, as far as known. */
  readonly subnetZones: Readonly<Record<string, string>>;
}

/** Facts with nothing in them, to build on. */
export function noFacts(cloud: CloudName): Facts {
  return {
    cloud,
    nodeGroups: [],
    fileSystems: [],
    securityGroups: [],
    ranges: [],
    clusters: [],
    addons: [],
    names: [],
    unknowns: [],
    endpoints: [],
    subnetZones: {},
  };
}
