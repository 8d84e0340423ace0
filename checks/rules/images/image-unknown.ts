import { nearestNameHint } from "../../../spec/nearest-name.ts";
import type { Check } from "../../check.ts";
import { AMI_TYPES, amiType, CUSTOM_IMAGE } from "../../vocabulary/ami-types.ts";

export const imageUnknown: Check = {
  code: "image-unknown",
  severity: "error",
  title: "An AMI type is one that EKS knows.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html",
  clouds: ["aws"],
  *violations(facts) {
    const words = AMI_TYPES.map((one) => one.word);
    for (const { at, name, image } of facts.nodeGroups) {
      if (image === undefined || image === null || image === CUSTOM_IMAGE || amiType(image)) continue;
      yield {
        path: at,
        message: `${name}: there is no AMI type ${image}.`,
        got: image,
        allowed: words,
        hint: nearestNameHint(image, words) ?? "Take AL2023_x86_64_NVIDIA for NVIDIA machines.",
      };
    }
  },
};
