import type { Check } from "../../check.ts";
import { imageComponent } from "../../images.ts";
import { knownMachines } from "../../known-machines.ts";

export const driverBranch: Check = {
  code: "driver-branch",
  severity: "error",
  title: "The driver of an image supports the accelerator.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/ml-eks-optimized-ami.html",
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const image = imageComponent(catalog, group.image);
      const named = image?.attributes.driverMajor;
      const got = group.driverMajor ?? (typeof named === "number" ? named : undefined);
      const bounds =
        machine.accelerator === null ? undefined : catalog.accelerator(machine.accelerator)?.driverMajor;
      if (got === undefined || bounds === undefined) continue;
      const tooOld = bounds.min !== null && got < bounds.min;
      const tooNew = bounds.max !== null && got > bounds.max;
      if (!tooOld && !tooNew) continue;
      yield {
        path: group.at,
        message: `${group.name}: ${machine.name} needs driver ${tooOld ? `${bounds.min} or newer` : `${bounds.max} or older`}, and the image ${group.image ?? ""} carries ${got}: the accelerators stay invisible.`,
        got,
        allowed: tooOld ? `${bounds.min} or newer` : `${bounds.max} or older`,
        hint: "Use an own image with that driver, or a machine type that the pinned driver supports.",
      };
    }
  },
};
