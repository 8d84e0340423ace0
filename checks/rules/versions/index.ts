import type { Check } from "../../check.ts";
import { addonArchitecture } from "./addon-architecture.ts";
import { addonKubernetes } from "./addon-kubernetes.ts";
import { addonTwice } from "./addon-twice.ts";
import { addonUnknown } from "./addon-unknown.ts";
import { addonVersionSyntax } from "./addon-version-syntax.ts";
import { kubernetesLeavingSupport } from "./kubernetes-leaving-support.ts";
import { kubernetesOutOfSupport } from "./kubernetes-out-of-support.ts";
import { kubernetesTooOld } from "./kubernetes-too-old.ts";
import { kubernetesVersionUnknown } from "./kubernetes-version-unknown.ts";
import { nodeVersionSkew } from "./node-version-skew.ts";

/** Versions of Kubernetes and of add-ons, and what they support. */
export const versionChecks: readonly Check[] = [
  kubernetesVersionUnknown,
  kubernetesOutOfSupport,
  kubernetesLeavingSupport,
  kubernetesTooOld,
  nodeVersionSkew,
  addonUnknown,
  addonTwice,
  addonKubernetes,
  addonVersionSyntax,
  addonArchitecture,
];
