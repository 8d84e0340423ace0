import type { CloudName } from "../../catalog/types.ts";
import type { Facts } from "../facts.ts";
import { noFacts } from "../facts.ts";
import { aksAgentPoolFacts, aksClusterFacts } from "./pulumi/aks-agent-pools.ts";
import { deviceRequestFacts } from "./pulumi/device-requests.ts";
import { pulumiFileSystemFacts } from "./pulumi/file-systems.ts";
import { fabricNetworkFacts, gkeClusterFacts } from "./pulumi/gke-clusters.ts";
import { gkeNodePoolFacts } from "./pulumi/gke-node-pools.ts";
import { pulumiRangeFacts } from "./pulumi/ranges.ts";
import type { PulumiResource } from "./pulumi/resources.ts";

export type { PulumiResource } from "./pulumi/resources.ts";

export interface PulumiOptions {
  readonly region?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: number | undefined;
}

/**
 * Facts of the resources of one or several Pulumi stacks that are deployed together, as their providers get them. Programs
 * made by other tools work too; whatever only a deployment knows is unknown, and the checks say nothing about it.
 */
export function pulumiFacts(
  cloud: Exclude<CloudName, "aws">,
  resources: readonly PulumiResource[],
  options: PulumiOptions = {},
): Facts {
  return {
    ...noFacts(cloud),
    region: options.region,
    now: options.now,
    nodeGroups: [...gkeNodePoolFacts(resources), ...aksAgentPoolFacts(resources)],
    clusters: [...gkeClusterFacts(resources), ...aksClusterFacts(resources)],
    fileSystems: pulumiFileSystemFacts(resources),
    ranges: pulumiRangeFacts(resources),
    fabricNetworks: fabricNetworkFacts(resources),
    deviceRequests: deviceRequestFacts(resources),
  };
}
