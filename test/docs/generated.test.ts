import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generatedFiles } from "../../docs/generated.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it.each(Object.entries(generatedFiles()))(
  "%s is as its data says (npm run generate writes it)",
  (path, text) => {
    expect(read(path)).toBe(text);
  },
);
