import type { Component } from "../../catalog/types.ts";
import type { PlanContext } from "../context.ts";
import type { GcpFabricSoftwarePlan } from "../plan/gcp-pool.ts";

/**
 * The one set of plug-in, receive daemon and library that is pinned for a layout: parts of different sets hang or crash.
 * https://github.com/GoogleCloudPlatform/cluster-toolkit/issues/3032
 */
export function fabricSoftware(layout: string, { catalog }: PlanContext): GcpFabricSoftwarePlan | null {
  const row = catalog
    .components()
    .find(({ cloud, attributes }) => cloud === "gcp" && attributes.layout === layout);
  if (row === undefined) return null;
  const { driverMajorMin, parts } = row.attributes;
  return {
    id: row.name,
    ncclPlugin: image(row, "ncclPlugin"),
    rxDaemon: image(row, "rxDaemon"),
    driverMajorMin: typeof driverMajorMin === "number" ? driverMajorMin : null,
    parts: Array.isArray(parts) ? Object.fromEntries(parts.map(nameAndVersion)) : {},
    source: row.source,
    date: row.date,
  };
}

function image({ attributes }: Component, part: string): GcpFabricSoftwarePlan["ncclPlugin"] {
  const name = attributes[part];
  const reference = attributes[`${part}Image`];
  if (typeof name !== "string" || typeof reference !== "string") return null;
  return { name, image: reference, version: reference.split(":").at(-1) ?? reference };
}

/** `nccl: 2.28.7-1` → `["nccl", "2.28.7-1"]`. */
function nameAndVersion(text: string): readonly [string, string] {
  const at = text.indexOf(": ");
  return [text.slice(0, at), text.slice(at + 2)];
}
