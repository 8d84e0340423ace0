import type { Check } from "../../check.ts";
import { imageComponent } from "../../images.ts";
import { showKubernetesBounds, withinKubernetes } from "../../kubernetes-minor.ts";

export const imageKubernetes: Check = {
  code: "image-kubernetes",
  severity: "error",
  title: "An image is built for the Kubernetes version of the cluster.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const group of facts.nodeGroups) {
      const image = imageComponent(catalog, group.image);
      const version = group.kubernetesVersion;
      if (image === undefined || version === undefined) continue;
      if (withinKubernetes(version, image.kubernetes)) continue;
      yield {
        path: group.at,
        message: `${group.name}: AMI type ${image.name} is made for Kubernetes ${showKubernetesBounds(image.kubernetes)}, and the cluster runs ${version}.`,
        got: version,
        allowed: showKubernetesBounds(image.kubernetes),
        hint: "Change the version of the cluster or the AMI type.",
      };
    }
  },
};
