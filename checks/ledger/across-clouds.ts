import type { Failure } from "../ledger.ts";

/** Kubernetes, data and engines on every cloud, and Azure's storage. */
export const acrossCloudsFailures: readonly Failure[] = [
  {
    id: "X4",
    title: "Catalogs have machines at 0 USD, or with a wrong number of accelerators.",
    outcomes: [
      { kind: "caught", codes: ["price-unknown", "machine-facts-missing", "machine-unknown"] },
      {
        kind: "designed-out",
        where: "test/catalog",
        how: "one integrity suite: a price is positive or unknown, and every row has a source",
      },
    ],
    incidents: [
      "https://github.com/skypilot-org/skypilot/issues/3615",
      "https://github.com/skypilot-org/skypilot-catalog/pull/50",
    ],
  },
  {
    id: "X5",
    title: "The autoscaler starts several nodes for one pod until the device plug-in answers.",
    outcomes: [
      { kind: "unknowable", why: "it depends on when a plug-in answers; startup taints belong to the cloud" },
    ],
    incidents: ["https://github.com/NVIDIA/gpu-operator/issues/708"],
  },
  {
    id: "X6",
    title: "Gangs are admitted and never placed: topology levels that no label makes, quota above the pool.",
    outcomes: [
      { kind: "designed-out", where: "planner/cluster/queues.ts", how: "queues are bounded by their pool" },
    ],
    incidents: [
      "https://github.com/kubernetes-sigs/kueue/issues/5039",
      "https://github.com/project-codeflare/mlbatch/pull/69",
    ],
  },
  {
    id: "X7a",
    title: "Racks: domains conflict, or nodes of one gang are in several.",
    outcomes: [
      { kind: "caught", codes: ["rack-size", "rack-topology", "kubernetes-too-old"] },
      { kind: "unknowable", why: "faults of links and daemons appear at run time" },
    ],
    incidents: ["https://github.com/kubernetes-sigs/dra-driver-nvidia-gpu/issues/892"],
  },
  {
    id: "X7b",
    title: "A recipe of one machine type accepts another.",
    outcomes: [
      {
        kind: "caught",
        codes: ["rack-driver-image", "image-architecture", "addon-architecture", "amlfs-architecture"],
      },
    ],
    incidents: ["https://github.com/NVIDIA/aicr/pull/2380"],
  },
  {
    id: "X8",
    title: "A node comes up with seven of its eight accelerators.",
    outcomes: [{ kind: "unknowable", why: "broken hardware shows on the node: node checks find it" }],
    incidents: ["https://github.com/NVIDIA/aicr/issues/1858"],
  },
  {
    id: "X9",
    title: "One lost spot node stops a run of many.",
    outcomes: [{ kind: "caught", codes: ["spot-gang"] }],
    incidents: ["https://github.com/skypilot-org/skypilot/issues/1410"],
  },
  {
    id: "X10a",
    title: "Azure Managed Lustre is refused for zone, SKU, size, subnet or identity, late.",
    outcomes: [
      {
        kind: "caught",
        codes: ["amlfs-sku", "amlfs-size", "amlfs-subnet", "amlfs-source", "amlfs-architecture"],
      },
    ],
    incidents: ["https://github.com/kubernetes-sigs/azurelustre-csi-driver/pull/224"],
  },
  {
    id: "X10b",
    title: "Its creation outlasts the time-out of the driver and leaves orphans.",
    outcomes: [
      {
        kind: "designed-out",
        where: "stacks",
        how: "file systems are resources of the data stack, never made by a driver",
      },
    ],
    incidents: ["https://github.com/kubernetes-sigs/azurelustre-csi-driver/issues/236"],
  },
  {
    id: "X10c",
    title: "Weights load for most of an hour from a shared file system.",
    outcomes: [{ kind: "unknowable", why: "the time depends on the files; the plan states the throughput" }],
    incidents: ["https://github.com/modelplaneai/modelplane/issues/204"],
  },
  {
    id: "X11",
    title: "The model does not fit once the context grows.",
    outcomes: [
      {
        kind: "unknowable",
        why: "it depends on the requests: `engineroom size serve` computes it from the model",
      },
    ],
    incidents: ["https://github.com/vllm-project/vllm/issues/2418"],
  },
  {
    id: "X12",
    title: "Interfaces of the serving layer change group and version.",
    outcomes: [
      {
        kind: "designed-out",
        where: "catalog/data/components.json",
        how: "charts and their versions are pinned together",
      },
    ],
    incidents: ["https://github.com/kubernetes-sigs/gateway-api-inference-extension/pull/1274"],
  },
  {
    id: "X13a",
    title: "Pools inside the cluster resource replace the cluster when they change.",
    outcomes: [
      { kind: "caught", codes: ["agent-pool-inline"] },
      {
        kind: "designed-out",
        where: "constructs/azure",
        how: "every accelerator pool is a resource of its own",
      },
    ],
    incidents: ["https://github.com/pulumi/pulumi-azure-native/issues/579"],
  },
  {
    id: "X13b",
    title: "Objects are created before their definitions, or live on after their cluster.",
    outcomes: [
      {
        kind: "designed-out",
        where: "stacks",
        how: "the cluster and what runs on it are one stack, apart from network and data",
      },
    ],
    incidents: [
      "https://github.com/pulumi/pulumi-kubernetes/issues/3247",
      "https://github.com/pulumi/pulumi-kubernetes/issues/2517",
    ],
  },
  {
    id: "X13c",
    title: "What a cluster made by itself keeps the network from going.",
    outcomes: [{ kind: "unknowable", why: "what workloads create by themselves shows only in the account" }],
    incidents: ["https://github.com/terraform-google-modules/terraform-google-kubernetes-engine/issues/2411"],
  },
  {
    id: "X13d",
    title: "Agent pools and other things are refused for their names.",
    outcomes: [{ kind: "caught", codes: ["agent-pool-name", "name-length"] }],
    incidents: ["https://learn.microsoft.com/azure/aks/create-node-pools"],
  },
  {
    id: "X13e",
    title: "An ephemeral disk is larger than the machine has room for.",
    outcomes: [{ kind: "caught", codes: ["ephemeral-disk-size"] }],
    incidents: ["https://learn.microsoft.com/azure/virtual-machines/ephemeral-os-disks"],
  },
  {
    id: "X14",
    title: "Forgotten machines run for weeks.",
    outcomes: [
      {
        kind: "designed-out",
        where: "planner/guardrails.ts",
        how: "a lifetime lowers every pool to zero in the cloud itself, and a budget alerts",
      },
    ],
    incidents: ["https://github.com/Open-Athena/marin-dna/issues/564"],
  },
  {
    id: "X15",
    title: "Documentation contradicts itself on widths, names and maxima.",
    outcomes: [
      { kind: "caught", codes: ["machine-facts-missing"] },
      {
        kind: "designed-out",
        where: "catalog",
        how: "each row names its source, date and what the sources disagree on",
      },
    ],
    incidents: ["https://github.com/Azure/ai-infrastructure-on-azure"],
  },
];
