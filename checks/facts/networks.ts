import type { Located } from "../facts.ts";

/** A network of its own that carries a fabric. */
export interface FabricNetworkFact extends Located {
  readonly id: string;
  readonly mtu?: number | undefined;
  /** Name of the network profile, for example `us-central1-a-vpc-roce`; `null`: none. */
  readonly profile?: string | null | undefined;
}

/** A device of the fabric that a workload or a device plugin names, for example `rdma/ib`. */
export interface DeviceRequestFact extends Located {
  readonly resource: string;
}
