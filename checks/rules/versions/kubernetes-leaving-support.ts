import type { Check } from "../../check.ts";
import { instant } from "../../instants.ts";

export const kubernetesLeavingSupport: Check = {
  code: "kubernetes-leaving-support",
  severity: "warning",
  title: "A Kubernetes version stays in standard support for the environment's lifetime.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
  *violations(facts, catalog) {
    if (facts.now === undefined) return;
    const versions = catalog.kubernetesVersions(facts.cloud);
    for (const cluster of facts.clusters) {
      const row = versions.find((one) => one.version === cluster.version);
      const until = instant(cluster.until);
      if (row === undefined || until === undefined || cluster.extendedSupportAccepted === true) continue;
      const end = Date.parse(row.standardSupportUntil);
      if (facts.now > end || until <= end) continue;
      yield {
        path: cluster.at,
        message: `${cluster.name} lives until ${cluster.until?.slice(0, 10)}, and standard support of Kubernetes ${row.version} ends on ${row.standardSupportUntil}: then the control plane costs more, and later it is upgraded by force.`,
        got: row.version,
        allowed: versions
          .filter((one) => Date.parse(one.standardSupportUntil) >= until)
          .map((one) => one.version),
        hint: "Use a newer version, or plan the upgrade.",
      };
    }
  },
};
