import type { Check } from "../../check.ts";

export const multiNetworkingOff: Check = {
  code: "multi-networking-off",
  severity: "error",
  title: "A cluster whose nodes have further networks has multi-networking on.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/setup-multinetwork-support-for-pods",
  clouds: ["gcp"],
  *violations({ nodeGroups, clusters }) {
    for (const { at, name, gcp, cluster: id } of nodeGroups) {
      const extra = gcp?.extraInterfaces?.length ?? 0;
      const cluster = clusters.find((one) => one.id === id);
      if (extra === 0 || cluster?.gcp?.multiNetworking !== false) continue;
      yield {
        path: at,
        message: `${name} attaches ${extra} further networks, and cluster ${cluster.name} has multi-networking off: pods never see them.`,
        got: false,
        allowed: true,
        hint: "Create the cluster with multi-networking; it cannot be turned on later.",
      };
    }
  },
};
