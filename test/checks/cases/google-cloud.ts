import {
  goodGcp,
  rackMachine,
  withGcpNetwork,
  withGkeCluster,
  withManagedLustre,
  withNodePool,
} from "../good-clouds.ts";
import type { Cases } from "./case.ts";

const rack = { machines: [rackMachine("gcp")] };
const mega = { machines: ["a3-megagpu-8g"] };
const slice = { machines: ["ct6e-standard-4t"] };
const nodes = (count: number) => ({
  nodesWanted: count,
  size: { min: count, desired: count, max: count },
});

export const capacityModeCases: Cases = {
  "purchase-modes-together": {
    caught: withNodePool({ spot: true, flexStart: true }),
    right: withNodePool({ flexStart: true, queued: true }),
    says: ["spot and flex-start", "one of them"],
  },
  "reservation-with-mode": {
    caught: withNodePool({ spot: true }),
    right: withNodePool({ spot: true, reservationAffinity: "none" }),
    says: ["spot", "specific"],
  },
  "flex-start-repair": {
    caught: withNodePool({ flexStart: true }),
    right: withNodePool({ flexStart: true, autoRepair: false }),
    says: ["flex-start", "auto-repair"],
  },
  "flex-start-fixed-count": {
    caught: withNodePool({ queued: true }),
    right: withNodePool({ queued: true, autoscaled: true }, { size: { min: 0, desired: 0, max: 4 } }),
    says: ["queued", "fixed number"],
  },
  "flex-start-run": {
    caught: withNodePool({ flexStart: true, maxRunSeconds: 700_000 }),
    right: withNodePool({ flexStart: true, maxRunSeconds: 604_800 }),
    says: ["700000", "604800"],
  },
  "flex-start-compact": {
    caught: withNodePool({ flexStart: true, compact: true }, mega),
    right: withNodePool({ flexStart: true, compact: true }),
    says: ["compact", "a3-megagpu-8g"],
  },
  "queued-compact": {
    caught: withNodePool({ queued: true, compact: true }),
    right: withNodePool({ queued: true, compact: true }, slice),
    says: ["queued", "compact"],
  },
  "compact-across-zones": {
    caught: withNodePool({ compact: true }, { zones: ["us-central1-a", "us-central1-b"] }),
    right: withNodePool({ compact: true }),
    says: ["us-central1-a, us-central1-b"],
  },
  "compact-blue-green": {
    caught: withNodePool({ compact: true, blueGreen: true }),
    right: withNodePool({ blueGreen: true }),
    says: ["blue-green"],
  },
  "reservation-path": {
    caught: withNodePool({ reservations: ["big/blocks/1"] }),
    right: withNodePool({
      reservations: ["projects/p-1/reservations/big/reservationBlocks/b/reservationSubBlocks/s"],
    }),
    says: ["big/blocks/1"],
  },
  "reservation-without-zone": {
    caught: withNodePool({}, { zones: [] }),
    right: goodGcp,
    says: ["one zone", "none"],
  },
  "topology-provision-only": {
    caught: withNodePool({ topologyMode: "PROVISION_ONLY", reservationAffinity: "none" }),
    right: withNodePool({ topologyMode: "PROVISION_ONLY" }),
    says: ["PROVISION_ONLY"],
  },
};

