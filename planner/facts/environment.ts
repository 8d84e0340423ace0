import type { ClusterFact, FileSystemFact, RangeFact } from "../../checks/facts.ts";
import type { Path } from "../../spec/finding.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { EnvironmentPlan, StoragePlan } from "../plan/index.ts";

/** All ranges of a plan lie in one network. */
const NETWORK = "network";

/** File systems that the environment makes; existing ones and buckets are left out. */
export function fileSystemFacts(plan: EnvironmentPlan, environment: Environment): readonly FileSystemFact[] {
  return plan.storage
    .filter((storage) => storage.existing === null)
    .flatMap((storage): readonly FileSystemFact[] => {
      const at: Path = ["storage", environment.storage.findIndex((one) => one.name === storage.name)];
      return fileSystemFact(storage, at);
    });
}

function fileSystemFact(storage: StoragePlan, at: Path): readonly FileSystemFact[] {
  const common = {
    at,
    name: storage.name,
    id: storage.name,
    sizeGiB: storage.sizeGiB ?? undefined,
    zone: storage.zone ?? undefined,
  };
  switch (storage.product) {
    case "s3":
      return [];
    case "efs":
      return [{ ...common, product: "efs" }];
    case "fsx-openzfs":
      return [{ ...common, product: "fsx-openzfs", deploymentType: storage.deploymentType }];
    case "fsx-lustre":
      return [
        {
          ...common,
          product: "fsx-lustre",
          deploymentType: storage.deploymentType,
          storageType: storage.storageType,
          mbpsPerTiB: storage.deploymentType === "SCRATCH_2" ? null : storage.mbpsPerTiB,
          efa: storage.efa,
          metadata:
            storage.metadataIops === null
              ? undefined
              : { mode: "USER_PROVISIONED", iops: storage.metadataIops },
          associations:
            storage.source === null
              ? []
              : [{ at, path: `/${storage.source}`, url: storage.sourceUrl ?? undefined }],
        },
      ];
  }
}

/** Ranges that are planned, that exist, and that must stay free. */
export function rangeFacts(plan: EnvironmentPlan, environment: Environment): readonly RangeFact[] {
  const { network } = plan;
  const cidr: Path = ["network", "cidr"];
  return [
    ...network.cidrs.map(
      (range, index): RangeFact => ({
        at: cidr,
        name: index === 0 ? "the network" : `further range ${index} of the network`,
        cidr: range,
        role: "network",
        network: NETWORK,
      }),
    ),
    ...(network.existing?.cidr
      ? [
          {
            at: ["network", "existing", "cidr"],
            name: "the existing network",
            cidr: network.existing.cidr,
            role: "network" as const,
            network: NETWORK,
          },
        ]
      : []),
    ...(network.existing?.subnets ?? []).flatMap((subnet, index): readonly RangeFact[] =>
      subnet.cidr === null
        ? []
        : [
            {
              at: ["network", "existing", "subnets", index],
              name: subnet.id,
              cidr: subnet.cidr,
              role: "subnet",
              network: NETWORK,
              zone: subnet.zone ?? undefined,
            },
          ],
    ),
    ...network.subnets.map(
      (subnet): RangeFact => ({
        at: cidr,
        name: subnet.id,
        cidr: subnet.cidr,
        role: "subnet",
        network: NETWORK,
        zone: subnet.zone,
        capacity: subnet.capacity,
        needed: subnet.planned,
      }),
    ),
    { at: cidr, name: "the service range", cidr: network.serviceCidr, role: "services", network: NETWORK },
    ...environment.network.avoid.map(
      (range, index): RangeFact => ({
        at: ["network", "avoid", index],
        name: "a range to avoid",
        cidr: range,
        role: "reserved",
      }),
    ),
  ];
}

export function clusterFact(plan: EnvironmentPlan, environment: Environment): ClusterFact {
  const { api } = plan.network;
  return {
    at: ["orchestration", "version"],
    apiAt: ["network", "api"],
    name: plan.cluster.name,
    id: plan.cluster.name,
    version: plan.cluster.version,
    extendedSupportAccepted: environment.orchestration.extendedSupport,
    publicAccess: api.publicFrom.length > 0,
    publicRanges: api.publicFrom,
    privateAccess: api.private,
    secretsEncrypted: plan.cluster.secretsEncryption,
    until: plan.guardrails.expiresAt ?? undefined,
  };
}
