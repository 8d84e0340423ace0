import type { QuotaPlan } from "../plan/figures.ts";

/** What one part of an environment takes from a quota. */
export type QuotaUse = Omit<QuotaPlan, "for"> & { readonly for: string };

/** Adds up what parts take from the same quota. */
export class QuotaTable {
  private readonly byName = new Map<string, QuotaPlan & { readonly for: string[] }>();

  add({ for: user, ...use }: QuotaUse): void {
    const key = `${use.service} ${use.code ?? use.name}`;
    const row = this.byName.get(key);
    if (row === undefined) {
      this.byName.set(key, { ...use, for: [user] });
    } else {
      row.for.push(user);
      this.byName.set(key, { ...row, needed: row.needed + use.needed });
    }
  }

  /** The quotas in the order in which they were first needed. */
  rows(): QuotaPlan[] {
    return [...this.byName.values()];
  }
}
