import type { Check } from "../../check.ts";
import { extraNetworks } from "../../extra-networks.ts";

export const fabricNetworkMissingProfile: Check = {
  code: "fabric-network-missing-profile",
  severity: "error",
  title: "RDMA interfaces are in a network that was made for RDMA.",
  source: "https://docs.cloud.google.com/vpc/docs/create-vpc-network-rdma",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    const reported = new Set<string>();
    for (const { group, machine, layout, networks } of extraNetworks(facts, catalog)) {
      const needs = layout.networks.some((one) => one.profile !== null);
      if (!needs || networks.some((one) => one.profile !== null) || reported.has(group.name)) continue;
      reported.add(group.name);
      yield {
        path: group.at,
        message: `${group.name}: none of its networks has an RDMA profile, and the fast interfaces of ${machine.name} attach to no other.`,
        got: networks.map((one) => one.name),
        allowed: layout.networks.flatMap((one) => one.profile ?? []),
        hint: "Set networkProfile of the RDMA network to the zone's own profile.",
      };
    }
  },
};
