import type { Failure } from "../ledger.ts";

/** Network layout, and rack-scale machines. */
export const networkFailures: readonly Failure[] = [
  {
    id: "B12",
    title: "EFA is absent, everything is green, and NCCL falls back to TCP.",
    outcomes: [
      {
        kind: "caught",
        codes: [
          "fabric-incomplete",
          "efa-self-ingress",
          "efa-self-egress",
          "efa-across-zones",
          "efa-across-subnets",
        ],
      },
      {
        kind: "unknowable",
        why: "which transport a run uses shows only when it runs: a probe on the nodes asserts it",
      },
    ],
    incidents: [
      "https://github.com/NVIDIA/nvcf/issues/1349",
      "https://github.com/aws-samples/aws-do-eks/pull/63",
    ],
  },
  {
    id: "B13",
    title: "The EFA device plugin counts NVLink controllers, or crashes on machines without EFA.",
    outcomes: [
      {
        kind: "designed-out",
        where: "catalog/data/components.json",
        how: "the device plugin is pinned to a version past the defect and placed on pools with EFA only",
      },
    ],
    incidents: ["https://github.com/aws/sagemaker-hyperpod-cli/pull/282"],
  },
  {
    id: "B14",
    title: "The NVIDIA device plugin takes the EFA devices by its default.",
    outcomes: [
      {
        kind: "designed-out",
        where: "constructs/kubernetes",
        how: "the device plugin's values switch its own fabric support off",
      },
    ],
    incidents: ["https://github.com/NVIDIA/k8s-device-plugin/issues/1692"],
  },
  {
    id: "B15",
    title: "Launch templates with many interfaces are refused or indexed wrongly.",
    outcomes: [
      {
        kind: "caught",
        codes: [
          "efa-count",
          "interface-count",
          "network-card-index",
          "network-device-index",
          "efa-on-plain-card",
          "one-efa-per-card",
          "primary-interface",
          "primary-efa-only",
          "duplicate-interface",
          "interface-layout",
          "fabric-layout-unknown",
          "launch-template-settings",
          "machine-twice",
        ],
      },
    ],
    incidents: [
      "https://github.com/aws/aws-ofi-nccl/issues/53",
      "https://github.com/awslabs/awsome-distributed-ai/pull/1259",
    ],
  },
  {
    id: "B16",
    title: "Thirty-two interfaces a node eat the subnet's addresses.",
    outcomes: [
      { kind: "caught", codes: ["range-too-small", "range-size", "range-overlap", "range-reserved"] },
      { kind: "designed-out", where: "planner", how: "the ip-saving layout takes one address a node" },
    ],
    incidents: ["https://github.com/dstackai/dstack/issues/1804"],
  },
  {
    id: "B17",
    title: "Templates have no EFA at all, or want it together with public addresses.",
    outcomes: [
      {
        kind: "caught",
        codes: ["public-address-many-interfaces", "public-subnet-many-interfaces", "fabric-incomplete"],
      },
      { kind: "designed-out", where: "constructs/aws", how: "accelerator nodes are in private subnets" },
    ],
    incidents: [
      "https://github.com/awslabs/cdk-eks-blueprints/issues/1237",
      "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3533",
    ],
  },
  {
    id: "B21",
    title: "Kernel, driver and EFA module do not fit together.",
    outcomes: [
      { kind: "caught", codes: ["driver-branch", "image-ended", "image-kubernetes", "image-vendor"] },
      {
        kind: "unknowable",
        why: "a defect inside one image release shows on its nodes; pin the release to go back",
      },
    ],
    incidents: ["https://github.com/awslabs/amazon-eks-ami/issues/2672"],
  },
  {
    id: "C22",
    title: "NVLink domains of rack-scale machines conflict, hang at boot, or restart the whole gang.",
    outcomes: [
      {
        kind: "caught",
        codes: ["fabric-layout-unknown", "machine-facts-missing", "kubernetes-too-old", "image-architecture"],
      },
      { kind: "unknowable", why: "faults of links and daemons appear at run time" },
    ],
    incidents: ["https://github.com/kubernetes-sigs/dra-driver-nvidia-gpu/issues/892"],
  },
];
