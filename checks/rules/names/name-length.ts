import type { CloudName } from "../../../catalog/types.ts";
import type { Check } from "../../check.ts";
import type { NameFact } from "../../facts.ts";

/** Rows of the catalog's limits; what a cloud does not limit, or has no such thing of, has none. */
const LIMITS: Readonly<Record<CloudName, Readonly<Partial<Record<NameFact["of"], string>>>>> = {
  aws: {
    "iam-role": "iam-role-name-length",
    "node-group": "eks-node-group-name-length",
    cluster: "eks-cluster-name-length",
    bucket: "s3-bucket-name-length",
    schedule: "scheduler-name-length",
    "placement-group": "ec2-placement-group-name-length",
    "load-balancer": "elb-load-balancer-name-length",
  },
  gcp: {
    "node-group": "gke-node-pool-name-length",
    cluster: "gke-cluster-name-length",
    bucket: "gcs-bucket-name-length",
  },
  azure: {
    "node-group": "aks-agent-pool-name-length",
    cluster: "aks-cluster-name-length",
    bucket: "storage-account-name-length",
  },
};

export const nameLength: Check = {
  code: "name-length",
  severity: "error",
  title: "A name is no longer than the cloud takes.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  *violations(facts, catalog) {
    for (const { at, name, value, of } of facts.names) {
      const id = LIMITS[facts.cloud][of];
      const limit = id === undefined ? undefined : catalog.limit(facts.cloud, id);
      if (limit === undefined || value.length <= limit.value) continue;
      yield {
        path: at,
        message: `The ${of.replaceAll("-", " ")} of ${name} would be called ${value}: ${value.length} characters, and ${limit.value} are allowed.`,
        got: value.length,
        allowed: `at most ${limit.value}`,
        hint: `Shorten the name by ${value.length - limit.value}.`,
      };
    }
  },
};
