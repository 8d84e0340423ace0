import type { Check } from "../../check.ts";
import { driverVendor } from "../../images.ts";
import { knownMachines } from "../../known-machines.ts";
import { amiTypesFor } from "../../vocabulary/ami-types.ts";

export const imageMissing: Check = {
  code: "image-missing",
  severity: "error",
  title: "A node group with accelerators names its image.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const vendor = driverVendor(catalog, machine);
      if (
        group.provisioner !== "managed" ||
        group.image !== null ||
        vendor === undefined ||
        vendor === "none"
      ) {
        continue;
      }
      const allowed = amiTypesFor(machine.arch, vendor);
      yield {
        path: group.at,
        message: `${group.name} has ${machine.name} and no AMI type: the nodes come up with an image that has no driver, or with Amazon Linux 2, which ended.`,
        got: null,
        allowed,
        hint: `Set AmiType to ${allowed[0]}.`,
      };
    }
  },
};
