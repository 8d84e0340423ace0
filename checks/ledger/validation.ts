import type { Failure } from "../ledger.ts";

/** Defects of other tools' own validation, kept as cases that checks here must not repeat. */
export const validationFailures: readonly Failure[] = [
  {
    id: "F1",
    title:
      "A validator keeps its last result only, looks at the first subnet alone, and passes any security group.",
    outcomes: [
      { kind: "designed-out", where: "checks/check.ts", how: "every violation of every check is collected" },
      { kind: "caught", codes: ["efa-self-ingress", "efa-self-egress", "efa-across-zones"] },
    ],
    incidents: ["https://github.com/awslabs/awsome-distributed-ai"],
  },
  {
    id: "F2",
    title:
      "A hand-kept table of machines has the wrong accelerator, lacks new ones, and expects more than line rate.",
    outcomes: [
      {
        kind: "designed-out",
        where: "catalog",
        how: "machines are data with sources, and one integrity suite runs over all of them",
      },
      { kind: "caught", codes: ["machine-unknown", "machine-retired"] },
    ],
    incidents: ["https://github.com/awslabs/awsome-distributed-ai/pull/1259"],
  },
  {
    id: "F3",
    title:
      "A check is skipped in silence where a fact is missing, or looks the version up in the wrong table.",
    outcomes: [
      { kind: "caught", codes: ["machine-facts-missing", "price-unknown", "power-unknown", "addon-unknown"] },
      {
        kind: "designed-out",
        where: "test/checks",
        how: "each check has a case that it catches and one that it leaves alone",
      },
    ],
    incidents: ["https://github.com/GoogleCloudPlatform/cluster-toolkit/pull/5422"],
  },
  {
    id: "F4",
    title:
      "A GPU cluster builder defaults to a dead Kubernetes version, one machine and no EFA, placement or reservation.",
    outcomes: [
      {
        kind: "designed-out",
        where: "planner",
        how: "versions come from tables with dates, and fabric, placement and purchase are planned",
      },
      { kind: "caught", codes: ["kubernetes-out-of-support", "image-missing", "fabric-incomplete"] },
    ],
    incidents: ["https://github.com/awslabs/cdk-eks-blueprints"],
  },
  {
    id: "F5",
    title:
      "A placement group is demanded with EFA, except for capacity blocks, so reservations without one fail.",
    outcomes: [{ kind: "caught", codes: ["placement-with-reservation"] }],
    incidents: ["https://github.com/aws/aws-parallelcluster"],
  },
  {
    id: "F6",
    title: "Environments are installed by scripts in stages, half an hour up and twenty minutes down.",
    outcomes: [
      {
        kind: "designed-out",
        where: "stacks",
        how: "one deployment of stacks cut by lifetime, whose longest chain the plan shows beforehand",
      },
    ],
    incidents: ["https://github.com/awslabs/data-on-eks"],
  },
];
