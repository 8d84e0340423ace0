import type { CostItem } from "../../../planner/plan/index.ts";
import { figure, plural, unknown, usd } from "../figures.ts";
import { table } from "../table.ts";
import { folded, type Section, titled } from "./section.ts";

export const cost: Section = (plan, paint) => {
  const { cost: it } = plan;
  const byCategory = Map.groupBy(it.items, ({ category }) => category);
  const rows = [...byCategory].flatMap(([category, items]) => categoryRows(category, items));
  const shown = table(
    [{ head: "cost" }, { head: "what", width: 58 }, { head: "$/hour", align: "right" }],
    rows,
    (text) => paint("dim", text),
  );
  const total = `  ${paint("bold", `${usd(it.usdPerHour)} per hour`)} at full size, ${usd(it.usdPerMonth)} per month (730 h), ${usd(it.usdPerHourIdle)} per hour with elastic pools at their smallest`;
  const missing =
    it.unknown.length === 0
      ? []
      : [paint("yellow", folded(`not in these totals, price unknown: ${it.unknown.join("; ")}`))];
  return titled(paint, "Cost", [shown, total, ...missing].join("\n"));
};

export const energy: Section = (plan, paint) => {
  const { energy: it } = plan;
  if (it.kilowatts === null) {
    return titled(
      paint,
      "Energy",
      `  ${unknown}: no figure for ${it.items.map(({ pool }) => pool).join(", ")}`,
    );
  }
  const carbon =
    it.kgCo2ePerHour === null ? "carbon unknown" : `${figure(it.kgCo2ePerHour)} kg CO2e per hour`;
  const missing = it.items.filter(({ kilowatts }) => kilowatts === null).map(({ pool }) => pool);
  const lines = [
    folded(
      `${figure(it.kilowatts)} kW at full load, ${carbon} (PUE ${it.pue ?? unknown}, ${figure(it.gCo2ePerKWh)} g CO2e/kWh)`,
    ),
    ...(missing.length === 0
      ? []
      : [paint("yellow", folded(`power unknown and not counted: ${missing.join(", ")}`))]),
  ];
  return titled(paint, "Energy", lines.join("\n"));
};

export const quota: Section = (plan, paint) =>
  plan.quota.length === 0
    ? undefined
    : titled(
        paint,
        "Quota needed",
        table(
          [
            { head: "quota", width: 54 },
            { head: "code", width: 14 },
            { head: "needed", align: "right" },
            { head: "unit", width: 12 },
            { head: "default", align: "right" },
          ],
          plan.quota.map((each) => [
            each.name,
            each.code ?? "–",
            figure(each.needed),
            each.unit,
            each.default === null ? "–" : figure(each.default),
          ]),
          (text) => paint("dim", text),
        ),
      );

export const timeline: Section = (plan, paint) => {
  const { timeline: it } = plan;
  const byId = new Map(it.steps.map((step) => [step.id, step]));
  const chain = it.criticalPath.map((id) => {
    const step = byId.get(id);
    return step === undefined ? id : `${step.id} ${figure(step.minutes)}`;
  });
  const lines = [
    folded(
      `about ${figure(it.minutes)} minutes; ${plural(it.steps.length, "step")}, the longest chain in minutes each:`,
    ),
    folded(chain.join(" → ")),
  ];
  return titled(paint, "Deployment timeline", lines.join("\n"));
};

function categoryRows(category: string, items: readonly CostItem[]): string[][] {
  return items.map((item, index) => [
    index === 0 ? category : "",
    item.name,
    item.usdPerHour === null ? unknown : usd(item.usdPerHour),
  ]);
}
