import type { Catalog } from "../catalog.ts";
import type { SourceId } from "../types.ts";

export interface Column<Row> {
  readonly head: string;
  readonly align?: "right";
  readonly cell: (row: Row) => string | number | null;
}

const GENERATED = "<!-- Generated from catalog/data by `npm run generate`. Edit the data, not this page. -->";

/** A page of the generated documentation: title, an introduction, then its parts. */
export function page(title: string, introduction: string, ...parts: readonly string[]): string {
  return `${[GENERATED, `# ${title}`, introduction, ...parts.filter((part) => part !== "")].join("\n\n")}\n`;
}

export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ head }) => head)),
    line(columns.map(({ align }) => (align === "right" ? "---:" : "---"))),
    ...rows.map((row) => line(columns.map(({ cell }) => escaped(cell(row))))),
  ].join("\n");
}

/** The sources that `ids` name, once each, with their dates. */
export function sourceList(catalog: Catalog, ids: readonly SourceId[]): string {
  const sources = catalog.sources();
  const lines = [...new Set(ids)].sort().map((id) => {
    const source = sources[id];
    if (source === undefined) return `- \`${id}\``;
    const name = source.url === null ? source.name : `[${source.name}](${source.url})`;
    return `- \`${id}\`: ${name}, ${source.date}.${source.note === null ? "" : ` ${source.note}`}`;
  });
  return `## Sources\n\n${lines.join("\n")}`;
}

/** Unknown is a dash, never a number. */
function escaped(value: string | number | null): string {
  if (value === null || value === "") return "–";
  return String(value).replaceAll("|", "\\|");
}
