import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { CatalogOptions, Listing } from "./commands/catalog.ts";
import { type ExitCode, exitCode, UsageError } from "./exit-codes.ts";
import type { CommonOptions } from "./options.ts";
import type { Streams } from "./streams.ts";

export interface ProgramContext {
  readonly streams: Streams;
  /** The clock's reading, used where `--now` is not given. Milliseconds since the epoch. */
  readonly clock: number;
  readonly version: string;
}

/**
 * Runs the command line `arguments_` and returns the exit code. Commands are loaded when they are called.
 * Only bugs leave it as exceptions.
 */
export async function runProgram(arguments_: readonly string[], context: ProgramContext): Promise<ExitCode> {
  let result: ExitCode = exitCode.fine;
  const program = buildProgram(context, (code) => {
    result = code;
  });
  try {
    await program.parseAsync([...arguments_], { from: "user" });
    return result;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
    if (!(error instanceof UsageError)) throw error;
    context.streams.err(`engineroom: ${error.message}\n`);
    return exitCode.usage;
  }
}

function buildProgram({ streams, clock, version }: ProgramContext, done: (code: ExitCode) => void): Command {
  const program = new Command("engineroom")
    .description(
      "One environment file becomes a checked, priced and deployable environment for AI on accelerators.",
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError("(engineroom --help lists the commands)")
    .configureOutput({ writeOut: streams.out, writeErr: streams.err });

  const common = (command: Command): Command =>
    command
      .option("--json", "one JSON document on stdout and nothing else", false)
      .option("--strict", "warnings that nobody acknowledged block too", false)
      .addOption(
        new Option("--now <time>", "plan as if it were this time (RFC 3339)")
          .argParser(parseTime)
          .default(clock, "the clock"),
      );

  common(
    program.command("validate").description("findings only").argument("<file...>", "environment files"),
  ).action(async (files: string[], options: CommonOptions) => {
    const { validate } = await import("./commands/validate.ts");
    done(validate(files, options, streams));
  });

  common(
    program
      .command("plan")
      .description("what will be built, what it costs, how long it takes")
      .argument("<file>", "environment file"),
  )
    .option("--diff <other>", "show what changes from FILE to this other environment file")
    .action(async (file: string, options: CommonOptions & { diff?: string }) => {
      const { plan } = await import("./commands/plan.ts");
      done(plan(file, { ...options, diff: options.diff }, streams));
    });

  common(
    program
      .command("synth")
      .description("everything that would be deployed, without a cloud account")
      .argument("<file...>", "environment files"),
  )
    .requiredOption("--out <dir>", "folder to write to")
    .option("--validate-templates", "also run CDK's own template validator, which takes seconds", false)
    .action(async (files: string[], options: CommonOptions & { out: string; validateTemplates: boolean }) => {
      const { synth } = await import("./commands/synth.ts");
      done(await synth(files, options, streams));
    });

  program
    .command("catalog")
    .description("the facts, each with its source and date")
    .addArgument(
      new Argument("<listing>", "which facts").choices(["accelerators", "machines", "models", "regions"]),
    )
    .option("--json", "one JSON document on stdout and nothing else", false)
    .addOption(new Option("--cloud <cloud>", "of one cloud").choices(["aws", "gcp", "azure"]))
    .option("--accelerator <name>", "machines with this accelerator")
    .option("--region <region>", "machines offered in this region")
    .action(async (listing: Listing, options: CatalogOptions) => {
      const { catalog } = await import("./commands/catalog.ts");
      done(catalog(listing, options, streams));
    });
  return program;
}

function parseTime(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new InvalidArgumentError("give a time such as 2026-11-23T12:00:00Z");
  return time;
}
