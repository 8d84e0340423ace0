import type { Check } from "../../check.ts";

export const automaticAndExtraNetworks: Check = {
  code: "automatic-and-extra-networks",
  severity: "error",
  title: "Networks of a fabric are made by GKE or by hand, not both.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/allocate-network-resources-dra",
  clouds: ["gcp"],
  *violations({ nodeGroups }) {
    for (const { at, name, gcp } of nodeGroups) {
      const extra = gcp?.extraInterfaces?.length ?? 0;
      if (gcp?.automaticNetworks !== true || extra === 0) continue;
      yield {
        path: at,
        message: `${name} has the accelerator network profile auto and ${extra} networks of its own: GKE refuses it.`,
        got: extra,
        allowed: 0,
        hint: "Remove the additional networks, or the accelerator network profile.",
      };
    }
  },
};
