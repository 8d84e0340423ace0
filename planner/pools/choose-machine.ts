import type { Catalog } from "../../catalog/catalog.ts";
import type { Machine } from "../../catalog/types.ts";
import type { RejectedCandidate } from "../plan/pool.ts";
import type { MachineWish } from "./machine-wish.ts";
import { count, unsuitable, wants } from "./unsuitable.ts";

export interface MachineChoice {
  /** `undefined`: none suits. */
  readonly machine: Machine | undefined;
  readonly because: string;
  /** Every other machine with the accelerator, in the catalog's order. */
  readonly rejected: readonly RejectedCandidate[];
}

interface Priced {
  readonly machine: Machine;
  /** USD per accelerator and hour, on-demand; `null`: unknown. */
  readonly usdEach: number | null;
}

/** The machine that suits a pool best, and why each other one with the accelerator was not taken. */
export function chooseMachine(wish: MachineWish, catalog: Catalog): MachineChoice {
  const judged = catalog
    .machines(wish.cloud)
    .filter(({ accelerator }) => accelerator === wish.accelerator.id)
    .map((machine) => ({ machine, reason: unsuitable(machine, wish, catalog) }));
  const suitable = judged
    .filter(({ reason }) => reason === undefined)
    .map(({ machine }) => priced(machine, wish, catalog))
    .toSorted(wish.gang ? forGangs : forSingles);
  const [best] = suitable;
  const prices = new Map(suitable.map((one) => [one.machine.name, one]));
  const rejected = judged.flatMap(({ machine, reason }) => {
    if (reason !== undefined) return [{ machine: machine.name, reason }];
    const one = prices.get(machine.name);
    if (one === undefined || best === undefined || one === best) return [];
    return [{ machine: machine.name, reason: lessGood(one, best, wish) }];
  });
  return {
    machine: best?.machine,
    because: best === undefined ? "" : because(best, suitable.length, wish),
    rejected,
  };
}

function priced(machine: Machine, { cloud, region }: MachineWish, catalog: Catalog): Priced {
  const usd = catalog.machinePrice(cloud, machine.name, region)?.onDemand ?? null;
  return { machine, usdEach: usd === null ? null : usd / machine.acceleratorCount };
}

type Order = (a: Priced, b: Priced) => number;

/** Machines of today before those of yesterday; virtual ones, which start sooner, before metal. */
const byGeneration: Order = ({ machine: a }, { machine: b }) =>
  Number(a.status !== "current") - Number(b.status !== "current") ||
  Number(a.bareMetal) - Number(b.bareMetal);

/** Unknown prices last. */
const byPrice: Order = (a, b) => (a.usdEach ?? Number.MAX_VALUE) - (b.usdEach ?? Number.MAX_VALUE);

const bySize: Order = ({ machine: a }, { machine: b }) =>
  a.acceleratorCount - b.acceleratorCount || a.vcpus - b.vcpus || (a.name < b.name ? -1 : 1);

/** The cheapest accelerator, in the smallest machine. */
const forSingles: Order = (a, b) => byGeneration(a, b) || byPrice(a, b) || bySize(a, b);

/** The most accelerators on a node, then the widest fabric, then the price. */
const forGangs: Order = (a, b) =>
  byGeneration(a, b) ||
  b.machine.acceleratorCount - a.machine.acceleratorCount ||
  fabricGbps(b.machine) - fabricGbps(a.machine) ||
  byPrice(a, b) ||
  bySize(a, b);

function fabricGbps({ fabric }: Machine): number {
  return fabric.interfaces * (fabric.gbpsPerInterface ?? 0);
}

function lessGood(one: Priced, best: Priced, wish: MachineWish): string {
  const { machine } = one;
  if (machine.status !== "current" && best.machine.status === "current") return "is of an earlier generation";
  if (machine.bareMetal && !best.machine.bareMetal) return "is bare metal, which starts more slowly";
  const most = best.machine.acceleratorCount;
  if (wish.gang && machine.acceleratorCount < most) return `has ${count(machine)}, ${wants(wish, most)}`;
  if (wish.gang && fabricGbps(machine) < fabricGbps(best.machine)) {
    return `has a fabric of ${fabricGbps(machine)} Gbps, ${best.machine.name} one of ${fabricGbps(best.machine)}`;
  }
  if (one.usdEach === null) return "has no known on-demand price here";
  if (one.usdEach === best.usdEach)
    return `costs as much per accelerator, and is larger than ${best.machine.name}`;
  return `costs ${usd(one.usdEach)} per accelerator and hour, ${best.machine.name} ${usd(best.usdEach)}`;
}

function because({ machine, usdEach }: Priced, suitable: number, wish: MachineWish): string {
  const price = usdEach === null ? "price unknown" : `${usd(usdEach)} per accelerator and hour on-demand`;
  const among = suitable === 1 ? "the only machine that suits" : `the best of ${suitable} that suit`;
  return wish.gang
    ? `${among}: ${count(machine)} a node and ${fabricGbps(machine)} Gbps of fabric for ${wish.nodes.max} nodes that work as one, ${price}`
    : `${suitable === 1 ? among : `the cheapest of ${suitable} that suit`}: ${count(machine)}, ${price} in ${wish.region}`;
}

function usd(amount: number | null): string {
  return amount === null ? "an unknown price" : `$${amount.toFixed(2)}`;
}
