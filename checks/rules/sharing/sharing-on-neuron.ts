import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const sharingOnNeuron: Check = {
  code: "sharing-on-neuron",
  severity: "error",
  title: "Only NVIDIA accelerators are shared by time-slicing, MPS or MIG.",
  source:
    "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/containers/kubernetes-getting-started.html",
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const accelerator = machine.accelerator === null ? undefined : catalog.accelerator(machine.accelerator);
      if (group.sharing === undefined || accelerator === undefined || accelerator.vendor === "NVIDIA")
        continue;
      yield {
        path: group.at,
        message: `${group.name} shares accelerators by ${group.sharing.kind}, and ${machine.name} has ${accelerator.id}, whose device plugin knows no such sharing.`,
        got: group.sharing.kind,
        allowed: "whole devices, or single Neuron cores",
        hint: "Remove `sharing`: pods ask for Neuron cores instead (aws.amazon.com/neuroncore).",
      };
    }
  },
};
