import type { ClusterFact, FabricNetworkFact } from "../../facts.ts";
import { flag, isProperties, number, text } from "../cloudformation/values.ts";
import { input, objects, ofType, open, type PulumiResource, placeOf, referred } from "./resources.ts";

const KEEPS_NODES = "NO_MINOR_OR_NODE_UPGRADES";

/** Clusters of GKE. */
export function gkeClusterFacts(resources: readonly PulumiResource[]): readonly ClusterFact[] {
  return ofType(resources, "gcp:container/cluster:Cluster").map((cluster) => {
    const ranges = objects(cluster, "masterAuthorizedNetworksConfig", "cidrBlocks").flatMap(
      ({ cidrBlock }) => text(open(cidrBlock)) ?? [],
    );
    const privateOnly = flag(input(cluster, "privateClusterConfig", "enablePrivateEndpoint"));
    return {
      at: placeOf(cluster),
      name: text(input(cluster, "name")) ?? cluster.name,
      id: cluster.name,
      version: text(input(cluster, "minMasterVersion")),
      publicAccess: privateOnly === undefined ? undefined : !privateOnly,
      publicRanges: ranges,
      privateAccess: true,
      secretsEncrypted: input(cluster, "databaseEncryption", "state") === "ENCRYPTED",
      gcp: {
        dataplaneV2: input(cluster, "datapathProvider") === "ADVANCED_DATAPATH",
        multiNetworking: flag(input(cluster, "enableMultiNetworking")) ?? false,
        upgradesExcluded: objects(cluster, "maintenancePolicy", "maintenanceExclusions").some(
          ({ exclusionOptions }) => isProperties(exclusionOptions) && exclusionOptions.scope === KEEPS_NODES,
        ),
      },
    };
  });
}

/** Networks of Google Cloud that carry no cluster of their own: those of fabrics. */
export function fabricNetworkFacts(resources: readonly PulumiResource[]): readonly FabricNetworkFact[] {
  const networks = ofType(resources, "gcp:compute/network:Network");
  const primary = ofType(resources, "gcp:container/cluster:Cluster").map((cluster) =>
    referred(networks, input(cluster, "network")),
  );
  return networks
    .filter((network) => !primary.includes(network))
    .map((network) => ({
      at: placeOf(network),
      name: text(input(network, "name")) ?? network.name,
      id: network.name,
      mtu: number(input(network, "mtu")),
      profile: text(input(network, "networkProfile"))?.split("/").at(-1) ?? null,
    }));
}
