import { defineConfig } from "vitest/config";

const shared = {
  testTimeout: 600_000,
  hookTimeout: 900_000,
  env: { CDK_VALIDATION: "false" },
};

/**
 * Conformance: every example against real peers. Minutes instead of seconds; `npm run conformance` runs them, one file
 * after the other. `aws`: the CDK CLI with an emulated AWS, cfn-lint, cdk-nag, checkov. `pulumi`: the Pulumi engine with
 * providers that record. `clouds`: one suite over every cloud, which needs no peer. `-- --project NAME` runs one of them.
 */
export default defineConfig({
  test: {
    fileParallelism: false,
    pool: "forks",
    maxWorkers: 1,
    bail: 0,
    projects: [
      {
        test: {
          ...shared,
          name: "aws",
          include: ["test/conformance/*.test.ts"],
          globalSetup: ["test/conformance/peers/setup.ts"],
        },
      },
      { test: { ...shared, name: "pulumi", include: ["test/conformance/pulumi/**/*.test.ts"] } },
      { test: { ...shared, name: "clouds", include: ["test/conformance/clouds/**/*.test.ts"] } },
    ],
  },
});
