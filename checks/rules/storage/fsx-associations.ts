import type { Check } from "../../check.ts";
import { lustreFileSystems } from "../../lustre.ts";

export const fsxAssociations: Check = {
  code: "fsx-associations",
  severity: "error",
  title: "A Lustre file system joins no more buckets than FSx allows.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/overview-dra-data-repo.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    const most = catalog.limit("aws", "fsx-lustre-data-repository-associations")?.value;
    if (most === undefined) return;
    for (const { at, name, associations } of lustreFileSystems(facts)) {
      const got = associations?.length ?? 0;
      if (got <= most) continue;
      yield {
        path: at,
        message: `${name} joins ${got} buckets; a Lustre file system takes ${most}.`,
        got,
        allowed: most,
        hint: "Join a common prefix in place of many, or use a second file system.",
      };
    }
  },
};
