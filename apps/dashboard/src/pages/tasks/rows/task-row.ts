import type { Schema } from '../../../api/types.js';
import { plural } from '../../../ui/text.js';

type Task = Schema<'TaskView'>;

/**
 * What the list shows of a task. Thousands of rows are kept: without what only the task's own page shows (stacks,
 * headers, every attempt) one takes a tenth of the memory.
 */
export interface TaskRow extends Pick<Task, 'id' | 'chamber' | 'name' | 'state' | 'retries' | 'progress' | 'times'> {
  args: string;
  worker: string | null;
  group: { id: string; size: number } | null;
  attempts: number;
  /** Of a task that succeeded. */
  outcome: string;
  error: { code: string; message: string } | null;
}

const MOST_TEXT = 200;

export function rowOf(task: Task): TaskRow {
  const { id, chamber, name, state, retries, progress, times, args, group, attempts, result, error } = task;
  return {
    ...{ id, chamber, name, state, retries, progress, times },
    args: argsText(args).slice(0, MOST_TEXT),
    worker: task.worker ?? attempts.at(-1)?.worker ?? null,
    group: group ? { id: group.id, size: group.size } : null,
    attempts: attempts.length,
    outcome: result ? outcomeText(result) : '',
    error: error ? { code: error.code, message: error.message.slice(0, MOST_TEXT) } : null,
  };
}

/** `days_back: 7, external_ids: 20024277, 20024278 and 40 others` */
export const argsText = (args: Task['args']): string =>
  Object.entries(args)
    .map(([name, value]) => `${name}: ${valueText(value)}`)
    .join(', ');

const SHOWN_ITEMS = 2;

function valueText(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const shown = value.slice(0, SHOWN_ITEMS).map(valueText).join(', ');
  return value.length > SHOWN_ITEMS ? `${shown} and ${plural(value.length - SHOWN_ITEMS, 'other')}` : shown;
}

function outcomeText(result: NonNullable<Task['result']>): string {
  if ('stats' in result) return `${plural(result.stats.saved, 'trade')} of ${plural(result.filings.listed, 'filing')}`;
  if ('rows' in result) {
    const { looked_at, different } = result.filings;
    return `${plural(different, 'difference')} in ${plural(looked_at, 'filing')}`;
  }
  return plural(result.checks.length, 'check');
}

/** From the start of its first attempt, up to now while it runs; null before. */
export function durationOf({ times: { started, finished } }: Pick<TaskRow, 'times'>, now: number): number | null {
  if (!started) return null;
  return Math.max(0, (finished ? Date.parse(finished) : now) - Date.parse(started));
}
