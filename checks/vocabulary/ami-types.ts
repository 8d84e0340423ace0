import type { Architecture } from "../../catalog/types.ts";

export interface AmiType {
  readonly word: string;
  readonly architecture: Architecture;
  readonly vendor: "NVIDIA" | "AWS" | "none";
  /** ISO date at which the image's updates ended. */
  readonly endedOn?: string;
}

const AL2_END = "2025-11-26";

/**
 * The AMI types that an EKS managed node group takes.
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html, end of Amazon Linux 2 images:
 * https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html
 */
export const AMI_TYPES: readonly AmiType[] = [
  { word: "AL2023_x86_64_STANDARD", architecture: "x86_64", vendor: "none" },
  { word: "AL2023_ARM_64_STANDARD", architecture: "arm64", vendor: "none" },
  { word: "AL2023_x86_64_NEURON", architecture: "x86_64", vendor: "AWS" },
  { word: "AL2023_x86_64_NVIDIA", architecture: "x86_64", vendor: "NVIDIA" },
  { word: "AL2023_ARM_64_NVIDIA", architecture: "arm64", vendor: "NVIDIA" },
  { word: "BOTTLEROCKET_x86_64", architecture: "x86_64", vendor: "none" },
  { word: "BOTTLEROCKET_ARM_64", architecture: "arm64", vendor: "none" },
  { word: "BOTTLEROCKET_x86_64_FIPS", architecture: "x86_64", vendor: "none" },
  { word: "BOTTLEROCKET_ARM_64_FIPS", architecture: "arm64", vendor: "none" },
  { word: "BOTTLEROCKET_x86_64_NVIDIA", architecture: "x86_64", vendor: "NVIDIA" },
  { word: "BOTTLEROCKET_ARM_64_NVIDIA", architecture: "arm64", vendor: "NVIDIA" },
  { word: "BOTTLEROCKET_x86_64_NVIDIA_FIPS", architecture: "x86_64", vendor: "NVIDIA" },
  { word: "BOTTLEROCKET_ARM_64_NVIDIA_FIPS", architecture: "arm64", vendor: "NVIDIA" },
  { word: "WINDOWS_CORE_2019_x86_64", architecture: "x86_64", vendor: "none" },
  { word: "WINDOWS_FULL_2019_x86_64", architecture: "x86_64", vendor: "none" },
  { word: "WINDOWS_CORE_2022_x86_64", architecture: "x86_64", vendor: "none" },
  { word: "WINDOWS_FULL_2022_x86_64", architecture: "x86_64", vendor: "none" },
  { word: "WINDOWS_CORE_2025_x86_64", architecture: "x86_64", vendor: "none" },
  { word: "WINDOWS_FULL_2025_x86_64", architecture: "x86_64", vendor: "none" },
  { word: "AL2_x86_64", architecture: "x86_64", vendor: "none", endedOn: AL2_END },
  { word: "AL2_x86_64_GPU", architecture: "x86_64", vendor: "NVIDIA", endedOn: AL2_END },
  { word: "AL2_ARM_64", architecture: "arm64", vendor: "none", endedOn: AL2_END },
];

/** The image is the launch template's own: nothing is known about it. */
export const CUSTOM_IMAGE = "CUSTOM";

export function amiType(word: string | null | undefined): AmiType | undefined {
  return AMI_TYPES.find((one) => one.word === word);
}

/** AMI types that fit, the ones still maintained. */
export function amiTypesFor(architecture: Architecture, vendor: AmiType["vendor"]): readonly string[] {
  return AMI_TYPES.filter(
    (one) => one.architecture === architecture && one.vendor === vendor && one.endedOn === undefined,
  ).map((one) => one.word);
}
