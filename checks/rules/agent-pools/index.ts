import type { Check } from "../../check.ts";
import { agentPoolInline } from "./agent-pool-inline.ts";
import { agentPoolName } from "./agent-pool-name.ts";
import { capacityGroupIdentity } from "./capacity-group-identity.ts";
import { ephemeralDiskSize } from "./ephemeral-disk-size.ts";
import { proximityAcrossZones } from "./proximity-across-zones.ts";
import { spotCapacityGroup } from "./spot-capacity-group.ts";
import { spotMaxPrice } from "./spot-max-price.ts";
import { spotSettings } from "./spot-settings.ts";
import { spotSystemPool } from "./spot-system-pool.ts";
import { spotTaint } from "./spot-taint.ts";

/** Agent pools on Azure. */
export const agentPoolChecks: readonly Check[] = [
  agentPoolInline,
  agentPoolName,
  capacityGroupIdentity,
  ephemeralDiskSize,
  proximityAcrossZones,
  spotCapacityGroup,
  spotMaxPrice,
  spotSettings,
  spotSystemPool,
  spotTaint,
];
