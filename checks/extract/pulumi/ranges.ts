import type { RangeFact } from "../../facts.ts";
import { isProperties, items, text, texts } from "../cloudformation/values.ts";
import { input, objects, ofType, open, type PulumiResource, placeOf, referred } from "./resources.ts";

/** Address ranges of networks, subnets and clusters. Ranges of different networks may overlap. */
export function pulumiRangeFacts(resources: readonly PulumiResource[]): readonly RangeFact[] {
  return [...googleRanges(resources), ...azureRanges(resources)];
}

function googleRanges(resources: readonly PulumiResource[]): readonly RangeFact[] {
  const networks = ofType(resources, "gcp:compute/network:Network");
  return ofType(resources, "gcp:compute/subnetwork:Subnetwork").flatMap((subnet) => {
    const network = referred(networks, input(subnet, "network"))?.name;
    const ranges = [
      input(subnet, "ipCidrRange"),
      ...objects(subnet, "secondaryIpRanges").map(({ ipCidrRange }) => open(ipCidrRange)),
    ];
    return ranges.flatMap((range): readonly RangeFact[] => {
      const cidr = text(range);
      return cidr === undefined
        ? []
        : [{ at: placeOf(subnet), name: subnet.name, cidr, role: "subnet", network }];
    });
  });
}

function azureRanges(resources: readonly PulumiResource[]): readonly RangeFact[] {
  const networks = ofType(resources, "azure-native:network:VirtualNetwork").flatMap((network) =>
    (texts(input(network, "addressSpace", "addressPrefixes")) ?? []).map(
      (cidr): RangeFact => ({
        at: placeOf(network),
        name: network.name,
        cidr,
        role: "network",
        network: network.name,
      }),
    ),
  );
  const services = ofType(resources, "azure-native:containerservice:ManagedCluster").flatMap((cluster) => {
    const profile = input(cluster, "networkProfile");
    const cidrs = isProperties(profile) ? [profile.serviceCidr, ...items(profile.serviceCidrs)] : [];
    return cidrs.flatMap((range): readonly RangeFact[] => {
      const cidr = text(range);
      return cidr === undefined ? [] : [{ at: placeOf(cluster), name: cluster.name, cidr, role: "services" }];
    });
  });
  return [...networks, ...services];
}
