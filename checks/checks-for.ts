import type { CloudName } from "../catalog/types.ts";
import type { Check } from "./check.ts";
import { allChecks } from "./rules/index.ts";

/** Every check that concerns a cloud. */
export function checksFor(cloud: CloudName): readonly Check[] {
  return allChecks.filter((check) => check.clouds === undefined || check.clouds.includes(cloud));
}
