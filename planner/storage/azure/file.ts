import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { PlanContext } from "../../context.ts";
import type { AzureFilesPlan, AzureNetAppPlan } from "../../plan/azure.ts";
import { zoneNumber } from "../../zones/azure.ts";
import { fileThroughputTooHigh } from "../aws/file.ts";
import { storageUsers, zoneBeside } from "../aws/users.ts";
import type { AzureStorageInput } from "../azure.ts";
import { accountName } from "./account-name.ts";
import { chooseNetApp, filesMBps, NETAPP_LARGE_TIB } from "./file-offer.ts";

type FileSpec = Extract<StorageSpec, { kind: "file" }>;

/** What a shared file system holds where the file does not say: homes and code. */
const PLANNED_GIB = 1024;

/** Sizes of a share. https://learn.microsoft.com/azure/storage/files/understanding-billing */
const FILES = { least: 100, most: 102_400 } as const;

/**
 * An NFS share of Azure Files where its throughput, which follows from its size, is enough; else Azure NetApp Files,
 * which has several times more for the same size.
 */
export function planAzureFile(
  spec: FileSpec,
  input: AzureStorageInput,
  context: PlanContext,
): AzureFilesPlan | AzureNetAppPlan {
  const sizeGiB = Math.max(FILES.least, spec.sizeGiB ?? PLANNED_GIB);
  const fits = sizeGiB <= FILES.most && (spec.throughputMBps ?? 0) <= filesMBps(sizeGiB);
  return fits || spec.existing !== undefined
    ? planFiles(spec, sizeGiB, input)
    : planNetApp(spec, sizeGiB, input, context);
}

function planFiles(
  spec: FileSpec,
  sizeGiB: number,
  { environment, zonal }: AzureStorageInput,
): AzureFilesPlan {
  const exists = spec.existing !== undefined;
  return {
    name: spec.name,
    kind: "file",
    product: "azure-files-nfs",
    sizeGiB: exists ? (spec.sizeGiB ?? null) : sizeGiB,
    throughputMBps: exists ? (spec.throughputMBps ?? null) : filesMBps(sizeGiB),
    existing: spec.existing ?? null,
    retain: spec.retain,
    zone: null,
    account: accountName(environment.name, spec.name),
    accountKind: "FileStorage",
    sku: zonal ? "Premium_ZRS" : "Premium_LRS",
    share: spec.name,
    httpsOnly: false,
    reason: exists
      ? "Exists already: it is used and never changed."
      : `A premium NFS share of Azure Files: ${spec.sizeGiB === undefined ? "no size is given, and it" : "it"} can be raised in place; its throughput follows from its size.`,
  };
}

function planNetApp(
  spec: FileSpec,
  sizeGiB: number,
  { environment, pools, index }: AzureStorageInput,
  context: PlanContext,
): AzureNetAppPlan {
  const zone = zoneBeside(storageUsers(spec.name, environment, pools).pools);
  const offer = chooseNetApp(sizeGiB, spec.throughputMBps ?? 0, context.catalog);
  if (!offer.suffices) {
    context.report(fileThroughputTooHigh, {
      path: ["storage", index, "throughputMBps"],
      message: `${spec.name} asks for ${spec.throughputMBps ?? 0} MB/s and ${sizeGiB} GiB; one volume of Azure NetApp Files gives ${offer.throughputMBps} MB/s and ${offer.poolTiB * 1024} GiB at most.`,
      got: spec.throughputMBps,
      allowed: offer.throughputMBps,
      hint: "Use kind: parallel, or several file systems.",
    });
  }
  return {
    name: spec.name,
    kind: "file",
    product: "azure-netapp-files",
    // Throughput goes with the volume, so the volume takes the whole pool.
    sizeGiB: offer.poolTiB * 1024,
    throughputMBps: offer.throughputMBps,
    existing: null,
    retain: spec.retain,
    zone: zone === null ? null : zoneNumber(zone),
    serviceLevel: offer.serviceLevel,
    poolTiB: offer.poolTiB,
    protocol: "NFSv4.1",
    largeVolume: offer.poolTiB > NETAPP_LARGE_TIB,
    subnet: "netapp",
    reason: `Azure NetApp Files: ${spec.throughputMBps ?? 0} MB/s and ${sizeGiB} GiB are more than a share of Azure Files gives.`,
  };
}
