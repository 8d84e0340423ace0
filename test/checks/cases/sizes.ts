import { good, goodGroup, withGroup } from "../good-facts.ts";
import type { Cases } from "./case.ts";

const groups = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...goodGroup, name: `group-${index}` }));

export const sizeCases: Cases = {
  "size-order": {
    caught: withGroup({ size: { min: 5, desired: 5, max: 1 } }),
    right: withGroup({ size: { min: 1, desired: 1, max: 1 } }),
    says: ["5", "1"],
  },
  "size-desired": {
    caught: withGroup({ size: { min: 0, desired: 9, max: 4 } }),
    right: withGroup({ size: { min: 0, desired: 4, max: 4 } }),
    says: ["9", "0 to 4"],
  },
  "size-maximum": {
    caught: withGroup({ size: { min: 0, desired: 0, max: 0 } }),
    right: withGroup({ size: { min: 0, desired: 0, max: 1 } }),
    says: ["0, 0, 0"],
  },
  "update-larger-than-pool": {
    caught: withGroup({ update: { maxUnavailable: 5 } }),
    right: withGroup({ update: { maxUnavailable: 4 } }),
    says: ["5", "4"],
  },
  "update-range": {
    caught: withGroup({ update: { maxUnavailablePercentage: 120 } }),
    right: withGroup({ update: { maxUnavailablePercentage: 100 } }),
    says: ["120"],
  },
  "update-both": {
    caught: withGroup({ update: { maxUnavailable: 1, maxUnavailablePercentage: 50 } }),
    right: good,
    says: ["MaxUnavailable (1)", "MaxUnavailablePercentage (50)"],
  },
  "node-groups-per-cluster": {
    caught: { ...good, nodeGroups: groups(31) },
    right: { ...good, nodeGroups: groups(30) },
    says: ["31", "30", "group-30"],
  },
  "nodes-per-group": {
    caught: withGroup({ nodesWanted: 451 }),
    right: withGroup({ nodesWanted: 451, provisioner: "elastic" }),
    says: ["451", "450"],
  },
};
