import type { Check } from "../../check.ts";
import { lustreFileSystems } from "../../lustre.ts";

export const fsxAssociationPaths: Check = {
  code: "fsx-association-paths",
  severity: "error",
  title: "Joined buckets begin with / and appear in paths that do not lie in each other.",
  source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateDataRepositoryAssociation.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { name, associations = [] } of lustreFileSystems(facts)) {
      for (const [index, { at, path }] of associations.entries()) {
        const other = associations
          .slice(0, index)
          .find((one) => within(one.path, path) || within(path, one.path));
        if (other === undefined && path.startsWith("/")) continue;
        yield {
          path: at,
          message:
            other === undefined
              ? `${name}: the path ${path} of a joined bucket does not begin with /.`
              : `${name}: a bucket at ${path} and one at ${other.path} overlap.`,
          got: path,
          allowed: "absolute paths beside each other",
          hint: "Give each bucket a directory of its own, for example /corpus.",
        };
      }
    }
  },
};

function within(outer: string, inner: string): boolean {
  const slash = (path: string) => (path.endsWith("/") ? path : `${path}/`);
  return slash(inner).startsWith(slash(outer));
}
