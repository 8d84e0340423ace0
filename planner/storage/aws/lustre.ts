import type { FindingKind } from "../../../spec/finding.ts";
import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { PlanContext } from "../../context.ts";
import type { FsxLustrePlan } from "../../plan/storage.ts";
import type { StorageInput } from "../aws.ts";
import { fabricWish } from "./lustre-fabric.ts";
import { includedMetadataIops } from "./lustre-metadata.ts";
import { lustreNeeds } from "./lustre-needs.ts";
import { cheapestLustre, type LustreOffer, type LustreRequest } from "./lustre-offer.ts";
import { sourceUrl } from "./model-cache.ts";
import { storageUsers, zoneBeside } from "./users.ts";

export const storageNotInRegion: FindingKind = {
  code: "storage-not-in-region",
  severity: "error",
  title: "The region sells the kind of storage that is asked for.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-fsx-lustre.html",
};

type ParallelSpec = Extract<StorageSpec, { kind: "parallel" }>;

/**
 * FSx for Lustre: the cheapest legal tier and size that meets what is given or planned, beside the pools that use it.
 * With EFA where that is possible; a given size below every tier's smallest for EFA keeps its size and goes without.
 */
export function planLustre(spec: ParallelSpec, input: StorageInput, context: PlanContext): FsxLustrePlan {
  const { environment, pools } = input;
  const users = storageUsers(spec.name, environment, pools);
  const plan = {
    name: spec.name,
    kind: "parallel",
    product: "fsx-lustre",
    existing: spec.existing ?? null,
    retain: spec.retain,
    zone: spec.zone ?? zoneBeside(users.pools),
    deploymentType: spec.scratch ? "SCRATCH_2" : "PERSISTENT_2",
    storageType: "SSD",
    source: spec.source ?? null,
    sourceUrl: sourceUrl(environment, spec.source) ?? null,
  } as const;
  if (spec.existing !== undefined) return { ...plan, ...existingFigures(spec) };
  const needs = lustreNeeds(spec, users, environment, context.catalog);
  const wish = fabricWish(users.pools, spec.scratch, context.catalog);
  const request = { needs, deploymentType: plan.deploymentType, efa: false, region: environment.region };
  const overFabric = wish.wanted ? fabricOffer(spec, request, context) : undefined;
  const offer = overFabric ?? cheapestLustre(request, context.catalog);
  const without = wish.wanted ? "no EFA: the given size is below the smallest with EFA" : wish.reason;
  const reasons = [
    ...needs.reasons,
    offer?.efa ? "EFA, as its pools have it" : without,
    // A planned size follows the pools, and a smaller one could not be deployed over a larger one.
    // https://docs.aws.amazon.com/fsx/latest/LustreGuide/managing-storage-capacity.html
    ...(spec.sizeGiB === undefined && offer !== undefined
      ? [`write sizeGiB: ${offer.sizeGiB} to keep this size when pools change, since FSx only grows`]
      : []),
  ];
  if (offer === undefined) reportMissing(input.index, spec, environment.region, context);
  return { ...plan, ...(offer === undefined ? noFigures : figures(offer)), reason: sentence(reasons) };
}

/** A given size is never raised to the smallest that EFA needs; a planned one is. */
function fabricOffer(
  spec: ParallelSpec,
  request: LustreRequest,
  { catalog }: PlanContext,
): LustreOffer | undefined {
  const offer = cheapestLustre({ ...request, efa: true }, catalog);
  if (offer === undefined || spec.sizeGiB === undefined) return offer;
  const plain = cheapestLustre(request, catalog);
  const smallest = offer.steps.efaSizeGiB?.first ?? 0;
  return smallest <= Math.max(spec.sizeGiB, plain?.sizeGiB ?? 0) ? offer : undefined;
}

function figures(offer: LustreOffer) {
  const { steps, sizeGiB, mbpsPerTiB, throughputMBps, efa } = offer;
  return {
    sizeGiB,
    throughputMBps,
    // Scratch file systems have one tier, which is not named at creation.
    mbpsPerTiB: steps.deploymentType === "SCRATCH_2" ? null : mbpsPerTiB,
    efa,
    // A file system with EFA must say its metadata operations.
    metadataIops: efa ? includedMetadataIops(sizeGiB) : null,
    addresses: steps.addresses ?? fileServers(offer) + 1,
  };
}

/**
 * Storage servers, each with an interface in the subnet; the metadata server comes on top. A server holds 2.4 TiB
 * without EFA and one step with it. https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-fsx-lustre.html
 */
function fileServers({ steps, sizeGiB, efa }: LustreOffer): number {
  const perServer = efa ? (steps.efaSizeGiB?.step ?? steps.sizeGiB.step) : steps.sizeGiB.step;
  return Math.ceil(sizeGiB / perServer);
}

const noFigures = {
  sizeGiB: null,
  throughputMBps: null,
  mbpsPerTiB: null,
  efa: false,
  metadataIops: null,
  addresses: 0,
} as const;

function existingFigures(spec: ParallelSpec) {
  return {
    ...noFigures,
    sizeGiB: spec.sizeGiB ?? null,
    throughputMBps: spec.throughputMBps ?? null,
    reason: "Exists already: it is used and never changed.",
  };
}

function reportMissing(index: number, spec: ParallelSpec, region: string, context: PlanContext): void {
  context.report(storageNotInRegion, {
    path: ["storage", index, "kind"],
    message: `${spec.name}: FSx for Lustre ${spec.scratch ? "scratch" : "PERSISTENT_2"} file systems are not sold in ${region}.`,
    got: region,
    hint: spec.scratch
      ? "Use another region."
      : "Use another region, or set scratch: true where data may be lost.",
  });
}

function sentence(reasons: readonly string[]): string {
  const text = reasons.join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
