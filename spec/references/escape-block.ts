import type { Rule } from "./rule.ts";

const BLOCKS = ["aws", "gcp", "azure"] as const;

/** A block of another cloud would be ignored in silence. */
export const escapeBlockOfAnotherCloud: Rule = {
  code: "block-of-another-cloud",
  severity: "error",
  title: "Only the block of the environment's own cloud is given.",
  source: "docs/environment-file.md",
  violations: (draft) =>
    BLOCKS.filter(
      (block) => draft.cloud !== undefined && block !== draft.cloud && draft[block] !== undefined,
    ).map((block) => ({
      path: [block],
      message: `The block ${block} has settings of another cloud than ${draft.cloud}.`,
      got: block,
      allowed: draft.cloud,
      hint: `Remove it, or move what has a word on ${draft.cloud} to the block ${draft.cloud}.`,
    })),
};
