import Table from "cli-table3";

export interface Column {
  readonly head: string;
  readonly align?: "left" | "right";
  /** Longest cell; longer text is wrapped. */
  readonly width?: number;
}

const noLines = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "",
};

/** A plain table: two spaces between columns, no lines, heads in dim. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  dim: (text: string) => string,
): string {
  const shown = new Table({
    chars: noLines,
    style: { "padding-left": 2, "padding-right": 0, head: [], border: [], compact: true },
    colAligns: columns.map(({ align }) => align ?? "left"),
    colWidths: columns.map(({ width }) => (width === undefined ? null : width)),
    wordWrap: true,
  });
  shown.push(
    columns.map(({ head }) => dim(head)),
    ...rows.map((row) => [...row]),
  );
  return shown
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
