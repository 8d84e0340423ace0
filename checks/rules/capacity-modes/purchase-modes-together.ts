import type { Check } from "../../check.ts";
import type { GcpNodeGroupFact } from "../../facts.ts";

/** Ways of buying that a node pool takes one of; queued provisioning with flex-start is allowed. */
const EXCLUSIVE: readonly (readonly [keyof GcpNodeGroupFact, keyof GcpNodeGroupFact, string])[] = [
  ["spot", "flexStart", "spot and flex-start"],
  ["spot", "queued", "spot and queued provisioning"],
];

export const purchaseModesTogether: Check = {
  code: "purchase-modes-together",
  severity: "error",
  title: "A node pool is bought in one way.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/concepts/dws",
  clouds: ["gcp"],
  *violations({ nodeGroups }) {
    for (const { at, name, gcp } of nodeGroups) {
      for (const [one, other, words] of EXCLUSIVE) {
        if (gcp?.[one] !== true || gcp[other] !== true) continue;
        yield {
          path: at,
          message: `${name} is ${words} at once: GKE takes one of them.`,
          got: words,
          allowed: ["spot", "flex-start", "queued"],
          hint: "Make a purchase option of each: every option gets a node pool of its own.",
        };
      }
    }
  },
};
