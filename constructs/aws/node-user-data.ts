import { Fn } from "aws-cdk-lib/core";

export interface NodeSettings {
  readonly maxPods: number;
  /** Join local NVMe disks into one volume for containers, logs and scratch. */
  readonly joinLocalDisks: boolean;
}

/**
 * Base64 user data of a managed node with an EKS image; `undefined` for image families that take none of these settings.
 * EKS adds the cluster's own part to it. https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
export function nodeUserData(amiType: string, settings: NodeSettings): string | undefined {
  const [family] = amiType.split("_");
  const text = family === undefined ? undefined : byFamily[family]?.(settings);
  return text === undefined ? undefined : Fn.base64(text);
}

const byFamily: Readonly<Record<string, (settings: NodeSettings) => string>> = {
  AL2023: nodeadm,
  BOTTLEROCKET: bottlerocket,
};

/**
 * EKS adds its own settings after these, where a later value wins: its 250 pods on machines of 30 or more CPUs would
 * outgrow the planned addresses. A flag is kept beside EKS's own, and outranks the settings.
 * https://awslabs.github.io/amazon-eks-ami/nodeadm/doc/examples/#merging-multiple-configuration-objects
 */
function nodeadm({ maxPods, joinLocalDisks }: NodeSettings): string {
  const instance = ["  instance:", "    localStorage:", "      strategy: RAID0"];
  return [
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="engineroom"',
    "",
    "--engineroom",
    "Content-Type: application/node.eks.aws",
    "",
    "apiVersion: node.eks.aws/v1alpha1",
    "kind: NodeConfig",
    "spec:",
    ...(joinLocalDisks ? instance : []),
    "  kubelet:",
    "    config:",
    `      maxPods: ${maxPods}`,
    "    flags:",
    `      - --max-pods=${maxPods}`,
    "",
    "--engineroom--",
    "",
  ].join("\n");
}

/** https://bottlerocket.dev/en/os/latest/api/settings/bootstrap-commands/ */
function bottlerocket({ maxPods, joinLocalDisks }: NodeSettings): string {
  const join = [
    "[settings.bootstrap-commands.local-disks]",
    'commands = [["apiclient", "ephemeral-storage", "init"], ["apiclient", "ephemeral-storage", "bind", "--dirs", "/var/lib/containerd", "/var/lib/kubelet", "/var/log/pods"]]',
    'mode = "always"',
    "essential = true",
  ];
  return ["[settings.kubernetes]", `max-pods = ${maxPods}`, ...(joinLocalDisks ? join : []), ""].join("\n");
}
