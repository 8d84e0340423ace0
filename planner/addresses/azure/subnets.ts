import type { AzureSubnetPlan } from "../../plan/azure.ts";
import { allocate } from "../allocate.ts";
import { formatRange, parseRange, prefixFor, type Range, sizeOf } from "../ipv4.ts";
import type { AzureDemand } from "./demand.ts";

/** Addresses that Azure keeps in every subnet. https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq */
export const AZURE_RESERVED = 5;

/** A network of this prefix length holds everything that AKS can. */
const LARGEST = 8;

/** Subnets with room to grow where the range has it, else just large enough; `undefined`: they do not fit. */
export function azureSubnets(
  range: Range,
  demands: readonly AzureDemand[],
): readonly AzureSubnetPlan[] | undefined {
  return placed(range, demands, roomy) ?? placed(range, demands, exact);
}

/** Prefix length of the smallest network that holds everything. */
export function prefixNeededFor(demands: readonly AzureDemand[]): number {
  let prefix = 29;
  while (prefix > LARGEST && placed({ ...parseRange("0.0.0.0/0"), prefix }, demands, exact) === undefined) {
    prefix -= 1;
  }
  return prefix;
}

/** Twice what is planned, so that pools can grow without moving a subnet. */
function roomy(demand: AzureDemand): number {
  return Math.min(demand.roomy, prefixFor(demand.planned * 2 + AZURE_RESERVED));
}

function exact(demand: AzureDemand): number {
  return Math.min(demand.smallest, prefixFor(demand.planned + AZURE_RESERVED));
}

function placed(
  range: Range,
  demands: readonly AzureDemand[],
  prefixOf: (demand: AzureDemand) => number,
): readonly AzureSubnetPlan[] | undefined {
  const ranges = allocate(
    [range],
    demands.map((demand) => ({ id: demand.id, prefix: prefixOf(demand) })),
  );
  if (ranges === undefined) return undefined;
  return demands.flatMap(({ id, role, planned, delegation, serviceEndpoints, natGateway }) => {
    const own = ranges.get(id);
    if (own === undefined) return [];
    const capacity = sizeOf(own.prefix) - AZURE_RESERVED;
    const cidr = formatRange(own);
    return [{ id, role, cidr, capacity, planned, delegation, serviceEndpoints, natGateway }];
  });
}
