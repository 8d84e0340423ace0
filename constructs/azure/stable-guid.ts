import { createHash } from "node:crypto";

/**
 * The same GUID for the same words (RFC 9562, version 5, DNS namespace): Azure takes GUIDs as names of role assignments,
 * and a random one would make another assignment at every creation.
 */
export function stableGuid(...words: readonly string[]): string {
  const digest = createHash("sha1").update(namespace).update(words.join("\n")).digest().subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString("hex");
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join("-");
}

const namespace = Buffer.from("6ba7b8109dad11d180b400c04fd430c8", "hex");
