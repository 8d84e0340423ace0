import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The time that examples are planned with, so that none expires: the Friday before their capacity blocks begin. */
export const exampleNow = "2027-02-26T12:00:00Z";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Paths of the example environment files, in order of their names. */
export function exampleFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => `${folder}${name}`);
}
