import type { Environment } from "../../../spec/schema/environment.ts";
import { GCP_NAME_LENGTH, gcpName } from "../../names/gcp.ts";

/** Longest id of a project. https://cloud.google.com/resource-manager/docs/creating-managing-projects */
const PROJECT_LENGTH = 30;
/** Words that a bucket's name must not have. https://cloud.google.com/storage/docs/buckets#naming */
const RESERVED = /^goog|google|g00gle/;

/**
 * Name of an own bucket: `<environment>-<storage>-<project>`, for names are unique in the world. Where that is too long,
 * the first two parts are cut. `{account}` stands for a project that only deployment knows.
 */
export function gcsBucketName(environment: Pick<Environment, "name" | "account">, storage: string): string {
  const own = `${environment.name}-${storage}`;
  const legal = RESERVED.test(own) ? own.replaceAll(/goog(le)?|g00gle/g, "g") : own;
  return `${gcpName(legal, GCP_NAME_LENGTH - PROJECT_LENGTH - 1)}-${environment.account ?? "{account}"}`;
}

/** The bucket of `gs://bucket/prefix`. */
export function bucketOfUrl(url: string): string {
  return url.replace(/^gs:\/\//, "").split("/")[0] ?? url;
}

/** URL of the object storage named as source: its own, or that of the bucket which the environment makes for it. */
export function gcsSourceUrl(environment: Environment, source: string | undefined): string | undefined {
  const found = environment.storage.find(({ name }) => name === source);
  if (source === undefined || found === undefined) return undefined;
  return found.existing ?? `gs://${gcsBucketName(environment, found.name)}`;
}
