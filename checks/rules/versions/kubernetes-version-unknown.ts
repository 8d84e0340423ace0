import type { Check } from "../../check.ts";
import { kubernetesMinor } from "../../kubernetes-minor.ts";

export const kubernetesVersionUnknown: Check = {
  code: "kubernetes-version-unknown",
  severity: "error",
  title: "A Kubernetes version is one that the cloud has.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
  *violations(facts, catalog) {
    const known = catalog.kubernetesVersions(facts.cloud).map((row) => row.version);
    const minors = known.map((version) => kubernetesMinor(version) ?? 0);
    if (known.length === 0) return;
    for (const { at, name, version } of facts.clusters) {
      if (version === undefined || known.includes(version)) continue;
      const minor = kubernetesMinor(version);
      const old = minor !== undefined && minor < Math.min(...minors);
      const isNext = minor === Math.max(...minors) + 1;
      yield {
        severity: isNext ? "warning" : "error",
        path: at,
        message: isNext
          ? `${name}: Kubernetes ${version} is newer than what the catalog knows; its support dates could not be checked.`
          : `${name}: Kubernetes ${version} ${old ? "has left every support window: no cluster can be created with it" : "does not exist"}.`,
        got: version,
        allowed: known,
        hint: `Use ${known.at(-1)}, or leave the version out.`,
      };
    }
  },
};
