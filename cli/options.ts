/** Options that every command understands. */
export interface CommonOptions {
  readonly json: boolean;
  readonly strict: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}
