import type { Check } from "../../check.ts";
import type { GcpNodeGroupFact } from "../../facts.ts";

const WITHOUT_RESERVATION: readonly (readonly [keyof GcpNodeGroupFact, string])[] = [
  ["spot", "spot"],
  ["flexStart", "flex-start"],
  ["queued", "queued provisioning"],
];

export const reservationWithMode: Check = {
  code: "reservation-with-mode",
  severity: "error",
  title: "Spot, flex-start and queued nodes use no reservation.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/consuming-reservations",
  clouds: ["gcp"],
  *violations({ nodeGroups }) {
    for (const { at, name, gcp } of nodeGroups) {
      const affinity = gcp?.reservationAffinity;
      if (affinity === undefined || affinity === "none") continue;
      for (const [mode, words] of WITHOUT_RESERVATION) {
        if (gcp?.[mode] !== true) continue;
        yield {
          path: at,
          message: `${name} is ${words} and may take nodes from a reservation (${affinity}): GKE refuses the node pool.`,
          got: affinity,
          allowed: "none",
          hint: "Set the reservation affinity to NO_RESERVATION, or buy the pool as a reservation.",
        };
      }
    }
  },
};
