import type { Check } from "../../check.ts";

export const privateServiceAccess: Check = {
  code: "private-service-access",
  severity: "error",
  title: "A network with Managed Lustre has a range for private service access.",
  source: "https://docs.cloud.google.com/managed-lustre/docs/vpc",
  clouds: ["gcp"],
  *violations({ fileSystems }) {
    for (const { at, name, product, privateServiceAccess: access } of fileSystems) {
      if (product !== "managed-lustre" || access !== false) continue;
      yield {
        path: at,
        message: `${name} lies in a network without private service access: its creation fails after the network exists.`,
        got: false,
        allowed: "a range of the purpose VPC_PEERING and a service networking connection",
        hint: "Reserve a range and connect servicenetworking.googleapis.com before the instance.",
      };
    }
  },
};
