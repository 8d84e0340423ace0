import { good, withCluster, withRanges, withSecurityGroup } from "../good-facts.ts";
import type { Cases } from "./case.ts";

const open = (port: number) => ({
  at: ["Resources", "Efa"],
  protocol: "tcp",
  ports: { from: port, to: port },
});
const endpoint = { at: ["workloads", 0], name: "chat", host: "chat.example.com" };

export const networkCases: Cases = {
  "range-syntax": {
    caught: withRanges({ cidr: "10.40.0.1/18" }),
    right: withRanges({ cidr: "10.40.64.0/18" }),
    says: ["10.40.0.1/18"],
  },
  "range-overlap": {
    caught: withRanges({}, { name: "pods", cidr: "10.40.32.0/19" }),
    right: withRanges({}, { name: "pods", cidr: "10.40.64.0/19" }),
    says: ["pods", "10.40.32.0/19", "10.40.0.0/18"],
  },
  "range-reserved": {
    caught: withRanges({ role: "services", cidr: "172.17.0.0/20" }),
    right: withRanges({ role: "services", cidr: "172.20.0.0/16" }),
    says: ["172.17.0.0/20", "172.17.0.0/16"],
  },
  "range-size": {
    caught: withRanges({ cidr: "10.40.0.0/29" }),
    right: withRanges({ cidr: "10.40.0.0/28" }),
    says: ["10.40.0.0/29", "smaller"],
  },
  "range-too-small": {
    caught: withRanges({ capacity: 251, needed: 252 }),
    right: withRanges({ capacity: 251, needed: 251 }),
    says: ["251", "252"],
  },
  "subnet-outside-network": {
    caught: withRanges({ cidr: "10.41.0.0/18" }),
    right: withRanges({ cidr: "10.40.128.0/18" }),
    says: ["10.41.0.0/18", "10.40.0.0/16"],
  },
  "cluster-zones": {
    caught: withCluster({ subnets: ["a"] }),
    right: withCluster({ subnets: ["a", "b"] }),
    says: ["use2-az1"],
  },
  "api-open-to-world": {
    caught: withCluster({ publicAccess: true, publicRanges: ["0.0.0.0/0"] }),
    right: withCluster({ publicAccess: true, publicRanges: ["203.0.113.0/24"] }),
    says: ["main", "whole internet"],
  },
  "api-unreachable": {
    caught: withCluster({ privateAccess: false }),
    right: good,
    says: ["main", "neither"],
  },
  "security-group-open": {
    caught: withSecurityGroup({ openIngress: [open(22)] }),
    right: withSecurityGroup({ openIngress: [open(443)] }),
    says: ["efa", "tcp port 22"],
  },
  "endpoint-without-login": {
    caught: { ...good, endpoints: [{ ...endpoint, authentication: "none" }] },
    right: { ...good, endpoints: [{ ...endpoint, authentication: "oidc" }] },
    says: ["chat", "chat.example.com"],
  },
};
