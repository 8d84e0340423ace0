import { openCatalog } from "../../catalog/index.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import type { CommonOptions } from "../options.ts";
import { planFile } from "../plan-file.ts";
import { showFindings } from "../show/findings.ts";
import type { Streams } from "../streams.ts";
import { verdict } from "../verdict.ts";

/** Findings only. `--json`: `{ findings: [...] }`, each with the file that it is about. */
export function validate(files: readonly string[], options: CommonOptions, streams: Streams): ExitCode {
  const catalog = openCatalog();
  const planned = files.map((file) => planFile(file, catalog, options.now));
  if (options.json) {
    const findings = planned.flatMap(({ file, findings: found }) => found.map((each) => ({ ...each, file })));
    streams.out(`${JSON.stringify({ findings }, null, 2)}\n`);
  } else {
    for (const { file, findings } of planned) streams.out(showFindings(file, findings, streams.colour));
  }
  return planned.reduce<ExitCode>(
    (worst, { findings }) => worst || verdict(findings, options.strict),
    exitCode.fine,
  );
}
