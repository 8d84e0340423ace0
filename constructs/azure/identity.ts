import type {
  RoleAssignment,
  RoleAssignmentArgs,
} from "@pulumi/azure-native/authorization/roleAssignment.js";
import {
  UserAssignedIdentity,
  type UserAssignedIdentityArgs,
} from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import type { AzureRoleAssignmentPlan } from "../../planner/plan/azure.ts";
import { grantRole } from "./role.ts";
import { type AzureSurroundings, placed } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

/** An identity as others refer to it. */
export interface ManagedIdentity {
  /** ARM id. */
  readonly id: Input<string>;
  readonly clientId: Input<string>;
  /** Object id of its service principal: what rights are given to. */
  readonly principalId: Input<string>;
}

export interface IdentityProps extends AzureSurroundings {
  /** Name of the environment: the first part of the identities' names. */
  readonly name: string;
  readonly subscriptionId: Input<string>;
  readonly grants: readonly AzureRoleAssignmentPlan[];
  /** ARM ids of what a planned right can be on. */
  readonly scopes: Readonly<Record<Extract<AzureRoleAssignmentPlan["scope"], string>, Input<string>>>;
  /** Storage that workloads read and write: ARM ids by name. */
  readonly storage: ReadonlyMap<string, Input<string>>;
  readonly transform?: {
    readonly identity?: Transform<UserAssignedIdentityArgs>;
    readonly roleAssignment?: Transform<RoleAssignmentArgs>;
  };
}

/**
 * Who may do what: identities of the control plane, of the nodes, of the Lustre driver and of workloads, each with the
 * rights that it needs and no more. They exist before the cluster, so that it finds its rights in place.
 */
export class Identity extends ComponentResource {
  readonly controlPlane: UserAssignedIdentity;
  readonly kubelet: UserAssignedIdentity;
  /** `undefined` where nothing is granted to it. */
  readonly lustreDriver: UserAssignedIdentity | undefined;
  readonly workload: UserAssignedIdentity;
  /** By the plan's id. */
  readonly grants: ReadonlyMap<string, RoleAssignment>;

  constructor(name: string, props: IdentityProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:Identity", name, {}, options);
    this.controlPlane = this.createIdentity(name, "control-plane", props);
    this.kubelet = this.createIdentity(name, "kubelet", props);
    this.workload = this.createIdentity(name, "workload", props);
    this.lustreDriver = props.grants.some(({ identity }) => identity === "lustre-driver")
      ? this.createIdentity(name, "lustre-driver", props)
      : undefined;
    this.grants = new Map([
      ["assign-kubelet", this.letAssignKubelet(name, props)],
      ...props.grants.map((grant): [string, RoleAssignment] => [
        grant.id,
        this.createGrant(name, grant, props),
      ]),
      ...[...props.storage].map(([storage, scope]): [string, RoleAssignment] => [
        `workload-${storage}`,
        this.letUseStorage(name, storage, scope, props),
      ]),
    ]);
    this.registerOutputs();
  }

  private createIdentity(name: string, id: string, props: IdentityProps): UserAssignedIdentity {
    return new UserAssignedIdentity(
      `${name}-${id}`,
      transformed<UserAssignedIdentityArgs>(
        { ...placed(props), resourceName: `${props.name}-${id}` },
        props.transform?.identity,
      ),
      { parent: this },
    );
  }

  /** The control plane gives nodes their identity. https://learn.microsoft.com/azure/aks/use-managed-identity */
  private letAssignKubelet(name: string, props: IdentityProps): RoleAssignment {
    return grantRole(this, `${name}-assign-kubelet`, {
      subscriptionId: props.subscriptionId,
      role: "Managed Identity Operator",
      scope: this.kubelet.id,
      principalId: this.controlPlane.principalId,
      principalType: "ServicePrincipal",
      description: "The control plane gives nodes their identity",
      transform: props.transform?.roleAssignment,
    });
  }

  private letUseStorage(
    name: string,
    storage: string,
    scope: Input<string>,
    props: IdentityProps,
  ): RoleAssignment {
    return grantRole(this, `${name}-workload-${storage}`, {
      subscriptionId: props.subscriptionId,
      role: "Storage Blob Data Contributor",
      scope,
      principalId: this.workload.principalId,
      principalType: "ServicePrincipal",
      description: `Workloads read and write ${storage}`,
      transform: props.transform?.roleAssignment,
    });
  }

  private createGrant(name: string, plan: AzureRoleAssignmentPlan, props: IdentityProps): RoleAssignment {
    return grantRole(this, `${name}-${plan.id}`, {
      subscriptionId: props.subscriptionId,
      role: plan.role,
      scope: typeof plan.scope === "string" ? props.scopes[plan.scope] : plan.scope.armId,
      principalId: this.principal(plan.identity),
      principalType: "ServicePrincipal",
      description: plan.reason,
      transform: props.transform?.roleAssignment,
    });
  }

  private principal(identity: AzureRoleAssignmentPlan["identity"]): Input<string> {
    switch (identity) {
      case "control-plane":
        return this.controlPlane.principalId;
      case "kubelet":
        return this.kubelet.principalId;
      case "lustre-driver":
        return (this.lustreDriver ?? this.controlPlane).principalId;
    }
  }
}
