import type { Check } from "../../check.ts";

const RESERVED = /^(?:[^/]*\.)?(?:kubernetes\.io|k8s\.io)\//;
const ALLOWED_TO_NODES =
  /^(?:kubelet\.kubernetes\.io|node\.kubernetes\.io|topology\.kubernetes\.io)\/|^node-restriction\.kubernetes\.io\//;
const AWS_OWN = /^eks\.amazonaws\.com\//;

export const labelReserved: Check = {
  code: "label-reserved",
  severity: "error",
  title: "A node group sets no label that only the control plane or the cloud may set.",
  source: "https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction",
  *violations(facts) {
    for (const { at, name, labels } of facts.nodeGroups) {
      const reserved = Object.keys(labels ?? {}).filter(
        (key) => AWS_OWN.test(key) || (RESERVED.test(key) && !ALLOWED_TO_NODES.test(key)),
      );
      if (reserved.length === 0) continue;
      yield {
        path: at,
        message: `${name} sets the label ${reserved.join(", ")}, whose prefix is reserved: the kubelet or EKS refuses it.`,
        got: reserved,
        allowed: "a prefix of your own",
        hint: "Use a domain of your organization as the prefix.",
      };
    }
  },
};
