import type { Failure } from "../ledger.ts";

/** Bootstrap, images and add-ons; tear-down and repeatability. */
export const bootstrapFailures: readonly Failure[] = [
  {
    id: "D23",
    title: "Scripts that run at boot fail: the network is away, a mount races, nothing is logged.",
    outcomes: [
      {
        kind: "designed-out",
        where: "constructs/aws",
        how: "nodes boot the cloud's image and fetch nothing; storage is mounted by drivers that try again",
      },
      { kind: "caught", codes: ["image-missing", "image-unknown"] },
    ],
    incidents: ["https://github.com/awslabs/awsome-distributed-ai/issues/632"],
  },
  {
    id: "D24",
    title: "Manifests and charts that float disappear or change underneath.",
    outcomes: [
      {
        kind: "designed-out",
        where: "catalog/data/components.json",
        how: "every add-on and chart has an exact version with its source and date",
      },
      {
        kind: "caught",
        codes: [
          "addon-kubernetes",
          "addon-unknown",
          "addon-architecture",
          "addon-twice",
          "addon-version-syntax",
        ],
      },
    ],
    incidents: ["https://github.com/AI-Hypercomputer/xpk/issues/1151"],
  },
  {
    id: "D25",
    title: "Objects are applied before the webhook or definition that they need is ready.",
    outcomes: [
      { kind: "designed-out", where: "constructs/kubernetes", how: "components are applied in waves" },
    ],
    incidents: ["https://github.com/kubernetes-sigs/kueue/issues/2096"],
  },
  {
    id: "D26",
    title: "EC2's eventual consistency stops a cluster that launches many machines at once.",
    outcomes: [
      {
        kind: "unknowable",
        why: "it depends on the load of the region in that minute; managed node groups try again",
      },
      { kind: "caught", codes: ["nodes-per-group"] },
    ],
    incidents: ["https://github.com/aws/aws-parallelcluster/issues/7265"],
  },
  {
    id: "D27",
    title:
      "Lustre is refused for its tier, size or type, and buckets are joined without an error and without effect.",
    outcomes: [
      {
        kind: "caught",
        codes: [
          "fsx-size",
          "fsx-tier",
          "fsx-deployment-type",
          "fsx-storage-type",
          "fsx-version",
          "fsx-metadata",
          "fsx-one-subnet",
          "fsx-efa-deployment",
          "fsx-efa-size",
          "fsx-efa-settings",
          "fsx-efa-security-group",
          "fsx-associations",
          "fsx-association-paths",
          "fsx-association-url",
          "fsx-association-deployment",
          "file-system-zone",
          "managed-lustre-tier",
          "managed-lustre-size",
          "managed-lustre-ports",
          "private-service-access",
        ],
      },
      {
        kind: "unknowable",
        why: "that creation itself fails now and then; file systems have a stack of their own",
      },
    ],
    incidents: ["https://github.com/aws/aws-parallelcluster/blob/develop/CHANGELOG.md"],
  },
  {
    id: "D28",
    title: "Health agents report healthy accelerators as broken while a node boots.",
    outcomes: [
      {
        kind: "designed-out",
        where: "constructs/aws",
        how: "the managed node monitoring agent and node repair wait before they act",
      },
    ],
    incidents: ["https://github.com/aws/sagemaker-hyperpod-cli/pull/425"],
  },
  {
    id: "D29",
    title: "Nodes with broken accelerators are not replaced.",
    outcomes: [
      { kind: "designed-out", where: "constructs/aws", how: "every accelerator node group has node repair" },
    ],
    incidents: ["https://github.com/aws/containers-roadmap/issues/2324"],
  },
  {
    id: "D30",
    title: "The node provisioner knows neither placement groups nor dynamic resource allocation.",
    outcomes: [
      {
        kind: "designed-out",
        where: "planner",
        how: "pools of a fixed size and with a fabric are managed node groups; the provisioner gets elastic pools",
      },
      { kind: "caught", codes: ["capacity-blocks-alike"] },
    ],
    incidents: ["https://github.com/aws/karpenter-provider-aws/issues/3324"],
  },
  {
    id: "E31",
    title:
      "Destroying never ends, because load balancers, interfaces or nodes outside of the state hold the network.",
    outcomes: [
      {
        kind: "designed-out",
        where: "stacks",
        how: "the cluster is a stack of its own, apart from network and data, and expiry stops the provisioner's nodes first",
      },
      { kind: "unknowable", why: "what workloads create by themselves shows only in the account" },
    ],
    incidents: ["https://github.com/GoogleCloudPlatform/cluster-toolkit/pull/4866"],
  },
  {
    id: "E32",
    title: "A cluster's version cannot be changed by the tool, or the cloud changes it by surprise.",
    outcomes: [
      {
        kind: "caught",
        codes: [
          "kubernetes-out-of-support",
          "kubernetes-leaving-support",
          "kubernetes-version-unknown",
          "node-version-skew",
          "surprise-upgrades",
        ],
      },
    ],
    incidents: ["https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html"],
  },
  {
    id: "E33",
    title: "Documentation rots: links lead nowhere, repositories are archived.",
    outcomes: [
      {
        kind: "designed-out",
        where: "docs",
        how: "pages that list data are generated, and every fact has source and date",
      },
    ],
    incidents: ["https://github.com/aws-samples/aws-efa-eks"],
  },
];
