import type { Check } from "../../check.ts";
import { amiType, amiTypesFor } from "../../vocabulary/ami-types.ts";

export const imageEnded: Check = {
  code: "image-ended",
  severity: "error",
  title: "An AMI type is still maintained.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, image } of facts.nodeGroups) {
      const type = amiType(image);
      const ended = type?.endedOn;
      if (type === undefined || ended === undefined) continue;
      if (facts.now !== undefined && facts.now < Date.parse(ended)) continue;
      const allowed = amiTypesFor(type.architecture, type.vendor);
      yield {
        path: at,
        message: `${name} uses AMI type ${type.word}, whose updates ended on ${ended}.`,
        got: type.word,
        allowed,
        hint: `Use ${allowed[0]}.`,
      };
    }
  },
};
