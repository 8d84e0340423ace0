import { kubernetesMinor } from "../checks/kubernetes-minor.ts";
import { type Finding, type FindingKind, finding } from "../spec/finding.ts";
import type { EnvironmentPlan } from "./plan/environment.ts";

export const storageShrinks: FindingKind = {
  code: "storage-shrinks",
  severity: "error",
  title: "A file system that stands is not made smaller: the cloud refuses it.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/managing-storage-capacity.html",
};

export const storageReplaced: FindingKind = {
  code: "storage-replaced",
  severity: "error",
  title:
    "A file system that stands keeps its zone, product and deployment type, on Azure its size too: a change makes a new, empty one.",
  source:
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-fsx-filesystem.html",
};

export const kubernetesLowered: FindingKind = {
  code: "kubernetes-lowered",
  severity: "error",
  title: "The Kubernetes version of a cluster only rises, by one minor at a time.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html",
};

export const networkReplaced: FindingKind = {
  code: "network-replaced",
  severity: "error",
  title: "The address range of a network that stands does not change: everything in it would be replaced.",
  source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html",
};

export const changeFindingKinds: readonly FindingKind[] = [
  storageShrinks,
  storageReplaced,
  kubernetesLowered,
  networkReplaced,
];

/** What a cloud would refuse, or answer by replacing data, when `after` is deployed where `before` stands. */
export function changeHazards(before: EnvironmentPlan, after: EnvironmentPlan): Finding[] {
  if (before.name !== after.name || before.cloud !== after.cloud || before.region !== after.region) return [];
  return [
    ...storageHazards(before, after),
    ...clusterHazards(before, after),
    ...networkHazards(before, after),
  ];
}

function storageHazards(before: EnvironmentPlan, after: EnvironmentPlan): Finding[] {
  const stands = new Map(before.storage.map((each) => [each.name, each]));
  return after.storage.flatMap((wanted) => {
    const old = stands.get(wanted.name);
    if (old === undefined || old.existing !== null || wanted.existing !== null) return [];
    const place = { path: ["storage"], got: wanted.name };
    const moved =
      old.product !== wanted.product ||
      old.zone !== wanted.zone ||
      (fixedSize.has(old.product) && old.sizeGiB !== wanted.sizeGiB);
    if (moved || deploymentOf(old) !== deploymentOf(wanted)) {
      return finding(storageReplaced, {
        ...place,
        message: `${wanted.name} would become another file system (${describe(old)} → ${describe(wanted)}): the data stays in the old one.`,
        hint: "Keep its kind and zone, or give the new one another name and copy the data.",
      });
    }
    if (old.sizeGiB === null || wanted.sizeGiB === null || wanted.sizeGiB >= old.sizeGiB) return [];
    return finding(storageShrinks, {
      ...place,
      message: `${wanted.name} would shrink from ${old.sizeGiB} to ${wanted.sizeGiB} GiB, which is refused.`,
      allowed: `${old.sizeGiB} GiB or more`,
      hint: `Write sizeGiB: ${old.sizeGiB} at ${wanted.name}, so that its planned size no longer follows the pools.`,
    });
  });
}

/** File systems whose size is set at creation. https://learn.microsoft.com/azure/azure-managed-lustre/amlfs-overview */
const fixedSize: ReadonlySet<string> = new Set(["azure-managed-lustre"]);

function deploymentOf(storage: EnvironmentPlan["storage"][number]): string {
  return "deploymentType" in storage ? storage.deploymentType : "";
}

function describe(storage: EnvironmentPlan["storage"][number]): string {
  return [storage.product, deploymentOf(storage), storage.zone, `${storage.sizeGiB} GiB`]
    .filter((part) => part !== "" && part !== null)
    .join(" ");
}

function clusterHazards({ cluster: old }: EnvironmentPlan, { cluster: wanted }: EnvironmentPlan): Finding[] {
  const [from, to] = [kubernetesMinor(old.version), kubernetesMinor(wanted.version)];
  if (from === undefined || to === undefined || (to >= from && to <= from + 1)) return [];
  return [
    finding(kubernetesLowered, {
      path: ["orchestration", "version"],
      message: `Kubernetes would go from ${old.version} to ${wanted.version}: a cluster goes up by one minor at a time.`,
      got: wanted.version,
      allowed: [`1.${from}`, `1.${from + 1}`],
      hint: `Set orchestration.version to "1.${to < from ? from : from + 1}".`,
    }),
  ];
}

function networkHazards({ network: old }: EnvironmentPlan, { network: wanted }: EnvironmentPlan): Finding[] {
  const [from, to] = [old.cidrs[0], wanted.cidrs[0]];
  if (from === undefined || to === undefined || from === to) return [];
  return [
    finding(networkReplaced, {
      path: ["network", "cidr"],
      message: `The network's range would go from ${from} to ${to}: a new network, and everything in it anew.`,
      got: to,
      allowed: from,
      hint: `Write network.cidr: ${from}.`,
    }),
  ];
}
