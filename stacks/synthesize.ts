import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import { createApp } from "./app.ts";
import { type EnvironmentTransforms, environmentStacks } from "./aws.ts";

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** A CloudFormation template, as far as it is looked at here. */
export interface CloudFormationTemplate {
  readonly Description?: string;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources?: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Description?: string; readonly Export?: unknown }>
  >;
}

export interface SynthesizedStack {
  readonly stackName: string;
  readonly template: CloudFormationTemplate;
}

export interface SynthesizeOptions {
  /** CDK's own template validator, which costs seconds. Default: off. */
  readonly validateTemplates?: boolean;
  readonly transform?: EnvironmentTransforms;
}

/** Synthesizes the stacks of a plan in process into `outdir` (a cloud assembly) and returns their templates in order. */
export function synthesizeAws(
  plan: EnvironmentPlan,
  outdir: string,
  { validateTemplates = false, transform }: SynthesizeOptions = {},
): SynthesizedStack[] {
  const app = createApp({ validateTemplates, outdir });
  environmentStacks(app, plan, transform === undefined ? {} : { transform });
  return app.synth().stacks.map(({ stackName, template }) => ({ stackName, template }));
}
