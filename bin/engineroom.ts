#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { enableCompileCache } from "node:module";

enableCompileCache();
const { runProgram } = await import("../cli/program.ts");
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

// Whoever reads the output may stop early (`| head`): that is no bug of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  process.exitCode = await runProgram(process.argv.slice(2), {
    version,
    clock: Date.now(),
    streams: {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    },
  });
} catch (error) {
  process.stderr.write(
    `engineroom ${version}: this is a bug, please report it with the file that caused it.\n`,
  );
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 3;
}
