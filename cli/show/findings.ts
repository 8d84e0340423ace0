import type { Finding, Severity } from "../../spec/finding.ts";
import { painter, type Style } from "../streams.ts";
import { plural } from "./figures.ts";
import { folded } from "./folded.ts";

const mark: Record<Severity, { readonly sign: string; readonly style: Style }> = {
  error: { sign: "✗ error  ", style: "red" },
  warning: { sign: "! warning", style: "yellow" },
  info: { sign: "· note   ", style: "cyan" },
};
const order: readonly Severity[] = ["error", "warning", "info"];

/** Findings for people: worst first, each with its place, the value got, what is allowed and the next thing to do. */
export function showFindings(file: string, findings: readonly Finding[], colour: boolean): string {
  if (findings.length === 0) return `${painter(colour)("green", "✓")} ${file}: no findings\n`;
  const sorted = order.flatMap((severity) => findings.filter((each) => each.severity === severity));
  return `${sorted.map((each) => showFinding(file, each, colour)).join("\n")}\n${summary(file, findings)}\n`;
}

function showFinding(file: string, each: Finding, colour: boolean): string {
  const paint = painter(colour);
  const { sign, style } = mark[each.severity];
  const place = each.line === undefined ? file : `${file}:${each.line}:${each.column ?? 1}`;
  const details = [
    detail("at", each.path.length === 0 ? undefined : pathText(each.path)),
    detail("got", each.got),
    detail("allowed", each.allowed),
    detail("do", each.hint),
    detail("see", each.source),
  ].filter((line) => line !== undefined);
  return [
    `${paint(style, sign)} ${place}  ${paint("dim", each.code)}`,
    folded(each.message, "    "),
    ...details.map((line) => paint("dim", line)),
  ].join("\n");
}

function detail(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const lines = folded(text.length > 400 ? `${text.slice(0, 397)}…` : text, " ".repeat(14));
  return `      ${name.padEnd(8)}${lines.trimStart()}`;
}

/** `pools[0].purchase[1].kind` */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join("");
}

function summary(file: string, findings: readonly Finding[]): string {
  const names: Record<Severity, string> = { error: "error", warning: "warning", info: "note" };
  const counts = order
    .map((severity) => ({ severity, count: findings.filter((each) => each.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => plural(count, names[severity]));
  return `${file}: ${counts.join(", ")}`;
}
