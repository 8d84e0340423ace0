import { interpolate, type Output, output } from "@pulumi/pulumi";
import { Guardrails, type GuardrailsProps } from "../constructs/azure/guardrails.ts";
import { Identity, type IdentityProps } from "../constructs/azure/identity.ts";
import { Network, type NetworkProps } from "../constructs/azure/network.ts";
import { Observability, type ObservabilityProps } from "../constructs/azure/observability.ts";
import { SharedStorage, type SharedStorageProps } from "../constructs/azure/shared-storage.ts";
import type { AzureSurroundings } from "../constructs/azure/surroundings.ts";
import type { AzureNetworkPlan } from "../planner/plan/azure.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import { azureNetwork, azureStorage } from "./azure-plan.ts";
import {
  createGroup,
  identityGroup,
  type StackOptions,
  stackOptions,
  subscriptionOf,
  surroundings,
} from "./azure-surroundings.ts";
import type { DataOutputs, FabricHandle } from "./pulumi/outputs.ts";

/** Last changes to the arguments of any resource, by construct: each is called before the resource is created. */
export interface AzureDataTransforms {
  readonly network?: NetworkProps["transform"];
  readonly observability?: ObservabilityProps["transform"];
  readonly storage?: SharedStorageProps["transform"];
  readonly identity?: IdentityProps["transform"];
  readonly guardrails?: GuardrailsProps["transform"];
}

