import type { CloudName } from "../../../catalog/types.ts";
import { type CloudCheck, show, valueAt } from "./cloud-check.ts";
import type { CloudResource } from "./synthesized.ts";

interface Closed {
  readonly type: RegExp;
  readonly holds: (resource: CloudResource) => boolean;
}

/** What keeps strangers away from data and nodes, in each cloud's own words. */
const CLOSED: Readonly<Record<CloudName, readonly Closed[]>> = {
  aws: [
    {
      type: /^AWS::S3::Bucket$/,
      holds: (bucket) => valueAt(bucket, "PublicAccessBlockConfiguration", "RestrictPublicBuckets") === true,
    },
  ],
  gcp: [
    {
      type: /^gcp:storage\/bucket:Bucket$/,
      holds: (bucket) => valueAt(bucket, "publicAccessPrevention") === "enforced",
    },
    {
      type: /^gcp:container\/nodePool:NodePool$/,
      holds: (pool) => valueAt(pool, "networkConfig", "enablePrivateNodes") === true,
    },
  ],
  azure: [
    {
      type: /^azure-native:storage:StorageAccount$/,
      holds: (account) => valueAt(account, "allowBlobPublicAccess") === false,
    },
    {
      type: /^azure-native:containerservice:AgentPool$/,
      holds: (pool) => valueAt(pool, "enableNodePublicIP") === false,
    },
  ],
};

export const publicEndpoints: CloudCheck = {
  name: "no public endpoint",
  title: "The cluster's API is public to the ranges that the file names alone; data and nodes never are.",
  violations({ plan, resources, facts }) {
    const asked = plan.network.api.publicFrom;
    const api = facts.clusters
      .filter(({ publicAccess }) => publicAccess !== undefined && publicAccess !== asked.length > 0)
      .map(({ name }) => `the API of ${name}`);
    const wider = facts.clusters.flatMap(({ name, publicRanges, publicAccess }) =>
      publicAccess === true
        ? (publicRanges ?? []).filter((range) => !asked.includes(range)).map((range) => `${name} ${range}`)
        : [],
    );
    const open = CLOSED[plan.cloud].flatMap(({ type, holds }) =>
      resources.filter((one) => type.test(one.type) && !holds(one)).map(show),
    );
    return [...api, ...wider, ...open];
  },
};
