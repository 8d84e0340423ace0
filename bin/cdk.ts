import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Annotations } from "aws-cdk-lib/core";
import { openCatalog } from "../catalog/index.ts";
import { UsageError } from "../cli/exit-codes.ts";
import { planFile } from "../cli/plan-file.ts";
import { showFindings } from "../cli/show/findings.ts";
import type { Finding } from "../spec/finding.ts";
import { createApp } from "../stacks/app.ts";
import { environmentStacks } from "../stacks/aws.ts";

/**
 * The CDK app: `cdk deploy --all -c environment=FILE [-c now=TIME] [-c validate=true]`.
 * Everything is planned before anything is written: findings that block leave no output behind.
 */
const context = { ...read("CDK_CONTEXT_JSON"), ...readFile("CONTEXT_OVERFLOW_LOCATION") };
process.exitCode = run();

function run(): number {
  const { environment: file, now } = context;
  if (typeof file !== "string") {
    return refuse("name an environment file: cdk deploy --all -c environment=environments/start-small.yaml");
  }
  const time = now === undefined ? Date.now() : Date.parse(String(now));
  if (Number.isNaN(time)) return refuse(`now=${now} is not a time such as 2026-11-23T12:00:00Z`);
  try {
    return deployable(file, time);
  } catch (error) {
    if (error instanceof UsageError) return refuse(error.message);
    throw error;
  }
}

function deployable(file: string, now: number): number {
  const { plan, findings } = planFile(resolve(file), openCatalog(), now);
  const blocked = findings.some(({ severity }) => severity === "error");
  if (plan === undefined || blocked) return refuse(`\n${showFindings(file, findings, false)}`);
  if (plan.cloud !== "aws") return refuse(`${file} is for ${plan.cloud}: deploy it with pulumi`);
  const app = createApp({ validateTemplates: context.validate === "true" });
  const { data } = environmentStacks(app, plan);
  for (const each of findings) {
    if (each.severity === "warning")
      Annotations.of(data).addWarningV2(`engineroom:${each.code}`, oneLine(each));
  }
  app.synth();
  return 0;
}

function oneLine({ message, line, hint }: Finding): string {
  return `${line === undefined ? "" : `line ${line}: `}${message}${hint === undefined ? "" : ` ${hint}`}`;
}

function refuse(message: string): number {
  process.stderr.write(`engineroom: ${message}\n`);
  return 1;
}

function read(variable: string): Record<string, unknown> {
  return JSON.parse(process.env[variable] ?? "{}");
}

/** The CDK CLI hands a context that is too long for the environment over in a file. */
function readFile(variable: string): Record<string, unknown> {
  const file = process.env[variable];
  return file === undefined ? {} : JSON.parse(readFileSync(file, "utf8"));
}
