import { openSecrets, UNKNOWN } from "./calls.ts";

const SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000000";

/** An id in the shape that the cloud gives: a path that ends with the resource's own name. */
export function fakeId(
  pkg: string,
  type: string,
  name: string,
  inputs: Readonly<Record<string, unknown>>,
): string {
  const known = openSecrets(inputs) as Readonly<Record<string, unknown>>;
  const pick = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => known[key]).find((one): one is string => typeof one === "string" && one !== UNKNOWN);
  const [, module = "", kind = ""] = type.split(":");
  const camel = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
  switch (pkg) {
    case "azure-native": {
      const group = `${SUBSCRIPTION}/resourceGroups/${pick("resourceGroupName") ?? name}`;
      if (kind === "ResourceGroup") return group;
      return `${group}/providers/Microsoft.${module}/${camel}s/${pick(`${camel}Name`, "resourceName", "name") ?? name}`;
    }
    case "kubernetes":
      return name;
    default:
      return `projects/${pick("project") ?? "project"}/${module}/${pick("name", "accountId") ?? name}`;
  }
}
