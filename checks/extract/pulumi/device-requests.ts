import type { DeviceRequestFact } from "../../facts.ts";
import { isProperties } from "../cloudformation/values.ts";
import { open, type PulumiResource, placeOf } from "./resources.ts";

const FABRIC_DEVICE = /^rdma\//;

/** Fabric devices that Kubernetes objects ask for, each name once an object. */
export function deviceRequestFacts(resources: readonly PulumiResource[]): readonly DeviceRequestFact[] {
  return resources
    .filter(({ type }) => type.startsWith("kubernetes:"))
    .flatMap((resource) =>
      [...new Set(deviceNames(resource.inputs))].map((name) => ({
        at: placeOf(resource),
        name: resource.name,
        resource: name,
      })),
    );
}

function deviceNames(value: unknown): readonly string[] {
  const opened = open(value);
  if (Array.isArray(opened)) return opened.flatMap(deviceNames);
  if (!isProperties(opened)) return [];
  return Object.entries(opened).flatMap(([key, one]) => [
    ...(FABRIC_DEVICE.test(key) ? [key] : []),
    ...deviceNames(one),
  ]);
}
