import type { TimelinePlan } from "../../planner/plan/index.ts";
import { figure } from "../show/figures.ts";
import { type Html, html } from "./html.ts";

const rowHeight = 18;
const labelWidth = 330;
const width = 960;

/** The deployment as bars over minutes; the critical path is marked. Steps that take no time are left out. */
export function timelineChart(timeline: TimelinePlan): Html {
  const critical = new Set(timeline.criticalPath);
  const steps = timeline.steps
    .filter(({ minutes }) => minutes > 0.5)
    .toSorted((a, b) => a.startsAtMinute - b.startsAtMinute);
  const scale = (width - labelWidth - 60) / Math.max(timeline.minutes, 1);
  const bars = steps.map((step, row) => {
    const x = labelWidth + step.startsAtMinute * scale;
    const y = row * rowHeight + 3;
    return html`<g><title>${step.id}: ${step.type}, minute ${figure(step.startsAtMinute)} to ${figure(step.startsAtMinute + step.minutes)}</title>
<text x="${labelWidth - 8}" y="${y + 10}" text-anchor="end">${step.id}</text>
<rect class="${critical.has(step.id) ? "critical" : "step"}" x="${x}" y="${y}" width="${Math.max(step.minutes * scale, 2)}" height="12" rx="2"/>
<text x="${x + Math.max(step.minutes * scale, 2) + 4}" y="${y + 10}">${figure(step.minutes)}</text></g>`;
  });
  return html`<svg viewBox="0 0 ${width} ${steps.length * rowHeight + 6}" role="img" aria-label="Deployment timeline, ${figure(timeline.minutes)} minutes">${bars}</svg>`;
}
