import type { Check } from "../../check.ts";
import type { NameFact } from "../../facts.ts";

const LIMITS: Readonly<Record<NameFact["of"], string>> = {
  "iam-role": "iam-role-name-length",
  "node-group": "eks-node-group-name-length",
  cluster: "eks-cluster-name-length",
  bucket: "s3-bucket-name-length",
  schedule: "scheduler-name-length",
  "placement-group": "ec2-placement-group-name-length",
  "load-balancer": "elb-load-balancer-name-length",
};

export const nameLength: Check = {
  code: "name-length",
  severity: "error",
  title: "A name is no longer than the cloud takes.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  *violations(facts, catalog) {
    for (const { at, name, value, of } of facts.names) {
      const limit = catalog.limit(facts.cloud, LIMITS[of]);
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
