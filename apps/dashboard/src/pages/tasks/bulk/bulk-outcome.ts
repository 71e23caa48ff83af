import type { Schema } from '../../../api/types.js';

export type BulkOutcome = Omit<Schema<'BulkView'>, 'dry_run'>;

/** What several requests did, together. */
export function added(a: BulkOutcome, b: BulkOutcome): BulkOutcome {
  const refused = new Map(a.refused.map((one) => [one.code, one]));
  for (const one of b.refused) {
    const known = refused.get(one.code);
    refused.set(one.code, known ? { ...known, count: known.count + one.count } : one);
  }
  return {
    matched: a.matched + b.matched,
    done: a.done + b.done,
    refused: [...refused.values()],
    remaining: a.remaining + b.remaining,
  };
}
