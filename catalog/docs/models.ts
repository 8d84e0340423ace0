import type { Catalog } from "../catalog.ts";
import { page, sourceList, table } from "./markdown.ts";

export function modelsPage(catalog: Catalog): string {
  const rows = catalog.models();
  return page(
    "Models",
    "Parameters are in billions, computed from the model's own configuration. The cache is of one token in bf16, all layers growing: where layers slide or are linear, it is an upper bound.",
    table(rows, [
      { head: "id", cell: ({ id }) => `\`${id}\`` },
      { head: "parameters", align: "right", cell: ({ paramsB }) => paramsB },
      { head: "active", align: "right", cell: ({ activeParamsB }) => activeParamsB },
      { head: "layers", align: "right", cell: ({ layers }) => layers },
      { head: "hidden", align: "right", cell: ({ hidden }) => hidden },
      { head: "heads", align: "right", cell: ({ heads }) => heads },
      { head: "KV heads", align: "right", cell: ({ kvHeads }) => kvHeads },
      { head: "experts", cell: ({ moe }) => (moe === null ? null : `${moe.experts} (top ${moe.topK})`) },
      { head: "context", align: "right", cell: ({ contextLength }) => contextLength },
      { head: "cache B/token", align: "right", cell: ({ kvBytesPerTokenBf16 }) => kvBytesPerTokenBf16 },
      { head: "also found as", cell: ({ aliases }) => aliases.join(", ") },
      { head: "sources", cell: ({ sources }) => sources.join(", ") },
    ]),
    sourceList(
      catalog,
      rows.flatMap(({ sources }) => sources),
    ),
  );
}
