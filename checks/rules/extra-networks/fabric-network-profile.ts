import type { Check } from "../../check.ts";
import { extraNetworks } from "../../extra-networks.ts";

export const fabricNetworkProfile: Check = {
  code: "fabric-network-profile",
  severity: "error",
  title: "An RDMA network has the zone's profile for its machine.",
  source: "https://github.com/NVIDIA/aicr/pull/2338",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    for (const { group, machine, network, layout } of extraNetworks(facts, catalog)) {
      const profiles = layout.networks.flatMap((one) => one.profile ?? []);
      const got = network.profile;
      if (got === undefined || got === null) continue;
      const zones = group.zones ?? [];
      const right = profiles.some((suffix) =>
        zones.length === 0 ? got.endsWith(`-${suffix}`) : zones.some((zone) => got === `${zone}-${suffix}`),
      );
      if (right) continue;
      yield {
        path: group.at,
        message: `${group.name}: network ${network.name} has the profile ${got}, and ${machine.name} in ${zones.join(", ") || "its zone"} needs ${profiles.join(" or ") || "none"}.`,
        got,
        allowed: profiles.flatMap((suffix) =>
          zones.length === 0 ? [`ZONE-${suffix}`] : zones.map((zone) => `${zone}-${suffix}`),
        ),
        hint: "Give the machine family a network of its own: profiles of bare metal and virtual machines differ.",
      };
    }
  },
};
