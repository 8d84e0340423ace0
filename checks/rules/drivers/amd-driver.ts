import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const amdDriver: Check = {
  code: "amd-driver",
  severity: "error",
  title: "AMD nodes on AKS run Ubuntu, and AKS does not install their driver.",
  source: "https://learn.microsoft.com/azure/aks/use-amd-gpus",
  clouds: ["azure"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const vendor =
        machine.accelerator === null ? undefined : catalog.accelerator(machine.accelerator)?.vendor;
      const driver = group.azure?.gpuDriver;
      const wrongDriver = driver !== undefined && driver !== "None";
      const wrongImage = typeof group.image === "string" && !group.image.startsWith("Ubuntu");
      if (vendor !== "AMD" || (!wrongDriver && !wrongImage)) continue;
      yield {
        path: group.at,
        message: wrongDriver
          ? `${group.name}: AKS installs no driver for ${machine.name}, and the pool asks for one (${driver ?? "its default"}).`
          : `${group.name}: ${machine.name} needs Ubuntu, and the OS SKU is ${group.image}.`,
        got: wrongDriver ? driver : group.image,
        allowed: wrongDriver ? "None" : ["Ubuntu2204", "Ubuntu2404"],
        hint: wrongDriver
          ? "Set the GPU driver to None; the AMD GPU operator installs it."
          : "Set the OS SKU to Ubuntu2404.",
      };
    }
  },
};
