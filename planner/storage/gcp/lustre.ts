import type { StorageSteps } from "../../../catalog/types.ts";
import type { FindingKind } from "../../../spec/finding.ts";
import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { PlanContext } from "../../context.ts";
import type { ManagedLustrePlan } from "../../plan/gcp-storage.ts";
import { lustreNeeds } from "../aws/lustre-needs.ts";
import { storageUsers, zoneBeside } from "../aws/users.ts";
import type { StorageInput } from "../aws.ts";
import { gcsSourceUrl } from "./bucket-name.ts";
import { gcpLegalSize } from "./legal-size.ts";

export const lustreScratchNotSold: FindingKind = {
  code: "lustre-scratch-not-sold",
  severity: "info",
  title: "Scratch file systems are asked for where they are sold.",
  source: "https://docs.cloud.google.com/managed-lustre/docs/overview",
};

export const lustreTooLarge: FindingKind = {
  code: "lustre-too-large",
  severity: "error",
  title: "A parallel file system is asked for no more than its largest tier holds.",
  source: "https://docs.cloud.google.com/managed-lustre/docs/performance-tiers",
};

type ParallelSpec = Extract<StorageSpec, { kind: "parallel" }>;

/** Port of the servers. GKE of every planned version uses the usual one; before 1.33.2-gke.4780000 it was 6988. */
const PORT = 988;

/** Managed Lustre: the cheapest legal tier and size that meets what is given or planned, beside the pools that use it. */
export function planGcpLustre(
  spec: ParallelSpec,
  input: StorageInput,
  context: PlanContext,
): ManagedLustrePlan {
  const { environment, pools, index } = input;
  const users = storageUsers(spec.name, environment, pools);
  const tiers = context.catalog.storageSteps("gcp").filter(({ product }) => product === "managed-lustre");
  const plan = {
    name: spec.name,
    kind: "parallel",
    product: "managed-lustre",
    existing: spec.existing ?? null,
    retain: spec.retain,
    zone: spec.zone ?? zoneBeside(users.pools),
    fileSystem: fileSystemName(spec.name),
    source: spec.source ?? null,
    sourceUrl: gcsSourceUrl(environment, spec.source) ?? null,
    gkeSupportEnabled: false,
    port: PORT,
  } as const;
  if (spec.existing !== undefined) {
    return {
      ...plan,
      sizeGiB: spec.sizeGiB ?? null,
      throughputMBps: spec.throughputMBps ?? null,
      mbpsPerTiB: 0,
      reason: "Exists already: it is used and never changed.",
    };
  }
  if (spec.scratch) {
    context.report(lustreScratchNotSold, {
      path: ["storage", index, "scratch"],
      message: `${spec.name}: Google Cloud sells no Lustre without replicas; it is planned as a durable one.`,
      got: true,
      hint: "Leave scratch out.",
    });
  }
  const most = Math.max(0, ...tiers.map(({ throughputMBpsPerTiB }) => throughputMBpsPerTiB ?? 0));
  const needs = lustreNeeds(spec, users, environment, context.catalog, most);
  const offers = tiers
    .map((steps) => offerOf(steps, needs, environment.region, context))
    .toSorted(cheapestFirst);
  const offer = offers.find(({ enough }) => enough) ?? offers[0];
  if (offer !== undefined && !offer.enough) {
    context.report(lustreTooLarge, {
      path: ["storage", index],
      message: `${spec.name} needs ${Math.round(needs.capacityGiB)} GiB and ${Math.round(needs.throughputMBps)} MB/s, more than one Managed Lustre instance has.`,
      got: needs.capacityGiB,
      allowed: offer.sizeGiB,
      hint: "Make several file systems.",
    });
  }
  return {
    ...plan,
    sizeGiB: offer?.sizeGiB ?? null,
    throughputMBps: offer === undefined ? null : Math.floor((offer.sizeGiB / 1024) * offer.mbpsPerTiB),
    mbpsPerTiB: offer?.mbpsPerTiB ?? 0,
    reason: sentence([
      ...needs.reasons,
      ...(offer === undefined ? [] : [`tier of ${offer.mbpsPerTiB} MB/s per TiB`]),
    ]),
  };
}

interface Offer {
  readonly mbpsPerTiB: number;
  readonly sizeGiB: number;
  readonly usdPerMonth: number | null;
  readonly enough: boolean;
}

function offerOf(
  steps: StorageSteps,
  needs: { readonly capacityGiB: number; readonly throughputMBps: number },
  region: string,
  { catalog }: PlanContext,
): Offer {
  const mbpsPerTiB = steps.throughputMBpsPerTiB ?? 1;
  const needed = Math.max(needs.capacityGiB, (needs.throughputMBps / mbpsPerTiB) * 1024);
  const sizeGiB = gcpLegalSize(steps, needed);
  // Where the region's price is not known, the order of tiers by the price of any region holds.
  const price = catalog.servicePrice("gcp", steps.service, region);
  const usd = price?.usd ?? Object.values(price?.row.usd ?? {}).find((each) => each !== null) ?? null;
  return { mbpsPerTiB, sizeGiB, usdPerMonth: usd === null ? null : usd * sizeGiB, enough: sizeGiB >= needed };
}

function cheapestFirst(a: Offer, b: Offer): number {
  return (
    (a.usdPerMonth ?? Number.MAX_VALUE) - (b.usdPerMonth ?? Number.MAX_VALUE) ||
    a.sizeGiB - b.sizeGiB ||
    a.mbpsPerTiB - b.mbpsPerTiB
  );
}

/** At most eight letters and digits, a letter first. https://docs.cloud.google.com/managed-lustre/docs/create-instance */
function fileSystemName(storage: string): string {
  const name = storage.replace(/[^a-z0-9]/g, "").slice(0, 8);
  return /^[a-z]/.test(name) ? name : `fs${name}`.slice(0, 8);
}

function sentence(reasons: readonly string[]): string {
  const text = reasons.join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
