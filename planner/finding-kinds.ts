import type { FindingKind } from "../spec/finding.ts";
import { acknowledgeError, acknowledgeUnknown } from "./acknowledge.ts";
import { addressFindingKinds } from "./addresses/finding-kinds.ts";
import { changeFindingKinds } from "./change-hazards.ts";
import { cloudNotPlanned } from "./cloud-not-planned.ts";
import {
  addonVersionUnknown,
  existingClusterNetwork,
  existingClusterVersion,
  noKubernetesVersion,
} from "./cluster/aws.ts";
import { gcpFindingKinds } from "./gcp-finding-kinds.ts";
import { policyFindingKinds } from "./policy.ts";
import { azurePoolFindingKinds } from "./pools/azure-finding-kinds.ts";
import { poolFindingKinds } from "./pools/finding-kinds.ts";
import { quotaAboveDefault } from "./quota/aws.ts";
import { shareFindingKinds } from "./shares.ts";
import { fileThroughputTooHigh } from "./storage/aws/file.ts";
import { storageNotInRegion } from "./storage/aws/lustre.ts";
import { azureStorageFindingKinds } from "./storage/azure/finding-kinds.ts";
import { modelUnknown } from "./workloads.ts";

/** Every kind of finding that planning can give beside the checks', for the generated findings page. */
export const plannerFindingKinds: readonly FindingKind[] = [
  cloudNotPlanned,
  ...poolFindingKinds,
  ...addressFindingKinds,
  ...policyFindingKinds,
  ...gcpFindingKinds,
  ...azurePoolFindingKinds,
  ...azureStorageFindingKinds,
  storageNotInRegion,
  fileThroughputTooHigh,
  addonVersionUnknown,
  noKubernetesVersion,
  existingClusterVersion,
  existingClusterNetwork,
  modelUnknown,
  quotaAboveDefault,
  acknowledgeUnknown,
  acknowledgeError,
  ...changeFindingKinds,
  ...shareFindingKinds,
];
