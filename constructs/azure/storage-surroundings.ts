import type { Input } from "@pulumi/pulumi";
import type { AzurePrivateEndpointPlan } from "../../planner/plan/azure.ts";
import type { AzureSurroundings } from "./surroundings.ts";

/** What storage needs to know of the environment that it is part of. */
export interface StorageSurroundings extends AzureSurroundings {
  /** Name of the environment: the first part of the names in Azure. */
  readonly name: string;
  readonly subscriptionId: Input<string>;
  /** ARM id of a subnet by its id in the plan. */
  readonly subnetIds: ReadonlyMap<string, Input<string>>;
  /** Ids of the subnets that reach storage through a service endpoint. */
  readonly endpointSubnets: readonly string[];
  /** Address ranges of the network: who may mount an NFS volume. */
  readonly cidrs: readonly string[];
  readonly privateEndpoints: readonly AzurePrivateEndpointPlan[];
  /** ARM ids of private DNS zones by name. */
  readonly zoneIds: ReadonlyMap<string, Input<string>>;
}

/** Where a storage is found: what workloads and people need to use it. */
export interface StorageAddress {
  /** ARM id. */
  readonly id: Input<string>;
  /** Host that it is mounted from or talked to. */
  readonly address: Input<string>;
  /** Path, share or file system behind the host. */
  readonly mountName: Input<string>;
}
