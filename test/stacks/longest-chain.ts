import type { CloudFormationTemplate } from "../../stacks/synthesize.ts";

/**
 * Types of the longest chain of resources that wait for each other, first to last, of those that take long: types that
 * `isSlow` does not name are passed through and left out.
 */
export function longestChain(
  { Resources = {} }: CloudFormationTemplate,
  isSlow: (type: string) => boolean,
): string[] {
  const chains = new Map<string, string[]>();
  const chainTo = (id: string): string[] => {
    const known = chains.get(id);
    if (known !== undefined) return known;
    const resource = Resources[id];
    const before = [...references(resource?.Properties), ...[resource?.DependsOn ?? []].flat()];
    const longest = [...new Set(before)]
      .filter((other) => other in Resources)
      .map(chainTo)
      .reduce((best, chain) => (chain.length > best.length ? chain : best), []);
    const chain = resource !== undefined && isSlow(resource.Type) ? [...longest, resource.Type] : longest;
    chains.set(id, chain);
    return chain;
  };
  return Object.keys(Resources)
    .map(chainTo)
    .reduce((best, chain) => (chain.length > best.length ? chain : best), []);
}

function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "Ref" && typeof inner === "string") return [inner];
    if (key === "Fn::GetAtt" && Array.isArray(inner)) return [String(inner[0])];
    return references(inner);
  });
}
