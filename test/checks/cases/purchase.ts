import type { ReservationFact } from "../../../checks/facts.ts";
import { block, blockGroup, good, goodGroup, withGroup } from "../good-facts.ts";
import type { Cases } from "./case.ts";

const blockCase = (change: Partial<ReservationFact>) =>
  withGroup({ ...blockGroup, reservation: { ...block, ...change } });

export const purchaseCases: Cases = {
  "spot-with-reservation": {
    caught: withGroup({ ...blockGroup, market: "spot" }),
    right: withGroup(blockGroup),
    says: ["spot", "capacity block cr-0a1b2c3d"],
  },
  "market-disagrees": {
    caught: withGroup({ ...blockGroup, launchMarket: "spot" }),
    right: withGroup(blockGroup),
    says: ["capacity-block", "spot"],
  },
  "capacity-block-market": {
    caught: withGroup({ ...blockGroup, launchMarket: null }),
    right: withGroup(blockGroup),
    says: ["capacity block", "no market"],
  },
  "reservation-missing": {
    caught: withGroup({ ...blockGroup, reservation: null }),
    right: withGroup({ ...blockGroup, reservation: undefined }),
    says: ["capacity block", "names none"],
  },
  "reservation-id": {
    caught: withGroup({ reservation: { id: "cr-xyz" } }),
    right: withGroup({ reservation: { id: "cr-0123456789abcdef0" } }),
    says: ["cr-xyz"],
  },
  "reservation-zone": {
    caught: blockCase({ zone: "use2-az3" }),
    right: blockCase({ zone: "use2-az1" }),
    says: ["use2-az1", "use2-az3"],
  },
  "reservation-machine": {
    caught: withGroup({ reservation: { id: "cr-0a1b2c3d", machine: "p5en.48xlarge" } }),
    right: withGroup({ reservation: { id: "cr-0a1b2c3d", machine: "p5.48xlarge" } }),
    says: ["p5.48xlarge", "p5en.48xlarge"],
  },
  "reservation-too-small": {
    caught: withGroup(
      { reservation: { id: "cr-1", nodes: 6 }, nodesWanted: 4 },
      { name: "eval", reservation: { id: "cr-1", nodes: 6 }, nodesWanted: 4 },
    ),
    right: withGroup({ reservation: { id: "cr-1", nodes: 4 }, nodesWanted: 4 }),
    says: ["train and eval", "8", "6"],
  },
  "reservation-over": {
    caught: blockCase({ start: "2026-10-01T11:30:00Z", end: "2026-10-15T11:30:00Z" }),
    right: blockCase({}),
    says: ["2026-10-15", "2026-11-23"],
  },
  "reservation-not-begun": {
    caught: withGroup({ ...blockGroup, size: { min: 0, desired: 4, max: 4 } }),
    right: withGroup(blockGroup),
    says: ["4 nodes", "2027-03-01"],
  },
  "capacity-blocks-alike": {
    caught: withGroup(
      { ...blockGroup, provisioner: "elastic" },
      { ...blockGroup, provisioner: "elastic", name: "second", reservation: { ...block, id: "cr-2b" } },
    ),
    right: withGroup(
      { ...blockGroup, provisioner: "elastic" },
      {
        ...blockGroup,
        provisioner: "elastic",
        name: "second",
        reservation: { ...block, id: "cr-2b", start: "2027-03-15T11:30:00Z", end: "2027-03-16T11:30:00Z" },
      },
    ),
    says: ["second", "train", "only one"],
  },
  "capacity-block-duration": {
    caught: blockCase({ end: "2027-03-19T11:30:00Z" }),
    right: blockCase({ end: "2027-03-22T11:30:00Z" }),
    says: ["18 days"],
  },
  "capacity-block-size": {
    caught: blockCase({ nodes: 65 }),
    right: blockCase({ nodes: 64 }),
    says: ["65", "64"],
  },
  "usage-not-supported": {
    caught: withGroup({ machines: ["p5en.48xlarge"], market: "flex-start" }),
    right: withGroup({ market: "spot" }),
    says: ["flex-start", "on-demand"],
  },
  "spot-gang": {
    caught: withGroup({ market: "spot" }),
    right: { ...good, nodeGroups: [{ ...goodGroup, market: "spot", nodesWanted: 1, size: undefined }] },
    says: ["4 spot nodes"],
  },
};
