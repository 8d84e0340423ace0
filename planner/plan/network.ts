import type { AzureNetworkPlan } from "./azure.ts";
import type { GcpNetworkPlan } from "./gcp.ts";

/** An address range that a resource takes from. */
export interface SubnetPlan {
  /** Stable: `public-<zone>`, `nodes-<zone>`, `pods-<zone>-<n>`. */
  readonly id: string;
  readonly role: "public" | "nodes" | "pods";
  readonly zone: string;
  readonly cidr: string;
  /** Addresses usable after the cloud's own reservations, and how many the plan counts on. */
  readonly capacity: number;
  readonly planned: number;
}

export interface EndpointPlan {
  /** Service name without prefix: `s3`, `ecr.api`. */
  readonly service: string;
  readonly type: "gateway" | "interface";
}

/** Who may reach the cluster's API: nobody outside (`[]`), or these ranges. */
export interface ApiAccessPlan {
  readonly private: true;
  readonly publicFrom: readonly string[];
}

export interface ExistingSubnet {
  readonly id: string;
  readonly zone: string | null;
  readonly cidr: string | null;
  readonly public: boolean;
}

export interface AwsNetworkPlan {
  readonly cloud: "aws";
  /** Set when the VPC exists already: then nothing of the network is created. */
  readonly existing: {
    readonly vpc: string;
    readonly cidr: string | null;
    readonly subnets: readonly ExistingSubnet[];
  } | null;
  /** The primary range first; further ones where pods need more room. Empty when `existing`. */
  readonly cidrs: readonly string[];
  readonly subnets: readonly SubnetPlan[];
  readonly serviceCidr: string;
  /** Zone ids that carry a NAT gateway. */
  readonly natZones: readonly string[];
  readonly endpoints: readonly EndpointPlan[];
  readonly flowLogs: boolean;
  readonly api: ApiAccessPlan;
}

export type NetworkPlan = AwsNetworkPlan | GcpNetworkPlan | AzureNetworkPlan;
