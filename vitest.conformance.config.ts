import { defineConfig } from "vitest/config";

/**
 * Conformance: every example against real peers (the CDK CLI with an emulated AWS, cfn-lint, cdk-nag, checkov).
 * Minutes instead of seconds; `npm run conformance` runs them, one file after the other, against one emulator.
 */
export default defineConfig({
  test: {
    include: ["test/conformance/**/*.test.ts"],
    globalSetup: ["test/conformance/peers/setup.ts"],
    testTimeout: 600_000,
    hookTimeout: 900_000,
    fileParallelism: false,
    pool: "forks",
    maxWorkers: 1,
    bail: 0,
    env: { CDK_VALIDATION: "false" },
  },
});
