import { defineConfig } from "vitest/config";

/** Unit tests: everything that needs neither a network nor a peer. `npm test` runs them. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/fixed-seed.ts"],
    exclude: ["test/conformance/**", "**/node_modules/**"],
    // The first CDK construct in a process loads and warms the whole library: seconds on a slow machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    env: {
      // CDK's own template validator costs about 9 s of CPU on the first synthesis.
      CDK_VALIDATION: "false",
    },
  },
});
