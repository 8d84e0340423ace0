import { styleText } from "node:util";

/** Where a command writes: results to `out`, progress and warnings to `err`. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `out` is a terminal that shows colour. */
  readonly colour: boolean;
}

export type Style = Parameters<typeof styleText>[0];

/** Paints text where the terminal shows colour, and leaves it alone elsewhere. */
export function painter(colour: boolean): (style: Style, text: string) => string {
  return colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}
