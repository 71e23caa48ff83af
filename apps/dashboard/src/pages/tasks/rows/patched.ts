import type { InfiniteData } from '@tanstack/react-query';
import type { Schema } from '../../../api/types.js';
import type { TaskFilter } from '../filter/filter-values.js';
import { fits } from './fits.js';
import { rowOf, type TaskRow } from './task-row.js';

export interface RowPage {
  rows: TaskRow[];
  next: string | null;
}

export type RowPages = InfiniteData<RowPage, string | null>;
type Task = Schema<'TaskView'>;

/**
 * The loaded pages after tasks have changed: a row is replaced, or goes where its task does not fit the filter any more;
 * a task that now fits gets its row. Pages that stay the same are the same objects.
 *
 * @returns also the ids of those that got a row
 */
export function patched(
  { pages, pageParams }: RowPages,
  changes: ReadonlyMap<string, Task>,
  filter: TaskFilter,
): { data: RowPages; added: string[] } {
  const found = new Set<string>();
  const kept = pages.map((page) => {
    if (!page.rows.some(({ id }) => changes.has(id))) return page;
    const rows = page.rows.flatMap((row) => {
      const change = changes.get(row.id);
      if (!change) return [row];
      found.add(row.id);
      return fits(change, filter) ? [rowOf(change)] : [];
    });
    return { ...page, rows };
  });
  const missing = [...changes.values()].filter((task) => !found.has(task.id) && fits(task, filter)).map(rowOf);
  const { pages: all, added } = withRows(kept, missing.toSorted(lastQueuedFirst));
  return { data: { pages: all, pageParams }, added };
}

/** Puts each row into the page that it belongs to. One that is older than all that is loaded comes with its page. */
function withRows(pages: RowPage[], rows: TaskRow[]): { pages: RowPage[]; added: string[] } {
  let left = rows;
  const all = pages.map((page) => {
    const end = page.rows.at(-1);
    const isEnd = page.next === null;
    const own = left.filter((row) => isEnd || (end !== undefined && lastQueuedFirst(row, end) < 0));
    if (own.length === 0) return page;
    left = left.filter((row) => !own.includes(row));
    return { ...page, rows: [...page.rows, ...own].toSorted(lastQueuedFirst) };
  });
  const isLeft = new Set(left);
  return { pages: all, added: rows.filter((row) => !isLeft.has(row)).map(({ id }) => id) };
}

/** The order of the gateway. */
const lastQueuedFirst = (a: TaskRow, b: TaskRow): number =>
  compare(b.times.queued, a.times.queued) || compare(b.id, a.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
