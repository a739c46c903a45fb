// Prints `N passed, N failed` from a vitest JSON report; fails when anything failed, or when nothing ran.
import { readFileSync } from "node:fs";

let passed = 0;
let failed = 0;
try {
  const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
  passed = report.numPassedTests;
  // A file that did not load counts: its tests are in no other figure.
  failed = report.numFailedTests + report.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0).length;
} catch (error) {
  console.error(`no test report: ${error.message}`);
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
