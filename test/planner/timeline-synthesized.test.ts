import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib/core";
import { describe, expect, it } from "vitest";
import { exampleFiles, exampleNow } from "../../environments/index.ts";
import { planEnvironment, templateTimeline } from "../../planner/index.ts";
import type { EnvironmentPlan } from "../../planner/plan/index.ts";
import { loadEnvironment } from "../../spec/load.ts";
import { environmentStacks } from "../../stacks/aws.ts";
import { catalog } from "./fixtures.ts";

const awsFiles = exampleFiles().filter((file) => /^cloud: aws/m.test(readFileSync(file, "utf8")));

describe("the planned timeline is that of the synthesized stacks", () => {
  for (const file of awsFiles) {
    it(`of ${file.split("/").at(-1)}`, () => {
      const plan = planned(file);
      const synthesized = timelineOf(plan);
      expect(synthesized.minutes).toBe(plan.timeline.minutes);
      expect(synthesized.criticalPath).toEqual(plan.timeline.criticalPath);
    });

    it(`step by step, of ${file.split("/").at(-1)}`, () => {
      const plan = planned(file);
      const steps = new Map(timelineOf(plan).steps.map((step) => [step.id, step]));
      const place = ({ minutes, startsAtMinute }: { minutes: number; startsAtMinute: number }) => [
        startsAtMinute,
        minutes,
      ];
      for (const step of plan.timeline.steps) {
        const made = steps.get(step.id);
        expect(made && place(made), step.id).toEqual(place(step));
      }
    });
  }
});

function planned(file: string): EnvironmentPlan {
  const { environment, findings } = loadEnvironment(readFileSync(file, "utf8"));
  if (environment === undefined) throw new Error(JSON.stringify(findings));
  const { plan } = planEnvironment(environment, { catalog, now: Date.parse(exampleNow) });
  if (plan === undefined) throw new Error(`${file} has no plan`);
  return plan;
}

function timelineOf(plan: EnvironmentPlan) {
  const app = new App({ context: { "aws:cdk:enable-path-metadata": true }, analyticsReporting: false });
  environmentStacks(app, plan);
  return templateTimeline(
    app.synth().stacks.map(({ stackName, dependencies, template }) => ({
      stack: stackName,
      dependsOn: dependencies.map(({ id }) => id.replace(/\.assets$/, "")),
      template,
    })),
    catalog,
  );
}
