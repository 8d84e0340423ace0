import type { Failure } from "../ledger.ts";

/** Azure: fabric, drivers, capacity. */
export const azureFailures: readonly Failure[] = [
  {
    id: "X1a",
    title: "Training falls back to TCP, because nothing asks for the RDMA devices.",
    outcomes: [
      { kind: "caught", codes: ["fabric-device-names", "fabric-networks", "fabric-incomplete"] },
      { kind: "unknowable", why: "which transport a run uses shows only when it runs" },
    ],
    incidents: [
      "https://github.com/NVIDIA/aicr/issues/2276",
      "https://github.com/ai-dynamo/dynamo/pull/1314",
    ],
  },
  {
    id: "X1b",
    title: "InfiniBand was spread over several scale sets, and works inside each alone.",
    outcomes: [{ kind: "caught", codes: ["infiniband-one-set", "scale-set-size"] }],
    incidents: ["https://github.com/nebius/nebius-solutions-library/pull/659"],
  },
  {
    id: "X1c",
    title: "The subscription feature of InfiniBand stands the wrong way for the machines.",
    outcomes: [{ kind: "caught", codes: ["infiniband-feature", "infiniband-feature-conflict"] }],
    incidents: ["https://github.com/Azure/aks-rdma-infiniband/pull/54"],
  },
  {
    id: "X1d",
    title: "The virtual network overlaps the range of the InfiniBand interfaces.",
    outcomes: [{ kind: "caught", codes: ["infiniband-range"] }],
    incidents: ["https://learn.microsoft.com/azure/virtual-machines/setup-infiniband"],
  },
  {
    id: "X2a",
    title: "Two installers of the driver meet on one node, or none.",
    outcomes: [{ kind: "caught", codes: ["driver-owner", "amd-driver", "rack-driver-image"] }],
    incidents: [
      "https://github.com/NVIDIA/gpu-operator/issues/525",
      "https://github.com/NVIDIA/aicr/issues/475",
    ],
  },
  {
    id: "X2b",
    title: "A node image carries a kernel module and a library of different driver versions.",
    outcomes: [{ kind: "unknowable", why: "a defect inside one image release shows on its nodes" }],
    incidents: ["https://github.com/Azure/AKS/issues/5869"],
  },
  {
    id: "X2c",
    title: "Nodes that are stopped and started again break the driver.",
    outcomes: [
      {
        kind: "designed-out",
        where: "constructs/azure",
        how: "agent pools are scaled down by deleting nodes",
      },
    ],
    incidents: ["https://github.com/NVIDIA/gpu-operator/issues/729"],
  },
  {
    id: "X3a",
    title: "Spot and on-demand are asked for at once, and nothing falls back.",
    outcomes: [
      { kind: "caught", codes: ["spot-settings", "spot-capacity-group"] },
      {
        kind: "designed-out",
        where: "planner",
        how: "each purchase option is a group of its own, in order of preference",
      },
    ],
    incidents: ["https://github.com/Azure/karpenter-provider-azure/issues/761"],
  },
  {
    id: "X3b",
    title: "Spot pools are refused or empty: as system pool, without the taint, at an impossible price.",
    outcomes: [
      { kind: "caught", codes: ["spot-system-pool", "spot-taint", "spot-max-price", "spot-settings"] },
    ],
    incidents: [
      "https://github.com/Azure/AKS/issues/982",
      "https://github.com/Azure/AKS/issues/4404",
      "https://github.com/bcochofel/terraform-azurerm-aks/issues/13",
    ],
  },
  {
    id: "X3c",
    title: "A quota error shows after minutes, once for every size of a family.",
    outcomes: [
      {
        kind: "designed-out",
        where: "planner",
        how: "every plan lists each quota by its exact name with what is needed",
      },
      { kind: "unknowable", why: "the quota of a subscription is known to it alone" },
    ],
    incidents: [
      "https://github.com/Azure/karpenter-provider-azure/issues/192",
      "https://github.com/Azure/gpu-provisioner/issues/90",
    ],
  },
  {
    id: "X3d",
    title: "Failover gives no reason for what it passed over.",
    outcomes: [
      {
        kind: "designed-out",
        where: "planner",
        how: "rejected machines and zones keep their reason in the plan",
      },
    ],
    incidents: ["https://github.com/skypilot-org/skypilot/issues/1450"],
  },
  {
    id: "X3e",
    title: "A capacity reservation group is not used, with a warning only.",
    outcomes: [{ kind: "caught", codes: ["capacity-group-identity", "proximity-across-zones"] }],
    incidents: ["https://learn.microsoft.com/azure/aks/use-capacity-reservation-groups"],
  },
];
