import type { Check } from "../../check.ts";
import { rackMachines } from "../../rack-machines.ts";

const IMAGE = "Ubuntu2404";

export const rackDriverImage: Check = {
  code: "rack-driver-image",
  severity: "error",
  title: "Rack-scale nodes on AKS run Ubuntu 24.04, and AKS does not install their driver.",
  source: "https://github.com/Azure/ai-infrastructure-on-azure/tree/main/infrastructure_references/aks",
  clouds: ["azure"],
  *violations(facts, catalog) {
    for (const { group, machine } of rackMachines(facts, catalog)) {
      const driver = group.azure?.gpuDriver;
      if (group.image !== undefined && group.image !== IMAGE)
        yield {
          path: group.at,
          message: `${group.name}: ${machine.name} runs ${IMAGE} alone, and the OS SKU is ${group.image ?? "left to AKS"}.`,
          got: group.image,
          allowed: IMAGE,
          hint: `Set the OS SKU to ${IMAGE}.`,
        };
      if (driver !== undefined && driver !== "None")
        yield {
          path: group.at,
          message: `${group.name}: AKS has no driver for ${machine.name}, and the pool asks it to install one (${driver ?? "its default"}).`,
          got: driver,
          allowed: "None",
          hint: "Set the GPU driver to None and let the GPU operator install it.",
        };
    }
  },
};
