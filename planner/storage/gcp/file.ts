import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { PlanContext } from "../../context.ts";
import type { FilestorePlan } from "../../plan/gcp-storage.ts";
import { fileThroughputTooHigh } from "../aws/file.ts";
import { storageUsers, zoneBeside } from "../aws/users.ts";
import type { StorageInput } from "../aws.ts";
import { gcpLegalSize } from "./legal-size.ts";

type FileSpec = Extract<StorageSpec, { kind: "file" }>;

/** Filestore beside the pools that use it; regional where they spread over zones. Its throughput follows its size. */
export function planFilestore(spec: FileSpec, input: StorageInput, context: PlanContext): FilestorePlan {
  const users = storageUsers(spec.name, input.environment, input.pools).pools;
  const zones = new Set(users.flatMap((pool) => pool.options.flatMap((option) => option.zones)));
  const tier = zones.size > 1 ? "REGIONAL" : "ZONAL";
  const plan = {
    name: spec.name,
    kind: "file",
    product: "filestore",
    existing: spec.existing ?? null,
    retain: spec.retain,
    zone: tier === "ZONAL" ? zoneBeside(users) : null,
    tier,
    share: shareName(spec.name),
    protocol: "NFS_V3",
    connectMode: "PRIVATE_SERVICE_ACCESS",
  } as const;
  if (spec.existing !== undefined) {
    const figures = { sizeGiB: spec.sizeGiB ?? null, throughputMBps: spec.throughputMBps ?? null };
    return { ...plan, ...figures, addresses: 0, reason: "Exists already: it is used and never changed." };
  }
  const steps = context.catalog
    .storageSteps("gcp")
    .find(({ product, deploymentType }) => product === "filestore" && deploymentType === tier);
  const mbpsPerTiB = steps?.throughputMBpsPerTiB ?? null;
  const forThroughput = mbpsPerTiB === null ? 0 : ((spec.throughputMBps ?? 0) / mbpsPerTiB) * 1024;
  const needed = Math.max(spec.sizeGiB ?? 0, forThroughput);
  const sizeGiB = steps === undefined ? null : gcpLegalSize(steps, needed);
  if (sizeGiB !== null && sizeGiB < needed) {
    context.report(fileThroughputTooHigh, {
      path: ["storage", input.index, spec.throughputMBps === undefined ? "sizeGiB" : "throughputMBps"],
      message: `${spec.name} needs ${Math.ceil(needed)} GiB for what is asked; one Filestore instance has ${sizeGiB} at most.`,
      got: spec.throughputMBps ?? spec.sizeGiB,
      allowed: sizeGiB,
      hint: "Use kind: parallel, or several file systems.",
    });
  }
  return {
    ...plan,
    sizeGiB,
    throughputMBps:
      sizeGiB === null || mbpsPerTiB === null ? null : Math.floor((sizeGiB / 1024) * mbpsPerTiB),
    addresses: 1,
    reason:
      tier === "ZONAL"
        ? "Filestore in the zone of the pools that use it: throughput grows with its size."
        : "Filestore in the region: the pools that use it are in several zones.",
  };
}

/** At most 16 letters, digits and underscores, a letter first. https://cloud.google.com/filestore/docs/reference/rest/v1/projects.locations.instances */
function shareName(storage: string): string {
  return `s_${storage.replaceAll("-", "_")}`.slice(0, 16).replace(/_+$/, "");
}
