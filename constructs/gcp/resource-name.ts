import { GCP_NAME_LENGTH, gcpName } from "../../planner/names/gcp.ts";

/** The parts joined by hyphens; what is longer than `longest` is cut and told apart by a hash. */
export function resourceName(parts: readonly string[], longest: number = GCP_NAME_LENGTH): string {
  return gcpName(parts.join("-"), longest);
}
