import { createHash } from "node:crypto";
import type { Environment } from "../../../spec/schema/environment.ts";

/** Longest name of a bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const LONGEST = 63;
const ACCOUNT_LENGTH = 12;
const HASH_LENGTH = 8;
/** Beginnings that S3 keeps for itself (same page). */
const RESERVED = /^(xn--|sthree-|amzn-s3-demo-)/;

/**
 * Name of an own bucket: `<environment>-<storage>-<account>-<region>`, which no other account can hold. Where that is
 * too long, the first two parts are cut and told apart by a hash of the whole. `{account}` stands for an account that
 * only deployment knows.
 */
export function bucketName(
  environment: Pick<Environment, "name" | "account" | "region">,
  storage: string,
): string {
  const account = environment.account ?? "{account}";
  const own = `${environment.name}-${storage}`;
  const legal = RESERVED.test(own) ? `e-${own}` : own;
  const room = LONGEST - ACCOUNT_LENGTH - environment.region.length - 2;
  return `${shortened(legal, room)}-${account}-${environment.region}`;
}

/** The bucket of `s3://bucket/prefix`. */
export function bucketOfUrl(url: string): string {
  return url.replace(/^s3:\/\//, "").split("/")[0] ?? url;
}

function shortened(name: string, room: number): string {
  if (name.length <= room) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, HASH_LENGTH);
  return `${name.slice(0, room - HASH_LENGTH - 1).replace(/-+$/, "")}-${hash}`;
}
