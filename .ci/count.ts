import { existsSync, readFileSync } from "node:fs";

/** `count.ts BROKEN REPORT…`: sums vitest's JSON reports and steps that broke without a test; fails when anything did. */
const [broken = "0", ...reports] = process.argv.slice(2);
let passed = 0;
let failed = Number(broken);
for (const report of reports.filter(existsSync)) {
  const { success, numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  // A file that fails before its first test has no failed test.
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }: { status: string; assertionResults: readonly { status: string }[] }) =>
      status === "failed" && !assertionResults.some((each) => each.status === "failed"),
  );
  const failures = numFailedTests + brokenFiles.length;
  passed += numPassedTests;
  // A run can fail beside its tests: an error that nobody awaited.
  failed += success || failures > 0 ? failures : 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
