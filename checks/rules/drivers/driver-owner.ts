import type { Check } from "../../check.ts";

export const driverOwner: Check = {
  code: "driver-owner",
  severity: "error",
  title: "Exactly one thing installs a pool's accelerator driver.",
  source: "https://github.com/NVIDIA/gpu-operator/issues/525",
  *violations({ nodeGroups }) {
    for (const { at, name, driverOwners } of nodeGroups) {
      if (driverOwners === undefined || driverOwners.length === 1) continue;
      yield {
        path: at,
        message:
          driverOwners.length === 0
            ? `${name}: nothing installs the driver, so its accelerators never appear.`
            : `${name}: ${driverOwners.join(" and ")} both install the driver: the versions come apart and the accelerators vanish.`,
        got: driverOwners,
        allowed: "one owner",
        hint:
          driverOwners.length === 0
            ? "Let the node pool install it, or the GPU operator."
            : `Leave it to ${driverOwners[0]} and switch it off in the other.`,
      };
    }
  },
};
