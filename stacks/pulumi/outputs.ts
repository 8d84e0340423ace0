import { all, type Output } from "@pulumi/pulumi";

/** Outputs of a stack, each to be known after deployment only. */
export type Outputs<Values> = { readonly [Key in keyof Values]: Output<Values[Key]> };

/** Where a storage is found. */
export interface StorageHandle {
  /** The cloud's own id: bucket name, path of a file system, resource id. */
  readonly id: string;
  /** Address that it is mounted from; `null` where it is not mounted by address. */
  readonly address: string | null;
  /** Name behind the address: file system or share; `null` where there is none. */
  readonly mountName: string | null;
}

/** A network of the fabric, beside the environment's own. */
export interface FabricHandle {
  readonly networkId: string;
  /** In the order of the interfaces. */
  readonly subnetIds: readonly string[];
}

/** An identity that another stack lends to its nodes or workloads. */
export interface IdentityHandle {
  readonly id: string;
  readonly clientId: string;
  readonly principalId: string;
}

/** What `<name>-data` offers to `<name>-cluster` and to people: the same keys on every cloud. */
export interface DataValues {
  /** Google Cloud project, Azure subscription. */
  readonly account: string;
  readonly networkId: string;
  /** By id in the plan. */
  readonly subnetIds: Readonly<Record<string, string>>;
  /** By name in the plan; empty where no pool has networks of its own. */
  readonly fabric: Readonly<Record<string, FabricHandle>>;
  /** Key that data is encrypted with; `null`: the cloud's own. */
  readonly keyId: string | null;
  /** By name in the file, what exists already included. */
  readonly storage: Readonly<Record<string, StorageHandle>>;
  /** Where logs go. */
  readonly logsId: string | null;
  /** Azure: identities that live as long as the data that they have rights on, by what they are for. */
  readonly identities?: Readonly<Record<string, IdentityHandle>>;
}

/** What `<name>-cluster` tells people and later steps: the same keys on every cloud. */
export interface ClusterValues {
  readonly clusterName: string;
  readonly clusterId: string;
  readonly endpoint: string;
  /** Base64 of the certificate that the API is checked with; secret on Azure, where it comes with credentials. */
  readonly certificateAuthority: string;
  /** Identity of the nodes: e-mail of a service account, client id. */
  readonly nodeIdentity: string;
  /** Identity that workloads take to use the environment's storage. */
  readonly workloadIdentity: string;
  /** The cloud's names of node pools, by option id; system pools under their own name. */
  readonly nodePools: Readonly<Record<string, string>>;
}

export type DataOutputs = Outputs<DataValues>;
export type ClusterOutputs = Outputs<ClusterValues>;

/** Many outputs under their names as one. */
export function gathered<Value>(
  values: Readonly<Record<string, Output<Value>>>,
): Output<Readonly<Record<string, Value>>> {
  // Pulumi's own type unwraps the values once more than they are wrapped.
  return all(values) as unknown as Output<Readonly<Record<string, Value>>>;
}
