import type { NodeSubnet } from "./node-subnets.ts";

/** What every file system needs to know of its surroundings. */
export interface FileSystemAccess {
  readonly vpcId: string;
  readonly subnets: readonly NodeSubnet[];
  /** Route tables of the private subnets; file systems over several zones put their floating addresses there. */
  readonly routeTableIds: readonly string[];
  /** Security group of the nodes that mount it. */
  readonly nodesSecurityGroupId: string;
  /** Security group of the fabric; needed where a file system speaks EFA. */
  readonly fabricSecurityGroupId: string | null;
  readonly keyArn: string;
}
