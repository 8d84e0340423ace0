import { table } from "../table.ts";
import { type Section, titled } from "./section.ts";

export const workloads: Section = (plan, paint) =>
  plan.workloads.length === 0
    ? undefined
    : titled(
        paint,
        "Workloads",
        table(
          [
            { head: "workload" },
            { head: "kind" },
            { head: "model", width: 24 },
            { head: "pool" },
            { head: "nodes", align: "right" },
            { head: "after", width: 20 },
          ],
          plan.workloads.map((each) => [
            each.name,
            each.kind,
            each.model ?? "–",
            each.pool ?? "–",
            each.nodes === null ? "–" : String(each.nodes),
            each.after.length === 0 ? "–" : each.after.join(", "),
          ]),
          (text) => paint("dim", text),
        ),
      );

export const guardrails: Section = (plan, paint) => {
  const { guardrails: it } = plan;
  const lines = [
    it.budget === null
      ? "  no budget: nobody is told when it gets dear"
      : `  budget $${it.budget.usdPerMonth} a month, alerts at ${it.budget.alertAtPercent.join(", ")} %${it.budget.email === null ? "" : ` to ${it.budget.email}`}`,
    it.expiresAt === null
      ? "  no end: it lives until it is removed"
      : `  ends ${it.expiresAt}: every pool goes to zero then`,
  ];
  return titled(paint, "Guardrails", lines.join("\n"));
};
