import type { Check } from "../../check.ts";
import { driverVendor } from "../../images.ts";
import { knownMachines } from "../../known-machines.ts";
import { amiType, amiTypesFor } from "../../vocabulary/ami-types.ts";

const WORDS = { NVIDIA: "the NVIDIA driver", AWS: "the Neuron driver", none: "no accelerator driver" };

export const imageVendor: Check = {
  code: "image-vendor",
  severity: "error",
  title: "An image carries the driver of its machines' accelerators.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/ml-eks-optimized-ami.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const got = amiType(group.image)?.vendor;
      const wanted = driverVendor(catalog, machine);
      if (got === undefined || wanted === undefined || got === wanted) continue;
      const allowed = amiTypesFor(machine.arch, wanted);
      yield {
        severity: wanted === "none" ? "warning" : "error",
        path: group.at,
        message: `${group.name}: the image ${group.image ?? ""} has ${WORDS[got]}, and ${machine.name} needs ${WORDS[wanted]}.`,
        got: group.image,
        allowed,
        hint: `Use ${allowed[0] ?? "another image"}.`,
      };
    }
  },
};
