import { runtime } from "@pulumi/pulumi";
import { gcpAnswers } from "../../../stacks/gcp.ts";
import { type RecordedResource, Recorder } from "../../../stacks/pulumi/recorder.ts";

// Pulumi takes a stack trace for every resource and output.
Error.stackTraceLimit = 0;

/** What a program of constructs registers, to be asked for by type or name. */
export class Recorded {
  readonly all: readonly RecordedResource[];

  constructor(all: readonly RecordedResource[]) {
    this.all = all;
  }

  /** Inputs of all resources of a type, for example `compute/network:Network`. */
  ofType(type: string): Readonly<Record<string, unknown>>[] {
    return this.all.filter((each) => each.type === `gcp:${type}`).map(({ inputs }) => inputs);
  }

  /** The resource of a name; fails where there is none. */
  named(name: string): RecordedResource {
    const found = this.all.find((each) => each.name === name);
    if (found === undefined)
      throw new Error(`${name} is none of ${this.all.map((each) => each.name).join(", ")}`);
    return found;
  }

  inputs(name: string): Readonly<Record<string, unknown>> {
    return this.named(name).inputs;
  }
}

/** Runs a program with Pulumi's mocks, and gives back what it registered. */
export async function recorded(program: () => unknown): Promise<Recorded> {
  const recorder = new Recorder("project", "stack", {}, gcpAnswers);
  await runtime.setMocks(recorder, "project", "stack", false, "organization");
  await runtime.runInPulumiStack(async () => {
    runtime.registerStackTransformation(recorder.note);
    program();
  });
  await runtime.disconnect();
  return new Recorded(recorder.resources);
}
