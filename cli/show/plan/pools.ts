import type { FabricPlan, PoolOptionPlan, PoolPlan } from "../../../planner/plan/index.ts";
import { figure, moment, usd } from "../figures.ts";
import { folded } from "../folded.ts";
import { table } from "../table.ts";
import { type Section, titled } from "./section.ts";

export const pools: Section = (plan, paint) => {
  const rows = plan.pools.map((pool) => [
    pool.name,
    pool.machine,
    nodeText(pool),
    `${figure(pool.accelerators)} × ${pool.accelerator ?? "unknown accelerator"}`,
    fabricText(pool.fabric),
  ]);
  const system = plan.systemPools.map((pool) => [
    pool.name,
    pool.machines.slice(0, 3).join(", ") + (pool.machines.length > 3 ? ` +${pool.machines.length - 3}` : ""),
    pool.size.min === pool.size.max ? String(pool.size.max) : `${pool.size.min}–${pool.size.max}`,
    "–",
    "–",
  ]);
  const shown = table(
    [
      { head: "pool" },
      { head: "machine", width: 32 },
      { head: "nodes", align: "right" },
      { head: "accelerators" },
      { head: "fabric" },
    ],
    [...rows, ...system],
    (text) => paint("dim", text),
  );
  const reasons = plan.pools.flatMap((pool) => [
    folded(`${pool.name}: ${pool.chosenBecause}; image ${pool.image.type}`),
    ...pool.rejected
      .slice(0, 4)
      .map((each) => paint("dim", folded(`not ${each.machine}: ${each.reason}`, "    "))),
    ...(pool.rejected.length > 4
      ? [
          paint(
            "dim",
            `    and ${pool.rejected.length - 4} more candidates, each with its reason in plan.json`,
          ),
        ]
      : []),
  ]);
  return titled(paint, "Pools", [shown, ...reasons].join("\n"));
};

export const purchase: Section = (plan, paint) => {
  const rows = plan.pools.flatMap((pool) =>
    pool.options.map((option) => [
      option.id,
      option.reservationId === null ? option.purchase : `${option.purchase} ${option.reservationId}`,
      String(option.nodes),
      zoneText(option),
      placementText(option),
      activeText(option),
      usd(option.usdPerHourPerNode),
    ]),
  );
  if (rows.length === 0) return undefined;
  return titled(
    paint,
    "Purchase (in order of preference)",
    table(
      [
        { head: "node group" },
        { head: "bought as", width: 22 },
        { head: "nodes", align: "right" },
        { head: "zone", width: 11 },
        { head: "placed", width: 9 },
        { head: "exists", width: 19 },
        { head: "$/h", align: "right" },
      ],
      rows,
      (text) => paint("dim", text),
    ),
  );
};

/** Where the group's own strategy is not ours to choose, it is the reservation's. */
const placementText = ({ placement }: PoolOptionPlan): string =>
  placement.kind === "create" ? placement.strategy : placement.kind === "existing" ? "its own" : "none";

const nodeText = (pool: PoolPlan): string =>
  pool.elastic ? `${pool.minNodes}–${pool.nodes}` : String(pool.nodes);

const zoneText = (option: PoolOptionPlan): string =>
  option.zones.length === 0 ? "none" : option.zones.join(", ");

function fabricText(fabric: FabricPlan): string {
  if (fabric.kind === "none") return "none";
  const speed = fabric.gbpsPerNode === null ? "" : `, ${figure(fabric.gbpsPerNode)} Gbps`;
  return `${fabric.interfacesPerNode} × ${fabric.kind}${speed}`;
}

function activeText({ activeFrom, activeUntil }: PoolOptionPlan): string {
  if (activeFrom === null && activeUntil === null) return "at once";
  const from = activeFrom === null ? "now" : moment(activeFrom);
  return activeUntil === null ? `from ${from}` : `${from} to ${moment(activeUntil)}`;
}
