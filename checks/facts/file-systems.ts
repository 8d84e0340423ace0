import type { Path } from "../../spec/finding.ts";
import type { Located } from "../facts.ts";

export interface FileSystemFact extends Located {
  readonly id?: string | undefined;
  readonly product:
    | "fsx-lustre"
    | "fsx-openzfs"
    | "efs"
    | "managed-lustre"
    | "filestore"
    | "parallelstore"
    | "azure-managed-lustre"
    | "azure-netapp-files"
    | "azure-files-nfs";
  readonly deploymentType?: string | undefined;
  readonly storageType?: string | undefined;
  /** Software version of the product, for Lustre `2.15`. */
  readonly version?: string | null | undefined;
  readonly sizeGiB?: number | undefined;
  /** `null`: not set. */
  readonly mbpsPerTiB?: number | null | undefined;
  /** `null`: the mode is not set. */
  readonly metadata?: { readonly mode: string | null; readonly iops?: number | undefined } | null | undefined;
  readonly efa?: boolean | undefined;
  readonly zone?: string | undefined;
  readonly subnets?: readonly string[] | undefined;
  /** Empty: known to have none of its own. */
  readonly securityGroups?: readonly string[] | undefined;
  readonly encrypted?: boolean | null | undefined;
  /** Regions of joined object storage, where known, and paths. */
  readonly associations?: readonly AssociationFact[] | undefined;
  /** Object storage joined in the old way, as import or export path. */
  readonly linkedPaths?: readonly string[] | undefined;
  /** Managed Lustre: whether the network has a range for private service access. */
  readonly privateServiceAccess?: boolean | undefined;
  /** Managed Lustre: whether clients reach it on port 6988 (GKE's older way) in place of 988. */
  readonly port6988?: boolean | undefined;
  /** Azure Managed Lustre: range of its subnet. */
  readonly subnetRange?: string | undefined;
  /** Azure Managed Lustre: object storage that the plan joins it with, and whether that is set at creation. */
  readonly source?: { readonly name: string; readonly joined: boolean } | undefined;
}

export interface AssociationFact {
  readonly at: Path;
  readonly path: string;
  readonly url?: string | undefined;
}
