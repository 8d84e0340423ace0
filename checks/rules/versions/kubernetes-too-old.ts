import type { Component, Machine } from "../../../catalog/types.ts";
import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";
import { showKubernetesBounds, withinKubernetes } from "../../kubernetes-minor.ts";

export const kubernetesTooOld: Check = {
  code: "kubernetes-too-old",
  severity: "error",
  title: "The Kubernetes version supports what an accelerator's nodes need.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/ml-eks-nvidia-ultraserver.html",
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const version = group.kubernetesVersion;
      if (version === undefined) continue;
      for (const component of catalog.components()) {
        if (!isNeededBy(component, machine) || withinKubernetes(version, component.kubernetes)) continue;
        yield {
          path: group.at,
          message: `${group.name}: ${machine.name} needs ${component.name}, which supports Kubernetes ${showKubernetesBounds(component.kubernetes)}; the cluster runs ${version}.`,
          got: version,
          allowed: showKubernetesBounds(component.kubernetes),
          hint: `Set the version to ${component.kubernetes.min ?? component.kubernetes.max}.`,
        };
      }
    }
  },
};

/** Components say in `accelerators` which accelerators cannot do without them. */
function isNeededBy(component: Component, machine: Machine): boolean {
  const accelerators = component.attributes.accelerators;
  return (
    Array.isArray(accelerators) && machine.accelerator !== null && accelerators.includes(machine.accelerator)
  );
}
