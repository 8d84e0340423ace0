import type { Check } from "../../check.ts";

export const fabricDeviceNames: Check = {
  code: "fabric-device-names",
  severity: "error",
  title: "One name stands for the fabric's devices everywhere.",
  source: "https://github.com/NVIDIA/aicr/issues/2276",
  clouds: ["azure"],
  *violations({ deviceRequests }) {
    const [first] = deviceRequests;
    if (first === undefined) return;
    for (const { at, name, resource } of deviceRequests) {
      if (resource === first.resource) continue;
      yield {
        path: at,
        message: `${name} names the fabric ${resource}, and ${first.name} names it ${first.resource}: pods that ask for the wrong one never start, or run over TCP.`,
        got: resource,
        allowed: first.resource,
        hint: `Use ${first.resource} in every policy and workload.`,
      };
    }
  },
};
