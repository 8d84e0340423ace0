import type { Accelerator, CloudName, UsageClass } from "../../catalog/types.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import { wantedZones } from "../zones/wanted-zones.ts";
import { type NodeCounts, nodeCounts } from "./node-counts.ts";

/** What a pool asks of its machine. */
export interface MachineWish {
  readonly cloud: CloudName;
  readonly region: string;
  readonly accelerator: Accelerator;
  readonly acceleratorsPerNode: number | undefined;
  readonly zones: readonly string[] | undefined;
  readonly purchases: readonly UsageClass[];
  readonly nodes: NodeCounts;
  /** Several nodes that work as one: they want whole machines and a fabric. Otherwise the cheapest machine will do. */
  readonly gang: boolean;
  /** AMI type that the file names. */
  readonly image: string | undefined;
}

/** One direction of PCIe 5.0 with 16 lanes. Faster links join accelerators that are made to work together. https://pcisig.com/pci-express-6.0-specification */
const PCIE_GBPS = 64;

export function machineWish(spec: PoolSpec, environment: Environment, accelerator: Accelerator): MachineWish {
  return {
    cloud: environment.cloud,
    region: environment.region,
    accelerator,
    acceleratorsPerNode: spec.acceleratorsPerNode,
    zones: wantedZones(spec, environment),
    purchases: [...new Set(spec.purchase.map(({ kind }) => kind))],
    nodes: nodeCounts(spec),
    gang: isGang(spec, environment, accelerator),
    image: environment.aws?.amiType,
  };
}

/** A fixed number of nodes whose file, accelerator or work says that they belong together. */
function isGang(spec: PoolSpec, { workloads }: Environment, { linkGBps }: Accelerator): boolean {
  const { elastic, max } = nodeCounts(spec);
  if (elastic || max < 2 || spec.fabric === "none") return false;
  const linked = linkGBps !== null && linkGBps > PCIE_GBPS;
  return (
    spec.fabric === "full" || linked || workloads.some((work) => trains(work) && work.pool === spec.name)
  );
}

function trains(
  work: Environment["workloads"][number],
): work is Extract<typeof work, { kind: "training" | "fine-tuning" }> {
  return work.kind === "training" || work.kind === "fine-tuning";
}
