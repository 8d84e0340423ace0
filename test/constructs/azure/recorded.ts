import { runtime } from "@pulumi/pulumi";
import { type RecordedResource, Recorder } from "../../../stacks/pulumi/recorder.ts";

/** Resources that `create` makes inside a bare Pulumi program, as they would reach the provider. */
export async function recorded(create: () => unknown): Promise<readonly RecordedResource[]> {
  const recorder = new Recorder("alone", "test", {});
  await runtime.setMocks(recorder, "alone", "test", false, "organization");
  await runtime.runInPulumiStack(async () => {
    runtime.registerStackTransformation(recorder.note);
    create();
    return {};
  });
  await runtime.disconnect();
  return recorder.resources;
}

/** Those of a type of azure-native: `network:Subnet`. */
export function ofType(resources: readonly RecordedResource[], type: string): readonly RecordedResource[] {
  return resources.filter((each) => each.type === `azure-native:${type}`);
}

/** The only one of a type. */
export function only(resources: readonly RecordedResource[], type: string): RecordedResource {
  const [first, ...more] = ofType(resources, type);
  if (first === undefined || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} of ${type}`);
  return first;
}

/** Inputs by the value of one of them. */
export function by(resources: readonly RecordedResource[], key: string) {
  return new Map(resources.map(({ inputs }) => [String(inputs[key]), inputs]));
}
