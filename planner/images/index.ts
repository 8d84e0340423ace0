import type { Catalog } from "../../catalog/catalog.ts";
import type { CloudName, Machine } from "../../catalog/types.ts";
import { type CloudStages, stageOf } from "../cloud-stages.ts";
import { awsImageFor } from "./aws.ts";
import { azureImageProblem } from "./azure.ts";

export interface ImageChoice {
  /** The cloud's own word for the image. Always set: what the cloud guesses may have no driver or be no longer made. */
  readonly type: string;
  readonly driverMajor: number | null;
  /** Why the accelerator would stay unused with it, in words that follow the machine's name. */
  readonly problem: string | undefined;
}

type ImageStage = (machine: Machine, named: string | undefined, catalog: Catalog) => ImageChoice;
type ImageProblem = (machine: Machine, named: string | undefined, catalog: Catalog) => string | undefined;

const stages: CloudStages<ImageStage> = { aws: awsImageFor };

const problems: Readonly<Partial<Record<CloudName, ImageProblem>>> = {
  aws: (machine, named, catalog) => awsImageFor(machine, named, catalog).problem,
  azure: azureImageProblem,
};

/** The image of a machine's nodes: the one that the file names, else the one with its driver for its architecture. */
export function imageFor(machine: Machine, named: string | undefined, catalog: Catalog): ImageChoice {
  return stageOf(stages, machine.cloud)(machine, named, catalog);
}

/** Why no image of the cloud brings a driver for the machine, in words that follow its name; `undefined`: one does. */
export function imageProblem(
  cloud: CloudName,
  machine: Machine,
  named: string | undefined,
  catalog: Catalog,
): string | undefined {
  return problems[cloud]?.(machine, named, catalog);
}
