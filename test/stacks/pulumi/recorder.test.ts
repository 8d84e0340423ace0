import {
  ComponentResource,
  CustomResource,
  type CustomResourceOptions,
  getOrganization,
  type Inputs,
  runtime,
  StackReference,
} from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { type RecordedResource, Recorder } from "../../../stacks/pulumi/recorder.ts";

class Thing extends CustomResource {
  constructor(name: string, inputs: Inputs, options?: CustomResourceOptions) {
    super("test:index:Thing", name, inputs, options);
  }
}

class Box extends ComponentResource {
  constructor(name: string, options = {}) {
    super("engineroom:test:Box", name, {}, options);
    new Thing(`${name}-thing`, { size: 3 }, { parent: this, protect: true });
  }
}

async function record(program: () => unknown, offered = {}): Promise<readonly RecordedResource[]> {
  const recorder = new Recorder("project", "stack", offered);
  await runtime.setMocks(recorder, "project", "stack", false, "organization");
  await runtime.runInPulumiStack(async () => {
    runtime.registerStackTransformation(recorder.note);
    program();
  });
  await runtime.disconnect();
  return recorder.resources;
}

describe("the recorder", () => {
  test("gives every resource the URN that the engine would", async () => {
    const urns = (await record(() => new Box("a"))).map(({ urn }) => urn);
    expect(urns).toContain("urn:pulumi:stack::project::engineroom:test:Box::a");
    expect(urns).toContain("urn:pulumi:stack::project::engineroom:test:Box$test:index:Thing::a-thing");
  });

  test("notes inputs and what protects a resource", async () => {
    const thing = (await record(() => new Box("a"))).find(({ name }) => name === "a-thing");
    expect(thing?.inputs).toEqual({ size: 3 });
    expect(thing?.options).toEqual({ protect: true });
  });

  test("leaves the stack itself out", async () => {
    const types = (await record(() => new Box("a"))).map(({ type }) => type);
    expect(types.toSorted()).toEqual(["engineroom:test:Box", "test:index:Thing"]);
  });

  test("answers a stack reference with what the other stack offered", async () => {
    const things = await record(
      () => {
        const data = new StackReference("data", { name: `${getOrganization()}/project/other` });
        new Thing("b", { network: data.requireOutput("networkId") });
      },
      { networkId: "net-1" },
    );
    expect(things.find(({ name }) => name === "b")?.inputs).toEqual({ network: "net-1" });
  });
});
