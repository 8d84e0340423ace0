import { type ProgramContext, runProgram } from "../../cli/program.ts";
import { exampleNow } from "../../environments/index.ts";

/** What a call of the command line printed and returned. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process at the examples' time. */
export async function engineroom(...arguments_: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const context: ProgramContext = {
    version: "0.0.0-test",
    clock: Date.parse(exampleNow),
    streams: { out: (text) => void out.push(text), err: (text) => void err.push(text), colour: false },
  };
  const code = await runProgram(arguments_, context);
  return { code, out: out.join(""), err: err.join("") };
}
