import { distance } from "fastest-levenshtein";

const LONGEST = 100;
/** Among more names than this nobody looks one up by its spelling, and comparing with all of them takes long. */
const MOST_CANDIDATES = 500;

/**
 * The candidate that `name` was probably meant to be, or `undefined` when none is near: at most two edits for short
 * names, a third of the longer name's length for long ones. Case is ignored.
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = name.toLowerCase();
  let nearest: { readonly candidate: string; readonly edits: number } | undefined;
  for (const candidate of candidates.slice(0, MOST_CANDIDATES)) {
    if (candidate.length > LONGEST) continue;
    const edits = distance(wanted, candidate.toLowerCase());
    const isNear = edits <= mostEdits(wanted, candidate) && edits < Math.min(wanted.length, candidate.length);
    if (isNear && (nearest === undefined || edits < nearest.edits)) nearest = { candidate, edits };
  }
  return nearest?.candidate;
}

/** A sentence that names the nearest candidate, or all of them where they are few, as a finding's hint. */
export function nearestNameHint(name: string, candidates: readonly string[]): string | undefined {
  const nearest = nearestName(name, candidates);
  if (nearest !== undefined) return `Did you mean ${nearest}?`;
  return candidates.length > 0 && candidates.length <= 12
    ? `There ${candidates.length === 1 ? "is" : "are"}: ${candidates.join(", ")}.`
    : undefined;
}

function mostEdits(a: string, b: string): number {
  return Math.max(2, Math.floor(Math.max(a.length, b.length) / 3));
}
