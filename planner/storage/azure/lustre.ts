import type { Environment } from "../../../spec/schema/environment.ts";
import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { PlanContext } from "../../context.ts";
import type { AzureLustrePlan } from "../../plan/azure.ts";
import { zoneNumber } from "../../zones/azure.ts";
import { lustreNeeds } from "../aws/lustre-needs.ts";
import { storageUsers, zoneBeside } from "../aws/users.ts";
import type { AzureStorageInput } from "../azure.ts";
import { lustreServiceRights, lustreTooLarge, scratchIsDurable } from "./finding-kinds.ts";
import { type AzureLustreOffer, chooseAzureLustre, mostMBpsPerGiB } from "./lustre-offer.ts";
import { loggingContainer } from "./object.ts";

type ParallelSpec = Extract<StorageSpec, { kind: "parallel" }>;

/** A file system of 48 TiB took ten addresses; others are counted alike. https://github.com/kubernetes-sigs/azurelustre-csi-driver */
const ADDRESSES = { perGiB: 48 * 1024, count: 10 } as const;

/** Addresses of the smallest subnet that it takes, /24. */
const MOST_ADDRESSES = 251;

/** When the service may pause the file system for maintenance: one must be given. */
const MAINTENANCE = { dayOfWeek: "Saturday", timeOfDayUtc: "22:00" } as const;

/**
 * Azure Managed Lustre: the SKU and size that meet what is given or planned, rounded up to a step, in one zone, with the
 * blob container that it is joined to from the beginning: neither can be changed later.
 * https://learn.microsoft.com/azure/azure-managed-lustre/create-file-system-portal
 */
export function planAzureLustre(
  spec: ParallelSpec,
  input: AzureStorageInput,
  context: PlanContext,
): AzureLustrePlan {
  const { environment, pools } = input;
  const users = storageUsers(spec.name, environment, pools);
  const zone = spec.zone ?? zoneBeside(users.pools);
  const plan = {
    name: spec.name,
    kind: "parallel",
    product: "azure-managed-lustre",
    existing: spec.existing ?? null,
    retain: spec.retain,
    // A region with zones wants one named.
    zone: zone === null ? (input.zonal ? "1" : null) : zoneNumber(zone),
    subnet: `lustre-${spec.name}`,
    source: spec.source ?? null,
    hsm: joined(spec, environment),
    maintenance: MAINTENANCE,
    clientArchitectures: ["x86_64"],
  } as const;
  if (spec.existing !== undefined) {
    const figures = { sizeGiB: spec.sizeGiB ?? null, throughputMBps: spec.throughputMBps ?? null };
    const reason = "Exists already: it is used and never changed.";
    return { ...plan, ...figures, sku: "", sizeTiB: 0, mbpsPerTiB: 0, addresses: 0, hsm: null, reason };
  }
  if (spec.scratch) reportScratch(spec, input, context);
  if (plan.hsm !== null) reportRights(spec, input, context);
  const needs = lustreNeeds(spec, users, environment, context.catalog);
  const throughputMBps = cappedThroughput(spec, needs.throughputMBps, context);
  const offer = chooseAzureLustre(
    {
      capacityGiB: needs.capacityGiB,
      throughputMBps,
      region: environment.region,
      sizeGiven: spec.sizeGiB !== undefined,
    },
    context.catalog,
  );
  if (offer === undefined) reportTooLarge(spec, input, needs.capacityGiB, throughputMBps, context);
  return { ...plan, ...figuresOf(offer), reason: sentence([...needs.reasons, skuReason(offer)]) };
}

/** A given size is kept: planned throughput is then at most what that size can have. */
function cappedThroughput(spec: ParallelSpec, needed: number, { catalog }: PlanContext): number {
  if (spec.sizeGiB === undefined || spec.throughputMBps !== undefined) return needed;
  return Math.min(needed, spec.sizeGiB * mostMBpsPerGiB(catalog));
}

function joined(spec: ParallelSpec, { storage }: Environment): AzureLustrePlan["hsm"] {
  const source = storage.find(({ name }) => name === spec.source);
  if (source === undefined) return null;
  const container = source.existing ?? source.name;
  return { container, loggingContainer: loggingContainer(container) };
}

function figuresOf(offer: AzureLustreOffer | undefined) {
  if (offer === undefined) {
    return { sku: "", sizeGiB: null, sizeTiB: 0, throughputMBps: null, mbpsPerTiB: 0, addresses: 0 };
  }
  const { sku, sizeGiB, throughputMBps, mbpsPerTiB } = offer;
  const addresses = Math.min(MOST_ADDRESSES, Math.ceil(sizeGiB / ADDRESSES.perGiB) * ADDRESSES.count);
  return { sku, sizeGiB, sizeTiB: sizeGiB / 1024, throughputMBps, mbpsPerTiB, addresses };
}

function skuReason(offer: AzureLustreOffer | undefined): string {
  return offer === undefined
    ? "no SKU meets it"
    : `${offer.sku} is the slowest SKU that meets it without much more size`;
}

function reportScratch(spec: ParallelSpec, { index }: AzureStorageInput, { report }: PlanContext): void {
  report(scratchIsDurable, {
    path: ["storage", index, "scratch"],
    message: `${spec.name} is to be scratch, and Azure sells durable Lustre file systems alone: it is one.`,
    got: true,
    allowed: false,
    hint: "Leave scratch out.",
  });
}

/** The service has one principal in every tenant, whose object id no plan can know. */
function reportRights(spec: ParallelSpec, { index }: AzureStorageInput, { report }: PlanContext): void {
  report(lustreServiceRights, {
    path: ["storage", index, "source"],
    message: `${spec.name} is joined to ${spec.source}: before it is made, "HPC Cache Resource Provider" must have the roles Storage Account Contributor and Storage Blob Data Contributor on that account.`,
    got: spec.source,
    hint: "Deploy the data layer's account first, then: az role assignment create --assignee-object-id $(az ad sp list --display-name 'HPC Cache Resource Provider' --query '[0].id' -o tsv) --role 'Storage Blob Data Contributor' --scope ACCOUNT.",
  });
}

function reportTooLarge(
  spec: ParallelSpec,
  { index }: AzureStorageInput,
  capacityGiB: number,
  throughputMBps: number,
  { report }: PlanContext,
): void {
  report(lustreTooLarge, {
    path: ["storage", index, spec.throughputMBps === undefined ? "sizeGiB" : "throughputMBps"],
    message: `${spec.name} must hold ${Math.round(capacityGiB)} GiB and deliver ${Math.round(throughputMBps)} MB/s, which no SKU of Azure Managed Lustre does in one file system.`,
    got: { sizeGiB: Math.round(capacityGiB), throughputMBps: Math.round(throughputMBps) },
    hint: "Give it a sizeGiB within 768 TiB and a throughputMBps that follows from it, or make several file systems.",
  });
}

function sentence(reasons: readonly string[]): string {
  const text = reasons.join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
