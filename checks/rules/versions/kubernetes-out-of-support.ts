import type { Check } from "../../check.ts";

export const kubernetesOutOfSupport: Check = {
  code: "kubernetes-out-of-support",
  severity: "error",
  title: "A Kubernetes version is in standard support, or extended support is accepted.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
  *violations(facts, catalog) {
    if (facts.now === undefined) return;
    const versions = catalog.kubernetesVersions(facts.cloud);
    for (const { at, name, version, extendedSupportAccepted } of facts.clusters) {
      const row = versions.find((one) => one.version === version);
      if (row === undefined || facts.now <= Date.parse(row.standardSupportUntil)) continue;
      const extendedEnd = row.extendedSupportUntil;
      const extended = extendedEnd !== null && facts.now <= Date.parse(extendedEnd);
      if (extended && extendedSupportAccepted !== false) continue;
      yield {
        path: at,
        message: extended
          ? `${name}: standard support of Kubernetes ${row.version} ended on ${row.standardSupportUntil}; until ${extendedEnd} the control plane costs more.`
          : `${name}: Kubernetes ${row.version} left all support on ${extendedEnd ?? row.standardSupportUntil} and is upgraded by force.`,
        got: row.version,
        allowed: versions
          .filter((one) => Date.parse(one.standardSupportUntil) >= (facts.now ?? 0))
          .map((one) => one.version),
        hint: extended
          ? "Use a newer version, or accept the price with `orchestration.extendedSupport: true`."
          : "Use a newer version.",
      };
    }
  },
};
