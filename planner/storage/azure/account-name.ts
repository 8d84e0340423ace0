import { createHash } from "node:crypto";

/** 3 to 24 lower-case letters and digits. https://learn.microsoft.com/azure/storage/common/storage-account-overview */
const LONGEST = 24;
const UNIQUE_LENGTH = 8;
const HASH_LENGTH = 4;

/**
 * Name of a storage account: of environment and storage, told apart by a hash where characters fall away, and unique in
 * the world by `{unique}`, eight letters and digits that deployment makes of subscription and resource group.
 */
export function accountName(environment: string, storage: string): string {
  const plain = `${environment}${storage}`.replace(/[^a-z0-9]/g, "");
  const hash = createHash("sha256").update(`${environment}/${storage}`).digest("hex").slice(0, HASH_LENGTH);
  return `${plain.slice(0, LONGEST - UNIQUE_LENGTH - HASH_LENGTH)}${hash}{unique}`;
}
