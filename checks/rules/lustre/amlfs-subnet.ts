import { parseCidr } from "cidr-tools";
import type { Check } from "../../check.ts";

const SMALLEST = 24;

export const amlfsSubnet: Check = {
  code: "amlfs-subnet",
  severity: "error",
  title: "An Azure Managed Lustre file system has a subnet of its own of /24 or larger.",
  source: "https://learn.microsoft.com/azure/azure-managed-lustre/amlfs-prerequisites",
  clouds: ["azure"],
  *violations({ fileSystems }) {
    for (const { at, name, product, subnetRange } of fileSystems) {
      if (product !== "azure-managed-lustre" || subnetRange === undefined) continue;
      const prefix = Number(parseCidr(subnetRange).prefix);
      if (prefix <= SMALLEST) continue;
      yield {
        path: at,
        message: `${name} has the subnet ${subnetRange}, and its servers take more addresses as it grows.`,
        got: `/${prefix}`,
        allowed: `/${SMALLEST} or larger`,
        hint: `Give it a subnet of /${SMALLEST}: a file system cannot move.`,
      };
    }
  },
};
