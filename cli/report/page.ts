import type { EnvironmentPlan } from "../../planner/plan/index.ts";
import type { Finding } from "../../spec/finding.ts";
import { figure, gibibytes, moment, usd } from "../show/figures.ts";
import { pathText } from "../show/findings.ts";
import { Html, html } from "./html.ts";
import { style } from "./style.ts";
import { timelineChart } from "./timeline.ts";

/** The plan as one self-contained HTML page: no script, no external file, readable offline and in print. */
export function reportPage(plan: EnvironmentPlan, findings: readonly Finding[]): string {
  const page = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${plan.name}: plan</title><style>${new Html(style)}</style></head>
<body>
<h1>${plan.name}</h1>
<p class="sub">${plan.cloud} ${plan.region} · zones ${plan.zones.join(", ")} · planned ${moment(plan.plannedAt)} · ${plan.owner ?? "no owner"}</p>
${keyFigures(plan)}
<h2>Findings</h2>${findingTable(findings)}
<h2>Pools</h2>${poolTable(plan)}
<h2>Purchase</h2>${purchaseTable(plan)}
<h2>Storage</h2>${storageTable(plan)}
<h2>Cost</h2>${costTable(plan)}
<h2>Quota needed</h2>${quotaTable(plan)}
<h2>Deployment timeline</h2>
<p>About ${figure(plan.timeline.minutes)} minutes. Marked: the longest chain, ${plan.timeline.criticalPath.join(" → ")}.</p>
<div class="wide">${timelineChart(plan.timeline)}</div>
</body></html>
`;
  return page.text;
}

function keyFigures(plan: EnvironmentPlan): Html {
  const figures: readonly (readonly [string, string])[] = [
    ["per hour at full size", usd(plan.cost.usdPerHour)],
    ["per month (730 h)", usd(plan.cost.usdPerMonth)],
    ["accelerators", figure(plan.pools.reduce((sum, pool) => sum + pool.accelerators, 0))],
    ["power at full load", figure(plan.energy.kilowatts, "kW")],
    ["carbon", figure(plan.energy.kgCo2ePerHour, "kg CO2e/h")],
    ["to deploy", figure(plan.timeline.minutes, "min")],
  ];
  return html`<dl class="key">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function rows(heads: readonly string[], body: readonly (readonly unknown[])[]): Html {
  return html`<div class="wide"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${body.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

function findingTable(findings: readonly Finding[]): Html {
  if (findings.length === 0) return html`<p>None.</p>`;
  return rows(
    ["", "where", "what", "next"],
    findings.map((each) => [
      html`<span class="${each.severity}">${each.severity}</span>`,
      html`${pathText(each.path)}${each.line === undefined ? "" : ` (line ${each.line})`}<br><small>${each.code}</small>`,
      html`${each.message}${isLink(each.source) ? html` <a href="${each.source}">why</a>` : ""}`,
      each.hint ?? "",
    ]),
  );
}

const isLink = (source: string | undefined): boolean => source !== undefined && /^https?:\/\//.test(source);

const poolTable = (plan: EnvironmentPlan): Html =>
  rows(
    ["pool", "machine", "nodes", "accelerators", "fabric", "why"],
    plan.pools.map((pool) => [
      pool.name,
      pool.machine,
      pool.elastic ? `${pool.minNodes}–${pool.nodes}` : pool.nodes,
      `${figure(pool.accelerators)} × ${pool.accelerator ?? "unknown"}`,
      pool.fabric.kind === "none" ? "none" : `${pool.fabric.interfacesPerNode} × ${pool.fabric.kind}`,
      pool.chosenBecause,
    ]),
  );

const purchaseTable = (plan: EnvironmentPlan): Html =>
  rows(
    ["option", "nodes", "zones", "placement", "from", "until"],
    plan.pools.flatMap((pool) =>
      pool.options.map((option) => [
        option.id,
        option.nodes,
        option.zones.join(", "),
        option.placement.reason,
        option.activeFrom === null ? "at once" : moment(option.activeFrom),
        option.activeUntil === null ? "no end" : moment(option.activeUntil),
      ]),
    ),
  );

const storageTable = (plan: EnvironmentPlan): Html =>
  rows(
    ["storage", "product", "size", "MB/s", "why"],
    plan.storage.map((each) => [
      each.name,
      each.existing === null ? each.product : `${each.product} (existing)`,
      gibibytes(each.sizeGiB),
      each.throughputMBps ?? "–",
      each.reason,
    ]),
  );

const costTable = (plan: EnvironmentPlan): Html =>
  rows(
    ["category", "what", "$/hour", "source"],
    plan.cost.items.map((item) => [
      item.category,
      item.name,
      usd(item.usdPerHour),
      [item.source, item.date].filter(Boolean).join(", "),
    ]),
  );

const quotaTable = (plan: EnvironmentPlan): Html =>
  rows(
    ["quota", "code", "needed", "default"],
    plan.quota.map((each) => [
      each.name,
      each.code ?? "–",
      `${figure(each.needed)} ${each.unit}`,
      figure(each.default),
    ]),
  );
