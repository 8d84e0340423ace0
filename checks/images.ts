import type { Catalog } from "../catalog/catalog.ts";
import type { Component, Machine } from "../catalog/types.ts";
import type { AmiType } from "./vocabulary/ami-types.ts";

/** What the catalog knows of an AMI type beyond its word: its driver branch and the Kubernetes versions it is built for. */
export function imageComponent(catalog: Catalog, image: string | null | undefined): Component | undefined {
  return catalog
    .components()
    .find((row) => row.kind === "node-image" && row.attributes.amiType === image && image !== undefined);
}

/** Whose driver the machine needs: `none` for a machine without an accelerator, `undefined` where it is not known. */
export function driverVendor(catalog: Catalog, machine: Machine): AmiType["vendor"] | undefined {
  if (machine.acceleratorCount === 0) return "none";
  const vendor = machine.accelerator === null ? undefined : catalog.accelerator(machine.accelerator)?.vendor;
  return vendor === "NVIDIA" || vendor === "AWS" ? vendor : undefined;
}
