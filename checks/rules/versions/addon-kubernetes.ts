import type { Check } from "../../check.ts";
import { showKubernetesBounds, withinKubernetes } from "../../kubernetes-minor.ts";

export const addonKubernetes: Check = {
  code: "addon-kubernetes",
  severity: "error",
  title: "An add-on's version supports the Kubernetes version of the cluster.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/updating-an-add-on.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const addon of facts.addons) {
      const cluster = facts.clusters.find((one) => one.id === addon.cluster) ?? facts.clusters[0];
      const version = cluster?.version;
      const rows = catalog
        .components()
        .filter((row) => row.kind === "managed-addon" && row.name === addon.name);
      const pinned = rows.find((row) => row.version === addon.version);
      if (version === undefined || pinned === undefined || withinKubernetes(version, pinned.kubernetes))
        continue;
      const fits = rows.find((row) => withinKubernetes(version, row.kubernetes));
      yield {
        path: addon.at,
        message: `The add-on ${addon.name} ${addon.version} supports Kubernetes ${showKubernetesBounds(pinned.kubernetes)}, and the cluster runs ${version}.`,
        got: addon.version,
        allowed: fits?.version ?? showKubernetesBounds(pinned.kubernetes),
        hint: fits === undefined ? "Leave the version to EKS." : `Pin ${fits.version}.`,
      };
    }
  },
};
