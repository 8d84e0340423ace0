import type { Catalog } from "../../catalog/catalog.ts";
import type { Component, Machine } from "../../catalog/types.ts";
import type { ImageChoice } from "./index.ts";

/**
 * EKS AMI type. The image with the machine's driver for its architecture, the first of the catalog's that is still made; or the one
 * that the file names. A machine whose accelerator has no image of its own gets the plain one, and a problem.
 */
export function awsImageFor(machine: Machine, named: string | undefined, catalog: Catalog): ImageChoice {
  const images = catalog.components().filter(({ kind, cloud }) => kind === "node-image" && cloud === "aws");
  const accelerator = machine.accelerator === null ? undefined : catalog.accelerator(machine.accelerator);
  const vendor = machine.acceleratorCount === 0 ? "none" : (accelerator?.vendor ?? machine.acceleratorName);
  const fitting = (whose: string | null): Component | undefined =>
    images.find(
      ({ attributes }) =>
        attributes.vendor === whose &&
        attributes.architecture === machine.arch &&
        attributes.endedOn === undefined,
    );
  const own =
    named === undefined ? fitting(vendor) : images.find(({ attributes }) => attributes.amiType === named);
  const image = own ?? fitting("none");
  const type = named ?? (typeof image?.attributes.amiType === "string" ? image.attributes.amiType : "");
  const driverMajor = typeof own?.attributes.driverMajor === "number" ? own.attributes.driverMajor : null;
  const problem =
    own === undefined && named === undefined
      ? `EKS has no ${machine.arch} image with a driver for ${machine.acceleratorName ?? machine.accelerator ?? "it"}`
      : driverProblem(type, driverMajor, accelerator?.driverMajor);
  return { type, driverMajor, problem };
}

function driverProblem(
  image: string,
  driver: number | null,
  bounds: { readonly min: number | null; readonly max: number | null } | undefined,
): string | undefined {
  if (driver === null || bounds === undefined) return undefined;
  const carries = `the image ${image} carries ${driver}`;
  if (bounds.min !== null && driver < bounds.min) return `needs driver ${bounds.min} or newer, ${carries}`;
  if (bounds.max !== null && driver > bounds.max) return `needs driver ${bounds.max} or older, ${carries}`;
  return undefined;
}
