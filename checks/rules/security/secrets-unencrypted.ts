import type { Check } from "../../check.ts";

export const secretsUnencrypted: Check = {
  code: "secrets-unencrypted",
  severity: "warning",
  title: "Kubernetes secrets are encrypted with a key of one's own.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
  *violations(facts) {
    for (const { at, name, secretsEncrypted } of facts.clusters) {
      if (secretsEncrypted !== false) continue;
      yield {
        path: at,
        message: `${name} encrypts its Kubernetes secrets with a key of AWS alone.`,
        got: false,
        allowed: true,
        hint: "Set EncryptionConfig with a KMS key for secrets.",
      };
    }
  },
};
