import type { Check } from "../../check.ts";
import { duplicateInterface } from "./duplicate-interface.ts";
import { efaAcrossSubnets } from "./efa-across-subnets.ts";
import { efaAcrossZones } from "./efa-across-zones.ts";
import { efaCount } from "./efa-count.ts";
import { efaOnPlainCard } from "./efa-on-plain-card.ts";
import { efaSelfEgress } from "./efa-self-egress.ts";
import { efaSelfIngress } from "./efa-self-ingress.ts";
import { fabricIncomplete } from "./fabric-incomplete.ts";
import { fabricLayoutUnknown } from "./fabric-layout-unknown.ts";
import { interfaceCount } from "./interface-count.ts";
import { interfaceLayout } from "./interface-layout.ts";
import { networkCardIndex } from "./network-card-index.ts";
import { networkDeviceIndex } from "./network-device-index.ts";
import { oneEfaPerCard } from "./one-efa-per-card.ts";
import { primaryEfaOnly } from "./primary-efa-only.ts";
import { primaryInterface } from "./primary-interface.ts";
import { publicAddressManyInterfaces } from "./public-address-many-interfaces.ts";
import { publicSubnetManyInterfaces } from "./public-subnet-many-interfaces.ts";

/** How the network interfaces of a node are wired. */
export const interfaceChecks: readonly Check[] = [
  efaCount,
  interfaceCount,
  networkCardIndex,
  networkDeviceIndex,
  efaOnPlainCard,
  oneEfaPerCard,
  primaryInterface,
  primaryEfaOnly,
  duplicateInterface,
  fabricIncomplete,
  interfaceLayout,
  fabricLayoutUnknown,
  publicAddressManyInterfaces,
  publicSubnetManyInterfaces,
  efaAcrossZones,
  efaAcrossSubnets,
  efaSelfIngress,
  efaSelfEgress,
];
