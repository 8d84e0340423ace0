import { figure, gibibytes } from "../figures.ts";
import { folded } from "../folded.ts";
import { table } from "../table.ts";
import { type Section, titled } from "./section.ts";

export const storage: Section = (plan, paint) => {
  if (plan.storage.length === 0) return undefined;
  const rows = plan.storage.map((each) => [
    each.name,
    each.kind,
    each.product,
    gibibytes(each.sizeGiB),
    each.throughputMBps === null ? "–" : figure(each.throughputMBps, "MB/s"),
    each.zone ?? "regional",
    each.existing === null ? (each.retain ? "new, kept" : "new") : "existing",
  ]);
  const shown = table(
    [
      { head: "storage" },
      { head: "kind" },
      { head: "product" },
      { head: "size", align: "right" },
      { head: "throughput", align: "right" },
      { head: "zone" },
      { head: "state" },
    ],
    rows,
    (text) => paint("dim", text),
  );
  const reasons = plan.storage.map((each) => paint("dim", folded(`${each.name}: ${each.reason}`)));
  return titled(paint, "Storage", [shown, ...reasons].join("\n"));
};
