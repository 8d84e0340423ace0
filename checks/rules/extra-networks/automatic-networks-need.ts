import type { Check } from "../../check.ts";
import { withinKubernetes } from "../../kubernetes-minor.ts";

const OLDEST = "1.34";

export const automaticNetworksNeed: Check = {
  code: "automatic-networks-need",
  severity: "error",
  title: "Networks that GKE makes for a fabric need Dataplane V2 and a new enough version.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/allocate-network-resources-dra",
  clouds: ["gcp"],
  *violations({ nodeGroups, clusters }) {
    for (const { at, name, gcp, cluster: id, kubernetesVersion } of nodeGroups) {
      if (gcp?.automaticNetworks !== true) continue;
      const cluster = clusters.find((one) => one.id === id);
      const version = kubernetesVersion ?? cluster?.version;
      const old = version !== undefined && !withinKubernetes(version, { min: OLDEST, max: null });
      const plain = cluster?.gcp?.dataplaneV2 === false;
      if (!old && !plain) continue;
      yield {
        path: at,
        message: `${name} has the accelerator network profile auto, and its cluster ${old ? `runs Kubernetes ${version}` : "is without Dataplane V2"}.`,
        got: old ? version : "LEGACY_DATAPATH",
        allowed: `Kubernetes ${OLDEST} or newer with ADVANCED_DATAPATH`,
        hint: old ? `Set the version to ${OLDEST} or newer.` : "Create the cluster with Dataplane V2.",
      };
    }
  },
};
