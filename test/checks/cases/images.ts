import { good, withGroup } from "../good-facts.ts";
import type { Cases } from "./case.ts";

export const imageCases: Cases = {
  "image-missing": {
    caught: withGroup({ image: null }),
    right: withGroup({ image: undefined }),
    says: ["p5.48xlarge", "no AMI type"],
  },
  "image-unknown": {
    caught: withGroup({ image: "AL2023_x86_NVIDIA" }),
    right: withGroup({ image: "CUSTOM" }),
    says: ["AL2023_x86_NVIDIA"],
  },
  "image-ended": {
    caught: withGroup({ image: "AL2_x86_64_GPU" }),
    right: good,
    says: ["AL2_x86_64_GPU", "2025-11-26"],
  },
  "image-architecture": {
    caught: withGroup({ image: "AL2023_ARM_64_NVIDIA" }),
    right: good,
    says: ["arm64", "p5.48xlarge", "x86_64"],
  },
  "image-vendor": {
    caught: withGroup({ image: "AL2023_x86_64_NEURON" }),
    right: withGroup({ machines: ["trn2.48xlarge"], image: "AL2023_x86_64_NEURON" }),
    says: ["Neuron", "NVIDIA"],
  },
  "driver-branch": {
    caught: withGroup({ machines: ["g7.48xlarge"] }),
    right: withGroup({ machines: ["g7.48xlarge"], driverMajor: 595 }),
    says: ["595 or newer", "580"],
  },
  "image-kubernetes": {
    caught: withGroup({ image: "AL2_x86_64_GPU" }),
    right: withGroup({ image: "AL2_x86_64_GPU", kubernetesVersion: "1.32" }),
    says: ["1.32", "1.35"],
  },
};
