import type { Check } from "../../check.ts";
import { driverBranch } from "./driver-branch.ts";
import { imageArchitecture } from "./image-architecture.ts";
import { imageEnded } from "./image-ended.ts";
import { imageKubernetes } from "./image-kubernetes.ts";
import { imageMissing } from "./image-missing.ts";
import { imageUnknown } from "./image-unknown.ts";
import { imageVendor } from "./image-vendor.ts";

/** What nodes boot. */
export const imageChecks: readonly Check[] = [
  imageMissing,
  imageUnknown,
  imageEnded,
  imageArchitecture,
  imageVendor,
  driverBranch,
  imageKubernetes,
];
