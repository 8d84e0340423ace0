import type { RoleFact } from "../../facts.ts";
import type { Resource, Stack } from "./stack.ts";
import { at, isProperties, items, text, texts } from "./values.ts";

/** Roles with the managed policies that they name. Roles that get rights in another way keep these unknown. */
export function roleFacts(stack: Stack): readonly RoleFact[] {
  const withPolicies = new Set(
    [...stack.ofType("AWS::IAM::Policy"), ...stack.ofType("AWS::IAM::ManagedPolicy")].flatMap((one) =>
      items(one.properties.Roles).map(text),
    ),
  );
  return stack.ofType("AWS::IAM::Role").map((resource) => ({
    at: resource.at,
    name: text(resource.properties.RoleName) ?? resource.id,
    id: resource.id,
    managedPolicies: withPolicies.has(resource.id) ? undefined : managedPolicies(resource),
    trusts: trusts(resource),
  }));
}

function managedPolicies({ properties }: Resource): readonly string[] | undefined {
  if (properties.Policies !== undefined) return undefined;
  if (properties.ManagedPolicyArns === undefined) return [];
  return texts(properties.ManagedPolicyArns)?.map((arn) => arn.split("/").at(-1) ?? arn);
}

function trusts({ properties }: Resource): readonly string[] | undefined {
  const statements = at(properties.AssumeRolePolicyDocument, "Statement");
  const list = isProperties(statements) ? [statements] : items(statements);
  const services = list
    .filter((statement) => at(statement, "Effect") !== "Deny")
    .map((statement) => at(statement, "Principal", "Service"))
    .filter((service) => service !== undefined)
    .flatMap((service) => (Array.isArray(service) ? service : [service]));
  return texts(services);
}