export const extraNetworkCases: Cases = {
  "fabric-networks": {
    caught: withNodePool({ extraInterfaces: [{ network: "rdma", subnetwork: "rdma-0" }] }),
    right: withNodePool({ extraInterfaces: [], automaticNetworks: true }),
    says: ["9 interfaces", "1 are attached"],
  },
  "fabric-interface-twice": {
    caught: withNodePool({
      extraInterfaces: [
        { network: "rdma", subnetwork: "rdma-0" },
        { network: "rdma", subnetwork: "rdma-0" },
      ],
    }),
    right: goodGcp,
    says: ["rdma-0"],
  },
  "fabric-network-profile": {
    caught: withGcpNetwork("rdma", { profile: "us-central1-a-vpc-roce-metal" }),
    right: goodGcp,
    says: ["vpc-roce-metal", "a3-ultragpu-8g"],
  },
  "fabric-network-missing-profile": {
    caught: withGcpNetwork("rdma", { profile: null }),
    right: goodGcp,
    says: ["RDMA profile"],
  },
  "fabric-network-mtu": {
    caught: withGcpNetwork("rdma", { mtu: 1460 }),
    right: goodGcp,
    says: ["1460", "8896"],
  },
  "automatic-and-extra-networks": {
    caught: withNodePool({ automaticNetworks: true }),
    right: goodGcp,
    says: ["auto", "9 networks"],
  },
  "automatic-networks-need": {
    caught: withNodePool({ automaticNetworks: true, extraInterfaces: [] }, { kubernetesVersion: "1.33" }),
    right: withNodePool({ automaticNetworks: true, extraInterfaces: [] }),
    says: ["1.33"],
  },
  "multi-networking-off": {
    caught: withGkeCluster({ gcp: { multiNetworking: false } }),
    right: goodGcp,
    says: ["multi-networking off"],
  },
  "fabric-version-set": {
    caught: withNodePool({ fabricImages: ["registry.example.com/rxdm:v1.0.12"] }),
    right: withNodePool({
      fabricImages: ["registry.example.com/rxdm:v1.0.21", "registry.example.com/app:1"],
    }),
    says: ["rxdm:v1.0.12", "test-set", "a3-ultragpu-8g"],
  },
};

export const clusterCases: Cases = {
  "surprise-upgrades": {
    caught: withGkeCluster({ gcp: { upgradesExcluded: false } }),
    right: goodGcp,
    says: ["no maintenance exclusion"],
  },
  "local-ssd-count": {
    caught: withNodePool({ localSsds: 16 }),
    right: goodGcp,
    says: ["16", "32"],
  },
  "rack-topology": {
    caught: withNodePool({ topology: null }, rack),
    right: withNodePool({ topology: "1x72" }, rack),
    says: ["1x72", "none"],
  },
  "rack-size": {
    caught: withNodePool({}, { ...rack, ...nodes(20) }),
    right: withNodePool({}, { ...rack, ...nodes(18) }),
    says: ["20 nodes", "18"],
  },
  "slice-topology-nodes": {
    caught: withNodePool({ topology: "4x4" }, { ...slice, ...nodes(2) }),
    right: withNodePool({ topology: "4x4" }, { ...slice, ...nodes(4) }),
    says: ["4x4", "16 chips", "4 ×", "2 nodes"],
  },
  "slice-topology-missing": {
    caught: withNodePool({ topology: null }, { ...slice, ...nodes(4) }),
    right: withNodePool({ topology: null }, { ...slice, ...nodes(1) }),
    says: ["4 × ct6e-standard-4t"],
  },
};

export const managedLustreCases: Cases = {
  "managed-lustre-tier": {
    caught: withManagedLustre({ mbpsPerTiB: 400 }),
    right: withManagedLustre({ mbpsPerTiB: 250 }),
    says: ["400", "250"],
  },
  "managed-lustre-size": {
    caught: withManagedLustre({ sizeGiB: 40_000 }),
    right: withManagedLustre({ sizeGiB: 36_000 }),
    says: ["40000", "18000"],
  },
  "managed-lustre-ports": {
    caught: withManagedLustre({}, { name: "second", port6988: true }),
    right: withManagedLustre({}, { name: "second" }),
    says: ["second", "6988", "988"],
  },
  "private-service-access": {
    caught: withManagedLustre({ privateServiceAccess: false }),
    right: goodGcp,
    says: ["private service access"],
  },
  "parallelstore-ended": {
    caught: withManagedLustre({ product: "parallelstore" }),
    right: goodGcp,
    says: ["Parallelstore", "2026-08-31"],
  },
};
