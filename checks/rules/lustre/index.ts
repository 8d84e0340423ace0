import type { Check } from "../../check.ts";
import { amlfsArchitecture } from "./amlfs-architecture.ts";
import { amlfsSize } from "./amlfs-size.ts";
import { amlfsSku } from "./amlfs-sku.ts";
import { amlfsSource } from "./amlfs-source.ts";
import { amlfsSubnet } from "./amlfs-subnet.ts";
import { managedLustrePorts } from "./managed-lustre-ports.ts";
import { managedLustreSize } from "./managed-lustre-size.ts";
import { managedLustreTier } from "./managed-lustre-tier.ts";
import { parallelstoreEnded } from "./parallelstore-ended.ts";
import { privateServiceAccess } from "./private-service-access.ts";

/** Managed Lustre on Google Cloud and on Azure. */
export const managedLustreChecks: readonly Check[] = [
  amlfsArchitecture,
  amlfsSize,
  amlfsSku,
  amlfsSource,
  amlfsSubnet,
  managedLustrePorts,
  managedLustreSize,
  managedLustreTier,
  parallelstoreEnded,
  privateServiceAccess,
];
