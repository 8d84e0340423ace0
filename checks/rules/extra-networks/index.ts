import type { Check } from "../../check.ts";
import { automaticAndExtraNetworks } from "./automatic-and-extra-networks.ts";
import { automaticNetworksNeed } from "./automatic-networks-need.ts";
import { fabricInterfaceTwice } from "./fabric-interface-twice.ts";
import { fabricNetworkMissingProfile } from "./fabric-network-missing-profile.ts";
import { fabricNetworkMtu } from "./fabric-network-mtu.ts";
import { fabricNetworkProfile } from "./fabric-network-profile.ts";
import { fabricNetworks } from "./fabric-networks.ts";
import { fabricVersionSet } from "./fabric-version-set.ts";
import { multiNetworkingOff } from "./multi-networking-off.ts";

/** Networks beside the primary one that carry a fabric on Google Cloud. */
export const extraNetworkChecks: readonly Check[] = [
  automaticAndExtraNetworks,
  automaticNetworksNeed,
  fabricInterfaceTwice,
  fabricNetworkMissingProfile,
  fabricNetworkMtu,
  fabricNetworkProfile,
  fabricNetworks,
  fabricVersionSet,
  multiNetworkingOff,
];
