import type { FindingKind } from "../spec/finding.ts";
import { sharingNotOnTpu } from "./pools/gcp.ts";
import { sliceNodesDiffer, sliceTopologyUnknown } from "./pools/gcp-slice.ts";
import { nodesOnRequest } from "./purchase/gcp-report.ts";
import { quotaNameUnknown } from "./quota/gcp.ts";
import { lustreScratchNotSold, lustreTooLarge } from "./storage/gcp/lustre.ts";
import { versioningWithFolders } from "./storage/gcp/object.ts";

/** Kinds that only planning on Google Cloud gives. */
export const gcpFindingKinds: readonly FindingKind[] = [
  sliceTopologyUnknown,
  sliceNodesDiffer,
  sharingNotOnTpu,
  nodesOnRequest,
  versioningWithFolders,
  lustreScratchNotSold,
  lustreTooLarge,
  quotaNameUnknown,
];
