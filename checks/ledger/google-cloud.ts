import type { Failure } from "../ledger.ts";

/** What concerns Google Cloud alone. */
export const googleCloudFailures: readonly Failure[] = [
  {
    id: "A3",
    title: "Checks of reserved capacity were wrong for racks, so they were taken out again.",
    outcomes: [
      {
        kind: "caught",
        codes: ["reservation-too-small", "reservation-path", "reservation-without-zone", "rack-size"],
      },
      { kind: "unknowable", why: "which blocks of a reservation are healthy shows in the account alone" },
    ],
    incidents: ["https://github.com/GoogleCloudPlatform/cluster-toolkit/pull/4492"],
  },
  {
    id: "A34",
    title: "Ways of buying that exclude each other are refused after the cluster was made.",
    outcomes: [
      {
        kind: "caught",
        codes: [
          "purchase-modes-together",
          "reservation-with-mode",
          "flex-start-repair",
          "flex-start-fixed-count",
          "flex-start-run",
          "flex-start-compact",
          "queued-compact",
          "compact-across-zones",
          "compact-blue-green",
          "topology-provision-only",
        ],
      },
    ],
    incidents: [
      "https://github.com/GoogleCloudPlatform/cluster-toolkit/blob/main/modules/compute/gke-node-pool/main.tf",
    ],
  },
  {
    id: "B18",
    title: "A pool comes up broken, because its further networks or what they need were missing.",
    outcomes: [
      {
        kind: "caught",
        codes: [
          "fabric-networks",
          "fabric-interface-twice",
          "multi-networking-off",
          "fabric-network-mtu",
          "local-ssd-count",
        ],
      },
    ],
    incidents: ["https://github.com/GoogleCloudPlatform/cluster-toolkit/issues/4058"],
  },
  {
    id: "B19",
    title: "Plug-in, receive daemon, NCCL and driver of different sets hang or crash.",
    outcomes: [
      { kind: "caught", codes: ["fabric-version-set", "driver-owner"] },
      {
        kind: "designed-out",
        where: "catalog/data/components.json",
        how: "one set of versions for each family, with source and date",
      },
    ],
    incidents: [
      "https://github.com/GoogleCloudPlatform/cluster-toolkit/issues/3032",
      "https://github.com/NVIDIA/aicr/issues/381",
    ],
  },
  {
    id: "B20",
    title: "Networking of two generations of racks was taken for the same.",
    outcomes: [
      {
        kind: "caught",
        codes: [
          "fabric-network-profile",
          "fabric-network-missing-profile",
          "automatic-and-extra-networks",
          "automatic-networks-need",
          "rack-topology",
        ],
      },
    ],
    incidents: ["https://github.com/NVIDIA/aicr/pull/2338"],
  },
  {
    id: "D35",
    title: "A file system was built on a product that has ended.",
    outcomes: [{ kind: "caught", codes: ["parallelstore-ended"] }],
    incidents: [
      "https://github.com/GoogleCloudPlatform/cluster-toolkit/blob/main/modules/file-system/parallelstore/metadata.yaml",
    ],
  },
  {
    id: "F7",
    title: "TPU pools have another number of nodes than their topology.",
    outcomes: [{ kind: "caught", codes: ["slice-topology-nodes", "slice-topology-missing"] }],
    incidents: ["https://docs.cloud.google.com/kubernetes-engine/docs/concepts/plan-tpus"],
  },
];
