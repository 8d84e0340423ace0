/** What the shell is told. */
export const exitCode = {
  fine: 0,
  /** Findings that block: errors, or with `--strict` warnings that nobody acknowledged. */
  blocked: 1,
  /** Wrong usage: unknown option, missing file. */
  usage: 2,
  /** A bug of ours. */
  bug: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** A mistake in how the command was called: shown as one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
