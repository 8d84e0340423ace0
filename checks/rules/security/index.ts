import type { Check } from "../../check.ts";
import { launchTemplateSettings } from "./launch-template-settings.ts";
import { nodeRolePolicies } from "./node-role-policies.ts";
import { roleTrust } from "./role-trust.ts";
import { secretsUnencrypted } from "./secrets-unencrypted.ts";

/** Roles, keys and what belongs to EKS. */
export const securityChecks: readonly Check[] = [
  secretsUnencrypted,
  launchTemplateSettings,
  nodeRolePolicies,
  roleTrust,
];
