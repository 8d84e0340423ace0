import { all, type ComponentResourceOptions, type Output, output } from "@pulumi/pulumi";
import { Encryption, type KeyUser } from "../constructs/gcp/encryption.ts";
import { Fabric, type FabricNetwork } from "../constructs/gcp/fabric.ts";
import { Guardrails } from "../constructs/gcp/guardrails.ts";
import { Network } from "../constructs/gcp/network.ts";
import { Observability } from "../constructs/gcp/observability.ts";
import type { Project } from "../constructs/gcp/project.ts";
import { SharedStorage } from "../constructs/gcp/shared-storage.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import type { GcpStoragePlan } from "../planner/plan/gcp.ts";
import { type GcpParts, gcpParts } from "./gcp-plan.ts";
import { surroundings } from "./gcp-surroundings.ts";
import { type GcpTransforms, withTransform } from "./gcp-transforms.ts";
import { type DataOutputs, type FabricHandle, gathered, type StorageHandle } from "./pulumi/outputs.ts";

/** What outlives the cluster: network, fabric, key, buckets, file systems, logs and budget. */
export class GcpData {
  readonly project: Project;
  readonly encryption: Encryption;
  readonly network: Network;
  readonly fabric: Fabric;
  readonly storage: SharedStorage;
  readonly observability: Observability;
  readonly guardrails: Guardrails;
  private readonly plan: EnvironmentPlan;
  private readonly parts: GcpParts;

  constructor(plan: EnvironmentPlan, transform: GcpTransforms = {}) {
    this.plan = plan;
    this.parts = gcpParts(plan);
    const { options, project } = surroundings(plan);
    this.project = project;
    this.encryption = this.createEncryption(transform, options);
    const place = { environment: plan.name, region: plan.region, project: project.id };
    const protect = plan.guardrails.protectData;
    this.network = new Network(
      "network",
      { ...place, plan: this.parts.network, protect, ...withTransform(transform.network) },
      options,
    );
    this.fabric = new Fabric(
      "fabric",
      {
        region: plan.region,
        project: project.id,
        networks: this.parts.network.fabric,
        protect,
        ...withTransform(transform.fabric),
      },
      options,
    );
    this.storage = this.createStorage(transform, options);
    this.observability = this.createObservability(transform, options);
    this.guardrails = this.createGuardrails(transform, options);
  }

  private createEncryption(transform: GcpTransforms, options: ComponentResourceOptions): Encryption {
    const { name, region, guardrails } = this.plan;
    return new Encryption(
      "encryption",
      {
        environment: name,
        region,
        project: this.project,
        kmsKey: this.parts.guardrails.kmsKey,
        users: keyUsers(this.parts.storage),
        protect: guardrails.protectData,
        labels: this.parts.guardrails.labels,
        ...withTransform(transform.encryption),
      },
      options,
    );
  }

  private createStorage(transform: GcpTransforms, options: ComponentResourceOptions): SharedStorage {
    const { privateServices } = this.network;
    return new SharedStorage(
      "storage",
      {
        environment: this.plan.name,
        region: this.plan.region,
        project: this.project.id,
        networkId: this.network.networkId,
        keyId: this.encryption.keyId,
        keyGrants: this.encryption.grants,
        peering: privateServices === undefined ? [] : [privateServices.connection],
        labels: this.parts.guardrails.labels,
        plans: this.parts.storage,
        ...withTransform(transform.storage),
      },
      options,
    );
  }

  private createObservability(transform: GcpTransforms, options: ComponentResourceOptions): Observability {
    const { name, region, cluster, guardrails } = this.plan;
    return new Observability(
      "observability",
      {
        environment: name,
        region,
        project: this.project.id,
        retentionDays: cluster.logRetentionDays,
        clusterName: cluster.existing === null ? cluster.name : null,
        protect: guardrails.protectData,
        ...withTransform(transform.observability),
      },
      options,
    );
  }

  private createGuardrails(transform: GcpTransforms, options: ComponentResourceOptions): Guardrails {
    const { labels } = this.parts.guardrails;
    return new Guardrails(
      "guardrails",
      {
        environment: this.plan.name,
        project: this.project,
        plan: this.plan.guardrails,
        labels,
        ...withTransform(transform.guardrails),
      },
      options,
    );
  }

  get outputs(): DataOutputs {
    return {
      account: this.project.id,
      networkId: this.network.networkId,
      subnetIds: gathered({ nodes: this.network.nodesSubnetId }),
      fabric: gathered(
        Object.fromEntries([...this.fabric.networks].map(([id, network]) => [id, fabricHandle(network)])),
      ),
      keyId: this.encryption.keyId,
      storage: gathered(Object.fromEntries(this.parts.storage.map((plan) => [plan.name, this.handle(plan)]))),
      logsId: this.observability.logBucket.id,
    };
  }

  private handle(plan: GcpStoragePlan): Output<StorageHandle> {
    const bucket = this.storage.buckets.get(plan.name);
    if (bucket !== undefined)
      return bucket.bucketName.apply((id) => ({ id, address: null, mountName: null }));
    const fileSystem = this.storage.fileSystems.get(plan.name);
    if (fileSystem !== undefined) {
      const { fileSystemId, address, mountName } = fileSystem;
      return all([fileSystemId, address, mountName]).apply(([id, at, mounted]) => ({
        id,
        address: at,
        mountName: mounted,
      }));
    }
    return output(plan.existing ?? plan.name).apply((id) => ({ id, address: null, mountName: null }));
  }
}

function fabricHandle({ vpc, subnets }: FabricNetwork): Output<FabricHandle> {
  return all([vpc.id, all([...subnets.values()].map(({ id }) => id))]).apply(([networkId, subnetIds]) => ({
    networkId,
    subnetIds,
  }));
}

/** Google's services that encrypt with the environment's key. */
function keyUsers(storage: readonly GcpStoragePlan[]): KeyUser[] {
  const products = new Set(storage.filter(({ existing }) => existing === null).map(({ product }) => product));
  return [
    "container",
    "compute",
    ...(products.has("gcs") ? (["storage"] as const) : []),
    ...(products.has("managed-lustre") ? (["lustre"] as const) : []),
    ...(products.has("filestore") ? (["filestore"] as const) : []),
  ];
}
