import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";
import { amiType, amiTypesFor } from "../../vocabulary/ami-types.ts";

export const imageArchitecture: Check = {
  code: "image-architecture",
  severity: "error",
  title: "An image is built for the processor of its machines.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/eks-optimized-ami.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const type = amiType(group.image);
      const got = group.imageArchitecture ?? type?.architecture;
      if (got === undefined || got === machine.arch) continue;
      const allowed = amiTypesFor(machine.arch, type?.vendor ?? "none");
      yield {
        path: group.at,
        message: `${group.name}: the image ${group.image ?? ""} is for ${got}, and ${machine.name} is ${machine.arch}: nodes never boot.`,
        got,
        allowed: machine.arch,
        hint: `Use ${allowed[0] ?? `an image for ${machine.arch}`}.`,
      };
    }
  },
};