/**
 * What outlives the cluster: network, storage, logs, budget and locks, and the identities with their rights on them. A
 * lock on data also keeps rights on it from being deleted, so they are made and removed with the data.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export class AzureData {
  readonly network: Network;
  readonly observability: Observability;
  readonly storage: SharedStorage;
  readonly identity: Identity;
  readonly guardrails: Guardrails;
  private readonly plan: EnvironmentPlan;
  private readonly networkPlan: AzureNetworkPlan;
  private readonly options: StackOptions;
  private readonly subscriptionId: Output<string>;
  private readonly groupId: Output<string>;
  private readonly around: AzureSurroundings;

  constructor(plan: EnvironmentPlan, transform: AzureDataTransforms = {}) {
    this.plan = plan;
    this.networkPlan = azureNetwork(plan);
    this.options = stackOptions(plan);
    this.subscriptionId = subscriptionOf(plan, this.options);
    const { data } = this.networkPlan.resourceGroups;
    const group = createGroup(plan, { id: "data", name: data, keep: keepsData(plan) }, this.options);
    this.groupId = group.id;
    this.around = surroundings(plan, group.name);
    this.network = this.createNetwork(transform.network);
    this.observability = this.createObservability(transform.observability);
    this.storage = this.createStorage(transform.storage);
    this.identity = this.createIdentity(transform.identity);
    this.guardrails = this.createGuardrails(transform.guardrails);
  }

  get outputs(): DataOutputs {
    return {
      account: this.subscriptionId,
      networkId: this.network.vnetId,
      subnetIds: output(Object.fromEntries(this.network.subnetIds)),
      fabric: output<Record<string, FabricHandle>>({}),
      keyId: output<string | null>(null),
      storage: output(Object.fromEntries(this.storage.addresses)),
      logsId: this.observability.workspace.id,
      identities: output(identityHandles(this.identity)),
    };
  }

  private createNetwork(transform: NetworkProps["transform"]): Network {
    const { name, guardrails } = this.plan;
    return new Network(
      "network",
      {
        ...this.around,
        name,
        plan: this.networkPlan,
        protect: guardrails.protectData,
        transform: transform ?? {},
      },
      this.options,
    );
  }

  private createObservability(transform: ObservabilityProps["transform"]): Observability {
    const { name, cluster } = this.plan;
    return new Observability(
      "logs",
      { ...this.around, name, retentionDays: cluster.logRetentionDays, transform: transform ?? {} },
      this.options,
    );
  }

  private createStorage(transform: SharedStorageProps["transform"]): SharedStorage {
    const { existing, cidrs, subnets, privateEndpoints } = this.networkPlan;
    return new SharedStorage(
      "storage",
      {
        ...this.around,
        name: this.plan.name,
        subscriptionId: this.subscriptionId,
        plans: azureStorage(this.plan),
        subnetIds: this.storageSubnets(),
        endpointSubnets: subnets
          .filter(({ serviceEndpoints }) =>
            serviceEndpoints.some((each) => each.startsWith("Microsoft.Storage")),
          )
          .map(({ id }) => id),
        // Of an existing network the range may not be known; its subnet for volumes is reached from it alone.
        cidrs: existing === null ? cidrs : [existing.cidr ?? "0.0.0.0/0"],
        privateEndpoints,
        zoneIds: new Map([...this.network.privateNames.zones].map(([zone, { id }]) => [zone, id])),
        transform: transform ?? {},
      },
      this.options,
    );
  }

  /** An existing network has subnets by role: a file system's own falls back on the one of its role. */
  private storageSubnets(): Map<string, Output<string>> {
    const { subnetIds } = this.network;
    const ids = new Map(subnetIds);
    for (const plan of azureStorage(this.plan)) {
      if (!("subnet" in plan) || ids.has(plan.subnet)) continue;
      const id = subnetIds.get(plan.product === "azure-managed-lustre" ? "lustre" : "netapp");
      if (id !== undefined) ids.set(plan.subnet, id);
    }
    return ids;
  }

  private createIdentity(transform: IdentityProps["transform"]): Identity {
    const { plan, options } = this;
    const group = createGroup(plan, { id: "identities", name: identityGroup(plan), keep: false }, options);
    // What exists is known here by its ARM id or not at all: a right cannot be given on a URL.
    const containers = azureStorage(plan).filter(
      ({ product, existing }) =>
        product === "azure-blob" && (existing?.startsWith("/subscriptions/") ?? true),
    );
    return new Identity(
      "identity",
      {
        ...surroundings(plan, group.name),
        name: plan.name,
        subscriptionId: this.subscriptionId,
        grants: plan.cluster.azure?.roleAssignments ?? [],
        scopes: {
          "virtual-network": this.network.vnetId,
          "data-resource-group": this.groupId,
          subscription: interpolate`/subscriptions/${this.subscriptionId}`,
        },
        storage: new Map(containers.map(({ name }) => [name, this.storage.addresses.get(name)?.id ?? ""])),
        transform: transform ?? {},
      },
      options,
    );
  }

  private createGuardrails(transform: GuardrailsProps["transform"]): Guardrails {
    const { name, guardrails, cluster, plannedAt } = this.plan;
    const { data, cluster: replaceable } = this.networkPlan.resourceGroups;
    const nodes = cluster.azure?.nodeResourceGroup;
    return new Guardrails(
      "guardrails",
      {
        ...this.around,
        name,
        plan: guardrails,
        locks: guardrails.azure?.locks ?? [],
        subscriptionId: this.subscriptionId,
        resourceGroups: [data, replaceable, ...(nodes === undefined ? [] : [nodes])],
        budgetFrom: `${plannedAt.slice(0, "2027-02".length)}-01T00:00:00Z`,
        dataResourceGroupId: this.groupId,
        locked: [this.network, this.observability, this.storage, this.identity],
        transform: transform ?? {},
      },
      this.options,
    );
  }
}

/** Deleting a resource group deletes what is in it: one that holds kept data is kept itself. */
function keepsData({ guardrails, storage }: EnvironmentPlan): boolean {
  return guardrails.protectData || storage.some(({ retain, existing }) => retain && existing === null);
}

function identityHandles({ controlPlane, kubelet, workload, lustreDriver }: Identity) {
  const handle = ({ id, clientId, principalId }: Identity["controlPlane"]) => ({ id, clientId, principalId });
  return {
    "control-plane": handle(controlPlane),
    kubelet: handle(kubelet),
    workload: handle(workload),
    ...(lustreDriver === undefined ? {} : { "lustre-driver": handle(lustreDriver) }),
  };
}
