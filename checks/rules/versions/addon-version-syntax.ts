import type { Check } from "../../check.ts";
import { kubernetesMinor } from "../../kubernetes-minor.ts";

const SYNTAX = /^v\d+\.\d+\.\d+-eksbuild\.\d+$/;
const FOLLOWS_KUBERNETES = "kube-proxy";
const OLDEST = 3;

export const addonVersionSyntax: Check = {
  code: "addon-version-syntax",
  severity: "error",
  title: "An add-on's version is written as EKS writes it, and kube-proxy follows the cluster.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/updating-an-add-on.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { at, name, version, cluster: id } of facts.addons) {
      const known = catalog.component(name, "aws");
      if (version === undefined || known?.kind !== "managed-addon") continue;
      const control = facts.clusters.find((one) => one.id === id)?.version;
      const syntaxWrong = !SYNTAX.test(version);
      if (!syntaxWrong && !(name === FOLLOWS_KUBERNETES && skewed(version, control))) continue;
      yield {
        path: at,
        message: syntaxWrong
          ? `The add-on ${name} has the version ${version}, which is none of EKS.`
          : `The add-on ${name} ${version} does not go with Kubernetes ${control}.`,
        got: version,
        allowed: syntaxWrong
          ? "for example v1.2.3-eksbuild.4"
          : `the minor version of ${control} or up to ${OLDEST} before it`,
        hint: `Use ${known.version ?? "the default"}, or leave the version to EKS.`,
      };
    }
  },
};

function skewed(version: string, control: string | undefined): boolean {
  const proxy = kubernetesMinor(version);
  const minor = kubernetesMinor(control ?? "");
  return proxy !== undefined && minor !== undefined && (proxy > minor || proxy < minor - OLDEST);
}
