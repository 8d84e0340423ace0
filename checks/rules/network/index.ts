import type { Check } from "../../check.ts";
import { apiOpenToWorld } from "./api-open-to-world.ts";
import { apiUnreachable } from "./api-unreachable.ts";
import { clusterZones } from "./cluster-zones.ts";
import { endpointWithoutLogin } from "./endpoint-without-login.ts";
import { rangeOverlap } from "./range-overlap.ts";
import { rangeReserved } from "./range-reserved.ts";
import { rangeSize } from "./range-size.ts";
import { rangeSyntax } from "./range-syntax.ts";
import { rangeTooSmall } from "./range-too-small.ts";
import { securityGroupOpen } from "./security-group-open.ts";
import { subnetOutsideNetwork } from "./subnet-outside-network.ts";

/** Address ranges, subnets, and what can be reached from where. */
export const networkChecks: readonly Check[] = [
  rangeSyntax,
  rangeOverlap,
  rangeReserved,
  rangeSize,
  rangeTooSmall,
  subnetOutsideNetwork,
  clusterZones,
  apiOpenToWorld,
  apiUnreachable,
  securityGroupOpen,
  endpointWithoutLogin,
];
