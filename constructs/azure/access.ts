import type {
  RoleAssignment,
  RoleAssignmentArgs,
} from "@pulumi/azure-native/authorization/roleAssignment.js";
import { ComponentResource, type ComponentResourceOptions, type Input, interpolate } from "@pulumi/pulumi";
import type { AccessPlan } from "../../planner/plan/cluster.ts";
import type { BuiltInRole } from "./built-in-roles.ts";
import { grantRole, type RoleGrant } from "./role.ts";
import type { Transform } from "./transform.ts";

export interface AccessProps {
  readonly subscriptionId: Input<string>;
  readonly clusterId: Input<string>;
  readonly access: readonly AccessPlan[];
  readonly transform?: { readonly roleAssignment?: Transform<RoleAssignmentArgs> };
}

/** People's access to the cluster, by Azure's own roles for Kubernetes. */
export class Access extends ComponentResource {
  /** By `<principal>:<role>`. */
  readonly grants: ReadonlyMap<string, RoleAssignment>;

  constructor(name: string, props: AccessProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:Access", name, {}, options);
    this.grants = new Map(
      props.access.flatMap(({ principal, level }) =>
        rolesOf[level].map(({ role, below }): [string, RoleAssignment] => [
          `${principal}:${role}`,
          grantRole(this, `${name}-${principal.replaceAll("/", ".")}-${role.replaceAll(" ", "-")}`, {
            subscriptionId: props.subscriptionId,
            role,
            scope: below === null ? props.clusterId : interpolate`${props.clusterId}/${below}`,
            ...principalOf(principal),
            description: `${level} of the environment`,
            transform: props.transform?.roleAssignment,
          }),
        ]),
      ),
    );
    this.registerOutputs();
  }
}

/**
 * Users see everything but secrets, and submit work in the default namespace.
 * https://learn.microsoft.com/azure/aks/manage-azure-rbac
 */
const rolesOf: Readonly<
  Record<AccessPlan["level"], readonly { readonly role: BuiltInRole; readonly below: string | null }[]>
> = {
  admin: [
    { role: "Azure Kubernetes Service Cluster User Role", below: null },
    { role: "Azure Kubernetes Service RBAC Cluster Admin", below: null },
  ],
  user: [
    { role: "Azure Kubernetes Service Cluster User Role", below: null },
    { role: "Azure Kubernetes Service RBAC Reader", below: null },
    { role: "Azure Kubernetes Service RBAC Writer", below: "namespaces/default" },
  ],
};

const principalTypes: Readonly<Record<string, RoleGrant["principalType"]>> = {
  group: "Group",
  role: "Group",
  user: "User",
  "service-principal": "ServicePrincipal",
};

/** `group/<object id>`, `user/<object id>`, `service-principal/<object id>`, or the object id of a group alone. */
function principalOf(principal: string): Pick<RoleGrant, "principalId" | "principalType"> {
  const [kind = "", objectId] = principal.split("/");
  return objectId === undefined
    ? { principalId: principal, principalType: "Group" }
    : { principalId: objectId, principalType: principalTypes[kind] ?? "Group" };
}
