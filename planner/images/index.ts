import type { Catalog } from "../../catalog/catalog.ts";
import type { CloudName, Machine } from "../../catalog/types.ts";
import { imageFor } from "./aws.ts";
import { azureImageProblem } from "./azure.ts";

type ImageProblem = (machine: Machine, named: string | undefined, catalog: Catalog) => string | undefined;

const problems: Readonly<Partial<Record<CloudName, ImageProblem>>> = {
  aws: (machine, named, catalog) => imageFor(machine, named, catalog).problem,
  azure: azureImageProblem,
};

/** Why no image of the cloud brings a driver for the machine, in words that follow its name; `undefined`: one does. */
export function imageProblem(
  cloud: CloudName,
  machine: Machine,
  named: string | undefined,
  catalog: Catalog,
): string | undefined {
  return problems[cloud]?.(machine, named, catalog);
}
