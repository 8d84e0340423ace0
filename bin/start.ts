import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "../cli/program.ts";
import { exampleFiles, exampleNow } from "../environments/index.ts";

/** The main job on every example, without a cloud account: check, plan, and write everything that would be deployed. */
const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
const files = exampleFiles().map((file) => relative(root, file));
const context = {
  version: "",
  clock: Date.parse(exampleNow),
  streams: {
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
    colour: process.stdout.isTTY === true,
  },
};

process.stdout.write(`Environments of environments/, planned as of ${exampleNow}:\n\n`);
const first = files.find((file) => basename(file) === "training-p5-capacity-block.yaml") ?? files[0];
const planned = first === undefined ? 2 : await runProgram(["plan", first], context);
process.stdout.write("\nSynthesizing every example:\n\n");
const synthesized = await runProgram(["synth", ...files, "--out", "out"], context);
process.stdout.write(
  `\nLook into out/<name>/: plan.json, report.html and cdk.out/ with the CloudFormation templates.\n`,
);
process.exitCode = planned || synthesized;
