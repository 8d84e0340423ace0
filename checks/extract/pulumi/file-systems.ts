import type { FileSystemFact } from "../../facts.ts";
import { flag, isProperties, number, text } from "../cloudformation/values.ts";
import { input, ofType, type PulumiResource, placeOf, referred } from "./resources.ts";

const GIB_PER_TIB = 1024;

/** File systems of Google Cloud and Azure. */
export function pulumiFileSystemFacts(resources: readonly PulumiResource[]): readonly FileSystemFact[] {
  const serviceAccess = ofType(resources, "gcp:servicenetworking/connection:Connection").length > 0;
  return [
    ...ofType(resources, "gcp:lustre/instance:Instance").map((one) => managedLustre(one, serviceAccess)),
    ...ofType(resources, "gcp:parallelstore/instance:Instance").map((one) => ({
      ...common(one),
      product: "parallelstore" as const,
    })),
    ...ofType(resources, "gcp:filestore/instance:Instance").map((one) => ({
      ...common(one),
      product: "filestore" as const,
      deploymentType: text(input(one, "tier")),
    })),
    ...ofType(resources, "azure-native:storagecache:AmlFilesystem").map((one) => azureLustre(resources, one)),
  ];
}

function common(resource: PulumiResource): Pick<FileSystemFact, "at" | "name" | "id"> {
  return { at: placeOf(resource), name: resource.name, id: resource.name };
}

function managedLustre(resource: PulumiResource, serviceAccess: boolean): FileSystemFact {
  return {
    ...common(resource),
    product: "managed-lustre",
    sizeGiB: number(input(resource, "capacityGib")),
    mbpsPerTiB: number(input(resource, "perUnitStorageThroughput")) ?? null,
    zone: text(input(resource, "location")),
    // A network that exists already may have its own.
    privateServiceAccess: serviceAccess ? true : undefined,
    port6988: flag(input(resource, "gkeSupportEnabled")) ?? false,
  };
}

function azureLustre(resources: readonly PulumiResource[], resource: PulumiResource): FileSystemFact {
  const sizeTiB = number(input(resource, "storageCapacityTiB"));
  const subnets = ofType(resources, "azure-native:network:Subnet");
  const subnet = referred(subnets, input(resource, "filesystemSubnet"));
  return {
    ...common(resource),
    product: "azure-managed-lustre",
    deploymentType: text(input(resource, "sku", "name")),
    sizeGiB: sizeTiB === undefined ? undefined : sizeTiB * GIB_PER_TIB,
    zone: zone(input(resource, "zones")),
    subnetRange: text(subnet && input(subnet, "addressPrefix")),
    ...(isProperties(input(resource, "hsm")) ? { source: { name: "a container", joined: true } } : {}),
  };
}

function zone(zones: unknown): string | undefined {
  return Array.isArray(zones) ? text(zones[0]) : undefined;
}
