import type { Check } from "../../check.ts";
import { extraNetworks } from "../../extra-networks.ts";

export const fabricNetworkMtu: Check = {
  code: "fabric-network-mtu",
  severity: "warning",
  title: "A fabric's network has the packet size that its plug-in expects.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/gpu-bandwidth-gpudirect-tcpx",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    for (const { group, machine, network, layout } of extraNetworks(facts, catalog)) {
      const wanted = [...new Set(layout.networks.map((one) => one.mtu))];
      if (network.mtu === undefined || wanted.includes(network.mtu)) continue;
      yield {
        path: group.at,
        message: `${group.name}: network ${network.name} has an MTU of ${network.mtu}, and the fabric of ${machine.name} is made for ${wanted.join(" or ")}.`,
        got: network.mtu,
        allowed: wanted,
        hint: `Set the MTU to ${wanted[0]}.`,
      };
    }
  },
};
