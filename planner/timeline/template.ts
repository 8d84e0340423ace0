import type { Catalog } from "../../catalog/catalog.ts";
import type { TimelinePlan } from "../plan/figures.ts";
import { creationOf } from "./creation-time.ts";
import { type StackStep, schedule } from "./schedule.ts";

/** A synthesized stack: its name, the stacks it waits for, and its CloudFormation template as JSON. */
export interface TemplateStack {
  readonly stack: string;
  readonly dependsOn: readonly string[];
  readonly template: unknown;
}

/**
 * The timeline of synthesized stacks: resources wait for what they refer to (`Ref`, `Fn::GetAtt`, `Fn::Sub`) and for
 * what `DependsOn` names. Ids are `<stack>/<path in the stack>` where the template says the construct's path, else
 * `<stack>/<logical id>`. What has a condition counts as created.
 */
export function templateTimeline(stacks: readonly TemplateStack[], catalog: Catalog): TimelinePlan {
  return schedule(
    stacks.map(({ stack, dependsOn, template }) => ({
      stack,
      dependsOn,
      steps: templateSteps(stack, template, catalog),
    })),
  );
}

type Json = Readonly<Record<string, unknown>>;

function templateSteps(stack: string, template: unknown, catalog: Catalog): StackStep[] {
  const resources = Object.entries(asObject(asObject(template).Resources)).map(
    ([logicalId, resource]) => [logicalId, asObject(resource)] as const,
  );
  const ids = new Map(
    resources.map(([logicalId, resource]) => [logicalId, idOf(stack, logicalId, resource)]),
  );
  return resources.map(([logicalId, resource]) => {
    const named = new Set(dependsOn(resource));
    collectReferences(resource.Properties, named);
    named.delete(logicalId);
    return {
      id: ids.get(logicalId) ?? logicalId,
      ...creationOf(catalog, String(resource.Type), variantOf(resource)),
      after: [...named].flatMap((name) => ids.get(name) ?? []),
    };
  });
}

function idOf(stack: string, logicalId: string, { Metadata }: Json): string {
  const path = asObject(Metadata)["aws:cdk:path"];
  if (typeof path !== "string") return `${stack}/${logicalId}`;
  return path.startsWith(`${stack}/`) ? path : `${stack}/${path.split("/").slice(1).join("/")}`;
}

/** Properties that decide how long a type takes. */
const variants: Readonly<Record<string, (properties: Json) => unknown>> = {
  "AWS::EKS::Addon": ({ AddonName }) => AddonName,
  "AWS::EKS::Nodegroup": ({ ScalingConfig }) =>
    asObject(ScalingConfig).DesiredSize === 0 ? "zero" : undefined,
  "AWS::FSx::FileSystem": ({ FileSystemType }) => FileSystemType,
  "AWS::EC2::VPCEndpoint": ({ VpcEndpointType }) => VpcEndpointType,
};

function variantOf(resource: Json): string | undefined {
  const variant = variants[String(resource.Type)]?.(asObject(resource.Properties));
  return typeof variant === "string" ? variant : undefined;
}

function dependsOn({ DependsOn }: Json): string[] {
  const named = Array.isArray(DependsOn) ? DependsOn : [DependsOn];
  return named.filter((name): name is string => typeof name === "string");
}

/** Logical ids in references anywhere below a value; names of parameters and pseudo parameters are among them. */
function collectReferences(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const each of value) collectReferences(each, found);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      for (const name of referenced(key, each)) found.add(name);
      collectReferences(each, found);
    }
  }
}

function referenced(key: string, value: unknown): string[] {
  switch (key) {
    case "Ref":
      return typeof value === "string" ? [value] : [];
    case "Fn::GetAtt":
      return [String(Array.isArray(value) ? value[0] : String(value).split(".")[0])];
    case "Fn::Sub": {
      const text = Array.isArray(value) ? value[0] : value;
      return [...String(text).matchAll(/\$\{([A-Za-z0-9]+)[^}]*\}/g)].flatMap(([, name]) => name ?? []);
    }
    default:
      return [];
  }
}

function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}
