import type { Check } from "../../check.ts";

export const topologyProvisionOnly: Check = {
  code: "topology-provision-only",
  severity: "error",
  title: "A slice that is provisioned without being joined comes from a specific reservation.",
  source:
    "https://github.com/GoogleCloudPlatform/cluster-toolkit/blob/main/modules/compute/gke-node-pool/README.md",
  clouds: ["gcp"],
  *violations({ nodeGroups }) {
    for (const { at, name, gcp } of nodeGroups) {
      if (gcp?.topologyMode !== "PROVISION_ONLY" || gcp.reservationAffinity === "specific") continue;
      yield {
        path: at,
        message: `${name} has the topology mode PROVISION_ONLY and no specific reservation.`,
        got: gcp.reservationAffinity ?? "no reservation",
        allowed: "a specific reservation",
        hint: "Use AUTO_CONNECT, or buy the pool as a reservation.",
      };
    }
  },
};
