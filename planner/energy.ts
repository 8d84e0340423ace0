import type { Catalog } from "../catalog/catalog.ts";
import type { CloudName } from "../catalog/types.ts";
import type { EnergyPlan } from "./plan/figures.ts";
import type { PoolPlan } from "./plan/pool.ts";

/**
 * Power at full load and the carbon of its electricity: accelerators × their rated power × the building's overhead
 * (PUE). Processors, memory and network of a machine are left out: no source gives their power by machine type. What is
 * unknown stays `null`.
 */
export function planEnergy(
  cloud: CloudName,
  region: string,
  pools: readonly PoolPlan[],
  catalog: Catalog,
): EnergyPlan {
  const pue = catalog.pue(cloud, region);
  const carbon = catalog.carbon(cloud, region);
  const items = pools.map((pool) => energyOf(pool, pue?.value ?? null, catalog));
  const known = items.flatMap(({ kilowatts }) => (kilowatts === null ? [] : [kilowatts]));
  const kilowatts = known.length === 0 ? null : rounded(known.reduce((sum, each) => sum + each, 0));
  return {
    kilowatts,
    kgCo2ePerHour:
      kilowatts === null || carbon === undefined ? null : rounded((kilowatts * carbon.gCO2ePerKWh) / 1000),
    pue: pue?.value ?? null,
    gCo2ePerKWh: carbon?.gCO2ePerKWh ?? null,
    items,
    sources: [
      ...(pue === undefined ? [] : [`${pue.source} (${pue.year})`]),
      ...(carbon === undefined ? [] : [`${carbon.source} (${carbon.year})`]),
    ],
  };
}

function energyOf(pool: PoolPlan, pue: number | null, catalog: Catalog): EnergyPlan["items"][number] {
  const watts = pool.accelerator === null ? null : (catalog.accelerator(pool.accelerator)?.tdpWatts ?? null);
  if (watts === null) {
    return {
      pool: pool.name,
      kilowatts: null,
      note: `The power of ${pool.accelerator ?? pool.machine} is not known.`,
    };
  }
  const note =
    pue === null
      ? "Accelerators alone: the building's overhead is not known."
      : "Accelerators and the building's overhead; the rest of the machine is left out.";
  return { pool: pool.name, kilowatts: rounded((pool.accelerators * watts * (pue ?? 1)) / 1000), note };
}

/** To a gram and a watt. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
