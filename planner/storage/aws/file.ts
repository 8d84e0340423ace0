import type { StorageSteps } from "../../../catalog/types.ts";
import type { FindingKind } from "../../../spec/finding.ts";
import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { PlanContext } from "../../context.ts";
import type { EfsPlan, FsxOpenZfsPlan } from "../../plan/storage.ts";
import type { StorageInput } from "../aws.ts";
import { legalSize } from "./legal-size.ts";
import { storageNotInRegion } from "./lustre.ts";
import { storageUsers, zoneBeside } from "./users.ts";

type FileSpec = Extract<StorageSpec, { kind: "file" }>;

export const fileThroughputTooHigh: FindingKind = {
  code: "file-throughput-too-high",
  severity: "error",
  title: "A shared file system is asked for no more throughput than one can have.",
  source: "https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/performance.html",
};

/**
 * FSx for OpenZFS where a size or a throughput is given; else EFS, which grows with what it holds and is paid by it.
 */
export function planFile(
  spec: FileSpec,
  input: StorageInput,
  context: PlanContext,
): EfsPlan | FsxOpenZfsPlan {
  const isSized = spec.sizeGiB !== undefined || spec.throughputMBps !== undefined;
  return isSized ? planOpenZfs(spec, input, context) : planEfs(spec);
}

function planEfs(spec: FileSpec): EfsPlan {
  return {
    name: spec.name,
    kind: "file",
    product: "efs",
    sizeGiB: null,
    throughputMBps: null,
    existing: spec.existing ?? null,
    retain: spec.retain,
    zone: null,
    throughputMode: "elastic",
    reason:
      spec.existing === undefined
        ? "EFS with elastic throughput: neither size nor throughput is given, and it is paid by what it holds."
        : "Exists already: it is used and never changed.",
  };
}

/**
 * Beside the nodes in one zone: what the nodes of a zone need goes with the zone. Of the single-zone types it is the one
 * whose throughput steps and prices the catalog knows.
 */
const DEPLOYMENT_TYPE = "SINGLE_AZ_2";

/** An interface, and a second one while FSx replaces the server. */
const ADDRESSES = 2;

function planOpenZfs(spec: FileSpec, input: StorageInput, context: PlanContext): FsxOpenZfsPlan {
  const { environment, pools } = input;
  const plan = {
    name: spec.name,
    kind: "file",
    product: "fsx-openzfs",
    existing: spec.existing ?? null,
    retain: spec.retain,
    zone: zoneBeside(storageUsers(spec.name, environment, pools).pools),
    deploymentType: DEPLOYMENT_TYPE,
  } as const;
  if (spec.existing !== undefined) {
    const figures = { sizeGiB: spec.sizeGiB ?? null, throughputMBps: spec.throughputMBps ?? null };
    return { ...plan, ...figures, addresses: 0, reason: "Exists already: it is used and never changed." };
  }
  const steps = stepsIn(environment.region, context);
  if (steps === undefined) {
    context.report(storageNotInRegion, {
      path: ["storage", input.index, "kind"],
      message: `${spec.name}: FSx for OpenZFS ${DEPLOYMENT_TYPE} is not sold in ${environment.region}.`,
      got: environment.region,
      hint: "Leave size and throughput out, so that EFS is used, or use another region.",
    });
    return { ...plan, sizeGiB: null, throughputMBps: null, addresses: 0, reason: "Not sold in the region." };
  }
  return {
    ...plan,
    sizeGiB: legalSize(steps.sizeGiB, spec.sizeGiB ?? steps.sizeGiB.first),
    throughputMBps: legalThroughput(spec, steps, input.index, context),
    addresses: steps.addresses ?? ADDRESSES,
    reason:
      spec.throughputMBps === undefined
        ? "FSx for OpenZFS of the given size, beside the pools, with the smallest throughput: it can be raised in place."
        : "FSx for OpenZFS with the given throughput, beside the pools.",
  };
}

function stepsIn(region: string, { catalog }: PlanContext): StorageSteps | undefined {
  return catalog
    .storageSteps("aws")
    .find(
      (steps) =>
        steps.product === "fsx-openzfs" &&
        steps.deploymentType === DEPLOYMENT_TYPE &&
        !steps.notIn.includes(region),
    );
}

function legalThroughput(
  spec: FileSpec,
  steps: StorageSteps,
  index: number,
  context: PlanContext,
): number | null {
  const tiers = steps.throughputMBps ?? [];
  const needed = spec.throughputMBps ?? 0;
  const tier = tiers.find((each) => each >= needed);
  if (tier === undefined && tiers.length > 0) {
    context.report(fileThroughputTooHigh, {
      path: ["storage", index, "throughputMBps"],
      message: `${spec.name} asks for ${needed} MB/s; one FSx for OpenZFS file system gives ${tiers.at(-1)} MB/s at most.`,
      got: needed,
      allowed: tiers,
      hint: "Use kind: parallel, or several file systems.",
    });
  }
  return tier ?? tiers.at(-1) ?? null;
}
