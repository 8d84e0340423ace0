import type { Check } from "../../check.ts";

export const fileSystemUnencrypted: Check = {
  code: "file-system-unencrypted",
  severity: "error",
  title: "File systems are encrypted.",
  source: "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
  *violations(facts) {
    for (const { at, name, product, encrypted } of facts.fileSystems) {
      if (encrypted === undefined || encrypted === true) continue;
      yield {
        path: at,
        message: `${name} (${product}) is not encrypted, and it cannot be encrypted later.`,
        got: encrypted,
        allowed: true,
        hint: "Set Encrypted to true.",
      };
    }
  },
};
