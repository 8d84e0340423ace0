import {
  RoleAssignment,
  type RoleAssignmentArgs,
} from "@pulumi/azure-native/authorization/roleAssignment.js";
import { type ComponentResource, type Input, output } from "@pulumi/pulumi";
import { type BuiltInRole, roleDefinitionId } from "./built-in-roles.ts";
import { stableGuid } from "./stable-guid.ts";
import { type Transform, transformed } from "./transform.ts";

export interface RoleGrant {
  readonly subscriptionId: Input<string>;
  readonly role: BuiltInRole;
  /** ARM id of what the right is on. */
  readonly scope: Input<string>;
  readonly principalId: Input<string>;
  readonly principalType: "ServicePrincipal" | "User" | "Group";
  readonly description: string;
  readonly transform?: Transform<RoleAssignmentArgs>;
}

/** Gives a right. Its name is a GUID of the subscription and of the stable words in `name`. */
export function grantRole(parent: ComponentResource, name: string, grant: RoleGrant): RoleAssignment {
  const { subscriptionId, role } = grant;
  return new RoleAssignment(
    name,
    transformed<RoleAssignmentArgs>(
      {
        roleAssignmentName: output(subscriptionId).apply((id) => stableGuid(id, name)),
        roleDefinitionId: output(subscriptionId).apply((id) => roleDefinitionId(id, role)),
        scope: grant.scope,
        principalId: grant.principalId,
        // Without it Azure looks the principal up, and does not find one that was made a moment ago.
        // https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
        principalType: grant.principalType,
        description: grant.description,
      },
      grant.transform,
    ),
    // An assignment cannot change its principal, and its name is taken until it is gone.
    { parent, deleteBeforeReplace: true },
  );
}
