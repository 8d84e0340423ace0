import type { InterfaceFact } from "../../../checks/facts.ts";
import { good, wires, withGroup, withSecurityGroup } from "../good-facts.ts";
import type { Cases } from "./case.ts";

const p5 = wires("p5.48xlarge");
const b300 = wires("p6-b300.48xlarge");
const b300Group = { machines: ["p6-b300.48xlarge"], interfaces: b300 };

const efaOnly = (card: number, device = 0): InterfaceFact => ({ card, device, kind: "efa-only" });
const plain = (card: number, device = 0): InterfaceFact => ({ card, device, kind: "interface" });
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The way of an older module: card 0 with EFA, and every further card at device 1. */
const naive = (cards: number): readonly InterfaceFact[] => [
  { card: 0, device: 0, kind: "efa" },
  ...upTo(cards - 1).map((index) => efaOnly(index + 1, 1)),
];

export const interfaceCases: Cases = {
  "efa-count": {
    caught: withGroup({ interfaces: naive(40) }),
    right: withGroup({ interfaces: naive(32) }),
    says: ["train", "40", "32", "p5.48xlarge"],
  },
  "interface-count": {
    caught: withGroup({ machines: ["g6.xlarge"], interfaces: upTo(20).map((index) => plain(0, index)) }),
    right: withGroup({ machines: ["g6.xlarge"], interfaces: [plain(0)] }),
    says: ["20", "g6.xlarge"],
  },
  "network-card-index": {
    caught: withGroup({ interfaces: [...p5.slice(0, -1), efaOnly(32)] }),
    right: good,
    says: ["card 32", "0-31"],
  },
  "network-device-index": {
    caught: withGroup({ interfaces: [...p5.slice(0, -1), efaOnly(31, 2)] }),
    right: withGroup({ interfaces: [...p5.slice(0, -1), efaOnly(31, 1)] }),
    says: ["card 31 device 2", "0 to 1"],
  },
  "efa-on-plain-card": {
    caught: withGroup({ ...b300Group, interfaces: naive(16) }),
    right: withGroup(b300Group),
    says: ["card 0", "p6-b300.48xlarge", "1-16"],
  },
  "one-efa-per-card": {
    caught: withGroup({ interfaces: [...p5.slice(0, -1), efaOnly(3, 1)] }),
    right: good,
    says: ["card 3", "one"],
  },
  "primary-interface": {
    caught: withGroup({ interfaces: p5.slice(1) }),
    right: good,
    says: ["card 0, device 0"],
  },
  "primary-efa-only": {
    caught: withGroup({ interfaces: [efaOnly(0), ...p5.slice(2)] }),
    right: withGroup({ interfaces: naive(32) }),
    says: ["card 0, device 0", "efa-only"],
  },
  "duplicate-interface": {
    caught: withGroup({ interfaces: [...p5.slice(0, -1), plain(4)] }),
    right: good,
    says: ["card 4 device 0"],
  },
  "fabric-incomplete": {
    caught: withGroup({ interfaces: p5.slice(0, 9) }),
    right: withGroup({ interfaces: [plain(0)], fabricWanted: false }),
    says: ["8 of the 32", "p5.48xlarge"],
  },
  "interface-layout": {
    caught: withGroup({ ...b300Group, interfaces: naive(16) }),
    right: withGroup(b300Group),
    says: ["0-15", "1-16"],
  },
  "fabric-layout-unknown": {
    caught: withGroup({ machines: ["unwired"], interfaces: [] }),
    right: withGroup({ machines: ["unwired"], interfaces: [plain(0)], fabricWanted: false }),
    says: ["unwired", "not known"],
  },
  "public-address-many-interfaces": {
    caught: withGroup({ interfaces: p5.map((one) => ({ ...one, publicAddress: one.card === 0 })) }),
    right: withGroup({ machines: ["g6.xlarge"], interfaces: [{ ...plain(0), publicAddress: true }] }),
    says: ["33", "public address"],
  },
  "public-subnet-many-interfaces": {
    caught: { ...good, publicSubnets: ["a"] },
    right: { ...good, publicSubnets: ["b"] },
    says: ["33", "public subnet a"],
  },
  "efa-across-zones": {
    caught: withGroup({ zones: ["use2-az1", "use2-az2"] }),
    right: withGroup({ zones: ["use2-az1"] }),
    says: ["use2-az1, use2-az2"],
  },
  "efa-across-subnets": {
    caught: withGroup({ zones: undefined, subnets: ["x", "y"] }),
    right: withGroup({ zones: undefined, subnets: ["x"] }),
    says: ["2 subnets", "x, y"],
  },
  "efa-self-ingress": {
    caught: withSecurityGroup({ selfIngress: false }),
    right: withSecurityGroup({ selfIngress: undefined }),
    says: ["efa", "inbound"],
  },
  "efa-self-egress": {
    caught: withSecurityGroup({ selfEgress: false }),
    right: good,
    says: ["efa", "outbound"],
  },
};
