import { goodAzure, rackMachine, withAgentPool, withAgentPools, withAmlfs } from "../good-clouds.ts";
import type { Cases } from "./case.ts";

const rack = { machines: [rackMachine("azure")] };
const amd = { machines: ["Standard_ND96isr_MI300X_v5"] };
const spot = { market: "spot" };

export const infinibandCases: Cases = {
  "infiniband-range": {
    caught: {
      ...goodAzure,
      ranges: [{ at: ["network"], name: "network", cidr: "172.16.0.0/14", role: "network" }],
    },
    right: goodAzure,
    says: ["172.16.0.0/14", "172.16.0.0/16"],
  },
  "infiniband-feature": {
    caught: { ...goodAzure, registeredFeatures: [] },
    right: goodAzure,
    says: ["AKSInfinibandSupport", "registered"],
  },
  "infiniband-feature-conflict": {
    caught: withAgentPools({}, { ...rack, name: "rack" }),
    right: withAgentPools({}, { name: "second", pool: "second" }),
    says: ["train-on-demand", "rack", "unregistered"],
  },
  "infiniband-one-set": {
    caught: withAgentPools({}, { name: "train-spot", market: "spot" }),
    right: withAgentPools({}, { name: "other", pool: "other" }),
    says: ["train-on-demand and train-spot"],
  },
  "scale-set-size": {
    caught: withAgentPools({ nodesWanted: 128 }),
    right: withAgentPools({ nodesWanted: 100 }),
    says: ["128", "100"],
  },
  "fabric-device-names": {
    caught: {
      ...goodAzure,
      deviceRequests: [
        ...goodAzure.deviceRequests,
        { at: ["job"], name: "the other job", resource: "rdma/hca_shared_devices_a" },
      ],
    },
    right: goodAzure,
    says: ["rdma/hca_shared_devices_a", "rdma/ib"],
  },
  "rack-driver-image": {
    caught: withAgentPool({}, rack),
    right: withAgentPool({}, { ...rack, image: "Ubuntu2404" }),
    says: ["Ubuntu2404", "Ubuntu2204"],
  },
  "amd-driver": {
    caught: withAgentPool({ gpuDriver: "Install" }, amd),
    right: withAgentPool({}, amd),
    says: ["Install"],
  },
  "driver-owner": {
    caught: withAgentPool({}, { driverOwners: ["node-pool", "gpu-operator"] }),
    right: goodAzure,
    says: ["node-pool and gpu-operator"],
  },
};

export const agentPoolCases: Cases = {
  "agent-pool-inline": {
    caught: withAgentPool({ inline: true }),
    right: goodAzure,
    says: ["inside the cluster"],
  },
  "agent-pool-name": {
    caught: withAgentPool({ poolName: "train-on-demand" }),
    right: withAgentPool({ poolName: "trainondemd1" }),
    says: ["train-on-demand"],
  },
  "spot-max-price": {
    caught: withAgentPool({ spotMaxPrice: 0 }, spot),
    right: withAgentPool({ spotMaxPrice: 12.34567 }, spot),
    says: ["0 USD"],
  },
  "spot-settings": {
    caught: withAgentPool({ evictionPolicy: "Delete" }),
    right: withAgentPool({ evictionPolicy: "Delete" }, spot),
    says: ["on-demand", "eviction policy"],
  },
  "spot-taint": {
    caught: withAgentPool({}, spot),
    right: withAgentPool(
      {},
      {
        ...spot,
        taints: [
          { key: "kubernetes.azure.com/scalesetpriority", value: "spot", effect: "NoSchedule" as const },
        ],
      },
    ),
    says: ["kubernetes.azure.com/scalesetpriority"],
  },
  "spot-system-pool": {
    caught: withAgentPool({ mode: "System" }, spot),
    right: withAgentPool({ mode: "System" }),
    says: ["system pool"],
  },
  "spot-capacity-group": {
    caught: withAgentPool({ capacityGroup: "crg" }, spot),
    right: withAgentPool({ capacityGroup: "crg" }),
    says: ["crg"],
  },
  "capacity-group-identity": {
    caught: {
      ...withAgentPool({ capacityGroup: "crg" }),
      clusters: [{ at: [], name: "main", id: "main", azure: { identity: "SystemAssigned" } }],
    },
    right: withAgentPool({ capacityGroup: "crg" }),
    says: ["system-assigned"],
  },
  "proximity-across-zones": {
    caught: withAgentPool({ proximityGroup: "close" }, { zones: ["1", "2"] }),
    right: withAgentPool({ proximityGroup: "close" }),
    says: ["close", "1, 2"],
  },
  "ephemeral-disk-size": {
    caught: withAgentPool({}, { machines: ["Standard_NC24ads_A100_v4"], disks: [{ sizeGiB: 512 }] }),
    right: withAgentPool({}, { machines: ["Standard_NC24ads_A100_v4"], disks: [{ sizeGiB: 60 }] }),
    says: ["512 GiB", "Standard_NC24ads_A100_v4"],
  },
};

export const amlfsCases: Cases = {
  "amlfs-sku": {
    caught: withAmlfs({ deploymentType: "AMLFS-Durable-Premium-300" }),
    right: goodAzure,
    says: ["AMLFS-Durable-Premium-300"],
  },
  "amlfs-size": {
    caught: withAmlfs({ sizeGiB: 10 * 1024 }),
    right: withAmlfs({ sizeGiB: 16 * 1024 }),
    says: ["10 TiB", "8 TiB"],
  },
  "amlfs-subnet": {
    caught: withAmlfs({ subnetRange: "10.40.8.0/26" }),
    right: goodAzure,
    says: ["10.40.8.0/26"],
  },
  "amlfs-architecture": {
    caught: withAgentPools(rack),
    right: goodAzure,
    says: ["arm64", "amd64"],
  },
  "amlfs-source": {
    caught: withAmlfs({ source: { name: "corpus", joined: false } }),
    right: goodAzure,
    says: ["corpus"],
  },
};
