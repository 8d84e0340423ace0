import { good, withGroup } from "../good-facts.ts";
import type { Cases } from "./case.ts";

const plain = { interfaces: [], fabricWanted: false } as const;

export const machineCases: Cases = {
  "machine-unknown": {
    caught: withGroup({ machines: ["p5.49xlarge"] }),
    right: good,
    says: ["p5.49xlarge"],
  },
  "machine-retired": {
    caught: withGroup({ ...plain, machines: ["p2.xlarge"] }),
    right: good,
    says: ["p2.xlarge", "retired"],
  },
  "machine-region": {
    caught: { ...good, region: "eu-south-1" },
    right: { ...good, region: "us-east-2" },
    says: ["p5.48xlarge", "eu-south-1"],
  },
  "machine-zone": {
    caught: withGroup({ zones: ["use2-az9"] }),
    right: withGroup({ zones: ["us-east-2a"] }),
    says: ["p5.48xlarge", "use2-az9"],
  },
  "machine-twice": {
    caught: withGroup({ machinesElsewhere: ["p5.48xlarge"] }),
    right: good,
    says: ["twice", "p5.48xlarge"],
  },
  "machine-missing": {
    caught: withGroup({ machines: [], machinesElsewhere: [] }),
    right: withGroup({ machines: [] }),
    says: ["t3.medium"],
  },
  "machine-facts-missing": {
    caught: withGroup({ ...plain, machines: ["unwired"] }),
    right: good,
    says: ["unwired", "which card carries what"],
  },
  "mig-profile-unknown": {
    caught: withGroup({ sharing: { kind: "mig", profile: "1g.5gb" } }),
    right: withGroup({ sharing: { kind: "mig", profile: "1g.10gb" } }),
    says: ["1g.5gb", "h100"],
  },
  "sharing-on-neuron": {
    caught: withGroup({ ...plain, machines: ["trn2.48xlarge"], sharing: { kind: "mps", replicas: 2 } }),
    right: withGroup({ sharing: { kind: "mps", replicas: 2 } }),
    says: ["mps", "trainium2"],
  },
  "fractional-with-mig": {
    caught: withGroup({ ...plain, machines: ["g6f.large"], sharing: { kind: "mig", profile: "1g.10gb" } }),
    right: withGroup({ ...plain, machines: ["g6f.large"], sharing: { kind: "time-slicing", replicas: 2 } }),
    says: ["g6f.large", "0.125"],
  },
};
