import type { Path } from "../../../spec/finding.ts";
import { Resolver } from "./resolver.ts";
import type { CloudFormationTemplate, TemplateOptions } from "./template.ts";
import { at, isProperties, type Properties, text } from "./values.ts";

/** A resource with its references resolved. */
export interface Resource {
  /** Logical id, unique over all templates. */
  readonly id: string;
  readonly type: string;
  /** Where its properties stand. */
  readonly at: Path;
  readonly properties: Properties;
}

export interface Stack {
  readonly region: string | undefined;
  readonly resources: readonly Resource[];
  /** References to nothing, found on the way. */
  readonly dangling: readonly { readonly id: string; readonly at: Path; readonly reference: string }[];
  /** Logical ids and parameters of all templates. */
  readonly ids: readonly string[];
  ofType(type: string): readonly Resource[];
  find(id: string | undefined): Resource | undefined;
}

/** Reads templates that are deployed together into one list of resources. */
export function readTemplates(
  templates: CloudFormationTemplate | readonly CloudFormationTemplate[],
  options: TemplateOptions,
): Stack {
  const list: readonly CloudFormationTemplate[] = Array.isArray(templates) ? templates : [templates];
  const region = options.region ?? regionOf(list);
  const resolvers = list.map(
    (template, index) => new Resolver(template, list.length > 1 ? `${index}/` : "", region, options),
  );
  const exports = new Map(resolvers.flatMap((resolver) => resolver.exports()));
  const dangling: { id: string; at: Path; reference: string }[] = [];
  const resources = list.flatMap((template, index) => {
    const resolver = resolvers[index];
    if (resolver === undefined) return [];
    return Object.entries(template.Resources ?? {}).flatMap(([logicalId, raw]): Resource[] => {
      const type = text(at(raw, "Type"));
      if (type === undefined || !isProperties(raw) || !resolver.exists(raw)) return [];
      const path: Path = [...(list.length > 1 ? [index] : []), "Resources", logicalId];
      const resolved = resolver.resolve(raw.Properties ?? {}, exports, (reference) =>
        dangling.push({ id: logicalId, at: path, reference }),
      );
      const properties = isProperties(resolved) ? resolved : {};
      return [{ id: resolver.prefix + logicalId, type, at: [...path, "Properties"], properties }];
    });
  });
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const byType = Map.groupBy(resources, (resource) => resource.type);
  return {
    region,
    resources,
    dangling,
    ids: list.flatMap((template) => Object.keys({ ...template.Resources, ...template.Parameters })),
    ofType: (type) => byType.get(type) ?? [],
    find: (id) => (id === undefined ? undefined : byId.get(id)),
  };
}

const ZONE_NAME = /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/;

/** The region of the first zone name in the templates. */
function regionOf(templates: readonly CloudFormationTemplate[]): string | undefined {
  for (const template of templates) {
    for (const resource of Object.values(template.Resources ?? {})) {
      const zone = text(at(resource, "Properties", "AvailabilityZone"));
      const region = zone === undefined ? undefined : ZONE_NAME.exec(zone)?.[1];
      if (region !== undefined) return region;
    }
  }
  return undefined;
}
