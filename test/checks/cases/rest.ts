import { blockGroup, good, withCluster, withGroup } from "../good-facts.ts";
import type { Cases } from "./case.ts";

const group = { kind: "group", id: "train", strategy: "cluster", createdHere: true } as const;
const at = ["Resources", "Nodes"];
const broken = { at, name: "Nodes", candidates: ["Cluster"] };

/** Placement, security, figures and templates. */
export const restCases: Cases = {
  "placement-with-capacity-block": {
    caught: withGroup({ ...blockGroup, placement: group }),
    right: withGroup(blockGroup),
    says: ["capacity block", "placement group train"],
  },
  "placement-with-reservation": {
    caught: withGroup({ reservation: { id: "cr-1", kind: "reservation" }, placement: group }),
    right: withGroup({
      reservation: { id: "cr-1", kind: "reservation", placementGroup: "train" },
      placement: group,
    }),
    says: ["cr-1", "placement group train"],
  },
  "placement-strategy": {
    caught: { ...good, placementGroups: [{ at, name: "train", strategy: "clustered" }] },
    right: good,
    says: ["train", "clustered", "cluster, partition, spread"],
  },
  "placement-across-zones": {
    caught: withGroup({ zones: ["use2-az1", "use2-az2"] }),
    right: withGroup({ zones: ["use2-az1", "use2-az2"], placement: { ...group, strategy: "spread" } }),
    says: ["use2-az1, use2-az2", "train"],
  },
  "placement-apart": {
    caught: withGroup({ placement: { ...group, strategy: "partition" } }),
    right: good,
    says: ["train", "partition"],
  },
  "secrets-unencrypted": {
    caught: withCluster({ secretsEncrypted: false }),
    right: good,
    says: ["main", "secrets"],
  },
  "launch-template-settings": {
    caught: withGroup({ settingsInLaunchTemplate: ["NetworkInterfaces.SubnetId"] }),
    right: withGroup({ settingsInLaunchTemplate: ["IamInstanceProfile"], provisioner: "self-managed" }),
    says: ["NetworkInterfaces.SubnetId"],
  },
  "node-role-policies": {
    caught: {
      ...good,
      roles: good.roles.map((role) => ({ ...role, managedPolicies: ["AmazonEKSWorkerNodePolicy"] })),
    },
    right: { ...good, roles: good.roles.map((role) => ({ ...role, managedPolicies: undefined })) },
    says: ["nodes", "AmazonEC2ContainerRegistryReadOnly"],
  },
  "role-trust": {
    caught: { ...good, roles: good.roles.map((role) => ({ ...role, trusts: ["eks.amazonaws.com"] })) },
    right: good,
    says: ["nodes", "eks.amazonaws.com"],
  },
  "price-unknown": {
    caught: { ...good, unknowns: [{ at, name: "train", what: "price", why: "sold in blocks only" }] },
    right: { ...good, unknowns: [{ at, name: "train", what: "power", why: "no source" }] },
    says: ["train", "sold in blocks only", "not free"],
  },
  "power-unknown": {
    caught: { ...good, unknowns: [{ at, name: "train", what: "power", why: "no source" }] },
    right: { ...good, unknowns: [{ at, name: "train", what: "price", why: "no source" }] },
    says: ["train", "power"],
  },
  "word-unknown": {
    caught: {
      ...good,
      strangeWords: [
        { at, name: "Nodes", property: "CapacityType", value: "SPOTS", allowed: ["ON_DEMAND", "SPOT"] },
      ],
    },
    right: good,
    says: ["Nodes", "CapacityType", "SPOTS"],
  },
  "reference-missing": {
    caught: { ...good, broken: [{ ...broken, kind: "reference", missing: "Clustre" }] },
    right: { ...good, broken: [{ ...broken, kind: "property", missing: "Subnets" }] },
    says: ["Nodes", "Clustre"],
  },
  "property-missing": {
    caught: { ...good, broken: [{ ...broken, kind: "property", missing: "Subnets" }] },
    right: { ...good, broken: [{ ...broken, kind: "reference", missing: "Clustre" }] },
    says: ["Nodes", "Subnets"],
  },
};
