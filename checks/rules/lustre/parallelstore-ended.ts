import type { Check } from "../../check.ts";

export const parallelstoreEnded: Check = {
  code: "parallelstore-ended",
  severity: "error",
  title: "Parallelstore is not used any more.",
  source:
    "https://github.com/GoogleCloudPlatform/cluster-toolkit/blob/main/modules/file-system/parallelstore/metadata.yaml",
  clouds: ["gcp"],
  *violations({ fileSystems }) {
    for (const { at, name, product } of fileSystems) {
      if (product !== "parallelstore") continue;
      yield {
        path: at,
        message: `${name} is a Parallelstore instance, which is deprecated since 2026-08-31.`,
        got: "parallelstore",
        allowed: "managed-lustre",
        hint: "Use Managed Lustre, and copy the data over Cloud Storage.",
      };
    }
  },
};
