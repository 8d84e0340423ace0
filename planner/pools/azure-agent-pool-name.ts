import { createHash } from "node:crypto";

/** Letters and digits in the name of a Linux agent pool. https://learn.microsoft.com/azure/aks/create-node-pools */
const LONGEST = 12;
const HASH_LENGTH = 4;

/** What a purchase option adds to a pool's name. */
const SUFFIXES: Readonly<Record<string, string>> = {
  "on-demand": "od",
  spot: "sp",
  reservation: "rs",
};

/**
 * Names of agent pools from stable ids such as `train-on-demand`: lower-case letters and digits, told apart by a hash
 * where the rest is too long or two would be the same. A name depends on its own id and on those before it.
 */
export function agentPoolNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    const plain = shortened(id);
    const name = plain.length <= LONGEST && !taken.has(plain) ? plain : hashed(id, plain);
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function shortened(id: string): string {
  const kind = Object.keys(SUFFIXES).find((each) => new RegExp(`-${each}(-\\d+)?$`).test(id));
  const short = kind === undefined ? id : id.replace(new RegExp(`-${kind}(-\\d+)?$`), `${SUFFIXES[kind]}$1`);
  return short.replace(/[^a-z0-9]/g, "");
}

function hashed(id: string, plain: string): string {
  const hash = createHash("sha256").update(id).digest("hex").slice(0, HASH_LENGTH);
  return `${plain.slice(0, LONGEST - HASH_LENGTH)}${hash}`;
}
