import { figure, plural, unknown, usd } from "../figures.ts";
import { folded } from "../folded.ts";
import { table } from "../table.ts";
import { type Section, titled } from "./section.ts";

export const cost: Section = (plan, paint) => {
  const { cost: it } = plan;
  const dim = (text: string): string => paint("dim", text);
  const byUse = new Set(it.byUse);
  const rows = it.items.map((item, index) => [
    item.category === it.items[index - 1]?.category ? "" : item.category,
    item.name,
    byUse.has(item.name) ? "by use" : usd(item.usdPerHour),
  ]);
  const columns = [
    { head: "cost" },
    { head: "what", width: 58 },
    { head: "$/hour", align: "right" as const },
  ];
  const full = `  ${paint("bold", `${usd(it.usdPerHour)} per hour, ${usd(it.usdPerMonth)} per month`)} (730 h) at full size`;
  const idle = `  ${usd(it.usdPerHourIdle)} per hour with elastic pools at their smallest`;
  const missing = it.items
    .filter(({ name }) => it.unknown.includes(name))
    .map(({ name, note }) =>
      paint("yellow", folded(`not in these totals: ${name}${note === null ? "" : ` (${note})`}`)),
    );
  const totals = [full, ...(it.usdPerHourIdle < it.usdPerHour ? [idle] : []), ...missing];
  return titled(paint, "Cost", [table(columns, rows, dim), ...totals].join("\n"));
};

export const energy: Section = (plan, paint) => {
  const { energy: it } = plan;
  if (it.items.length === 0) return undefined;
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
      `${figure(it.kilowatts)} kW for the accelerators at full load, ${carbon} (PUE ${it.pue ?? unknown}, ${figure(it.gCo2ePerKWh)} g CO2e/kWh)`,
    ),
    ...(missing.length === 0
      ? []
      : [paint("yellow", folded(`power unknown and not counted: ${missing.join(", ")}`))]),
  ];
  return titled(paint, "Energy", lines.join("\n"));
};

/** Quotas that a new account may not have enough of; the rest is in plan.json. */
export const quota: Section = (plan, paint) => {
  const tight = plan.quota.filter(({ needed, default: given }) => given === null || needed > given / 2);
  const roomy = plan.quota.length - tight.length;
  const shown =
    tight.length === 0
      ? []
      : [
          table(
            [
              { head: "quota", width: 54 },
              { head: "code", width: 14 },
              { head: "needed", align: "right" },
              { head: "unit", width: 12 },
              { head: "default", align: "right" },
            ],
            tight.map((each) => [
              each.name,
              each.code ?? "–",
              figure(each.needed),
              each.unit,
              each.default === null ? unknown : figure(each.default),
            ]),
            (text) => paint("dim", text),
          ),
        ];
  const rest =
    roomy === 0
      ? []
      : [paint("dim", folded(`${plural(roomy, "other quota")} of a new account: at most half of it needed`))];
  return titled(paint, "Quota needed", [...shown, ...rest].join("\n"));
};

export const timeline: Section = (plan, paint) => {
  const { timeline: it } = plan;
  const byId = new Map(it.steps.map((step) => [step.id, step]));
  const chain = it.criticalPath.map((id) => {
    const step = byId.get(id);
    return step === undefined ? id : `${step.id} ${step.minutes.toFixed(1)}`;
  });
  const lines = [
    folded(
      `about ${figure(it.minutes)} minutes; ${plural(it.steps.length, "step")}, the longest chain in minutes each:`,
    ),
    folded(chain.join(" → ")),
  ];
  return titled(paint, "Deployment timeline", lines.join("\n"));
};
