import { Template } from "aws-cdk-lib/assertions";
import { App, Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { CloudFormationTemplate, TemplateResource } from "../../../stacks/synthesize.ts";

/** The template of an ordinary stack of somebody's own app with whatever is put into it. */
export function templateWith(build: (stack: Construct) => void): CloudFormationTemplate {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), "Own");
  build(stack);
  return Template.fromStack(stack).toJSON() as CloudFormationTemplate;
}

/** Resources of a type, by logical id. */
export function resourcesOf(
  { Resources = {} }: CloudFormationTemplate,
  type: string,
): [string, TemplateResource][] {
  return Object.entries(Resources).filter(([, { Type }]) => Type === type);
}

/** Untyped JSON of a template: any key may be there. */
export interface Json {
  readonly [key: string]: Json | undefined;
}

/** The elements of what must be a list. */
export function list(json: Json | undefined): readonly Json[] {
  if (!Array.isArray(json)) throw new Error(`${JSON.stringify(json)} in place of a list`);
  return json;
}

/** Properties of the only resource of a type. */
export function only(template: CloudFormationTemplate, type: string): Json {
  const [first, ...others] = resourcesOf(template, type);
  if (first === undefined || others.length > 0) {
    throw new Error(`${others.length + (first ? 1 : 0)} resources of type ${type} in place of one`);
  }
  return properties(first[1]);
}

export function properties({ Properties = {} }: TemplateResource): Json {
  return Properties as unknown as Json;
}

/** Statements of the role whose logical id begins with `id`. */
export function roleStatements(template: CloudFormationTemplate, id: string): readonly Json[] {
  const role = resourcesOf(template, "AWS::IAM::Role").find(([each]) => each.startsWith(id));
  if (role === undefined) throw new Error(`no role ${id}`);
  const [policy] = list(properties(role[1]).Policies);
  return list(policy?.PolicyDocument?.Statement);
}
