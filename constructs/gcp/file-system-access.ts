import type { Input, Resource } from "@pulumi/pulumi";
import type { Labels } from "./labels.ts";

/** What file systems need to know of where they stand. */
export interface FileSystemAccess {
  readonly environment: string;
  readonly region: string;
  readonly project: Input<string>;
  readonly networkId: Input<string>;
  /** `undefined`: Google's own key. */
  readonly keyId: Input<string | undefined>;
  /** Leave to use the key: what is encrypted with it is refused before. */
  readonly keyGrants: readonly Resource[];
  /** Peering with Google's services, where file systems take their addresses. */
  readonly peering: readonly Resource[];
  readonly labels: Labels;
}
