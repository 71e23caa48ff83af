import { answer, api } from '../../../api/client.js';
import type { Schema } from '../../../api/types.js';
import type { TaskFilter } from '../filter/filter-values.js';
import { added, type BulkOutcome } from './bulk-outcome.js';

export type BulkVerb = 'retry' | 'cancel';
export type BulkTarget = { ids: readonly string[] } | { filter: TaskFilter };

/** The API takes no more ids in a request. */
const MOST_IDS = 1_000;

/** Does it, or, in a dry run, says what would be done. Many ids are several requests, one after the other. */
export async function steerMany(verb: BulkVerb, target: BulkTarget, isDry: boolean): Promise<BulkOutcome> {
  if ('filter' in target) return post(verb, { filter: target.filter, dry_run: isDry });
  let sum: BulkOutcome = { matched: 0, done: 0, refused: [], remaining: 0 };
  for (let start = 0; start < target.ids.length; start += MOST_IDS) {
    // oxlint-disable-next-line no-await-in-loop -- at once they would be no lighter for the queue
    sum = added(sum, await post(verb, { ids: target.ids.slice(start, start + MOST_IDS), dry_run: isDry }));
  }
  return sum;
}

const post = (verb: BulkVerb, body: Schema<'BulkBody'>): Promise<BulkOutcome> =>
  answer(verb === 'retry' ? api.POST('/api/v1/tasks/retry', { body }) : api.POST('/api/v1/tasks/cancel', { body }));
