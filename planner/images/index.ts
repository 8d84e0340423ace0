import type { Catalog } from "../../catalog/catalog.ts";
import type { Machine } from "../../catalog/types.ts";
import { type CloudStages, stageOf } from "../cloud-stages.ts";
import { awsImageFor } from "./aws.ts";

export interface ImageChoice {
  /** The cloud's own word for the image. Always set: what the cloud guesses may have no driver or be no longer made. */
  readonly type: string;
  readonly driverMajor: number | null;
  /** Why the accelerator would stay unused with it, in words that follow the machine's name. */
  readonly problem: string | undefined;
}

type ImageStage = (machine: Machine, named: string | undefined, catalog: Catalog) => ImageChoice;

const stages: CloudStages<ImageStage> = { aws: awsImageFor };

/** The image of a machine's nodes: the one that the file names, else the one with its driver for its architecture. */
export function imageFor(machine: Machine, named: string | undefined, catalog: Catalog): ImageChoice {
  return stageOf(stages, machine.cloud)(machine, named, catalog);
}
