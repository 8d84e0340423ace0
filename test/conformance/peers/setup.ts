import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { installPython } from "../python/install.ts";
import { startEmulatedAws } from "./emulated-aws.ts";
import { synthesizeExamples } from "./templates.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the emulated AWS that all conformance tests share. */
    readonly awsEndpoint: string;
    /** Folder with every example synthesized. */
    readonly synthesized: string;
  }
}

/** Prepares the peers once for all conformance tests; the returned function ends them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await installPython("checkov");
  const aws = await startEmulatedAws();
  const synthesized = mkdtempSync(join(tmpdir(), "engineroom-synthesized-"));
  const end = async (): Promise<void> => {
    rmSync(synthesized, { recursive: true, force: true });
    await aws.stop();
  };
  try {
    await synthesizeExamples(synthesized);
  } catch (error) {
    await end();
    throw error;
  }
  project.provide("awsEndpoint", aws.endpoint);
  project.provide("synthesized", synthesized);
  return end;
}
