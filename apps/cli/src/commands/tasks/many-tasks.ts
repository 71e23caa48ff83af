import type { Command } from 'commander';
import { apiOf } from '../../api/gateway-option.js';
import type { RotundaApi } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { UsageError } from '../../exit-codes.js';
import { canAsk, confirm } from '../../output/confirm.js';
import { addTaskFilters, filtersOf, type TaskFilterOptions } from './task-filters.js';

export interface ManyOptions extends TaskFilterOptions {
  all: boolean;
  yes: boolean;
}

export interface Verb {
  name: 'retry' | 'cancel';
  /** What was done to them. */
  done: string;
}

interface Outcome {
  matched: number;
  done: number;
  refused: { code: string; count: number; message: string }[];
  remaining: number;
}

/** Options with which a verb for one task acts on all that match. */
export const addManyOptions = (verb: Command): Command =>
  addTaskFilters(verb.option('--all', 'all tasks that match the filters, instead of one', false)).option(
    '-y, --yes',
    'with --all: don’t ask',
    false,
  );

/** The one task that is meant; null for all that match. @throws UsageError if it is neither, or both */
export function oneTask(id: string | undefined, { all, yes, ...filters }: ManyOptions): string | null {
  const isFiltered = Object.keys(filtersOf(filters)).length > 0;
  if (id !== undefined && !all && !isFiltered && !yes) return id;
  if (id === undefined && all) return null;
  throw new UsageError('give the id of one task, or --all with filters');
}

/** Says how many first, and asks. One request does some thousands: repeats it until none is left. */
export async function steerAll(tasks: Command, verb: Verb, options: ManyOptions, cli: Cli): Promise<void> {
  const api = apiOf(tasks);
  const filter = filtersOf(options);
  const { done, remaining } = await send(api, verb, { filter, dry_run: true });
  const count = done + remaining;
  if (count > 0 && !options.yes && !(await isConfirmed(verb, count))) {
    cli.output.hint('Nothing was changed.');
    cli.exitCode = 1;
    return;
  }
  const outcome = await repeat(api, verb, filter, cli);
  cli.output.show(outcome, () => ({ lines: linesOf(outcome, verb), quiet: [String(outcome.done)] }));
}

async function repeat(api: RotundaApi, verb: Verb, filter: object, { output }: Cli): Promise<Outcome> {
  let all = 0;
  for (;;) {
    const outcome = await send(api, verb, { filter });
    all += outcome.done;
    if (outcome.remaining === 0 || outcome.done === 0) return { ...outcome, done: all };
    output.hint(`${all} ${verb.done}, ${outcome.remaining} left …`);
  }
}

const send = (api: RotundaApi, { name }: Verb, body: object): Promise<Outcome> =>
  api.post<Outcome>(`/tasks/${name}`, body);

const linesOf = ({ done, refused, remaining }: Outcome, verb: Verb): string[] => [
  `${done} ${verb.done}${remaining > 0 ? `, ${remaining} left` : ''}`,
  ...refused.map(({ code, count, message }) => `${count} not: ${code}: ${message}`),
];

async function isConfirmed({ name }: Verb, count: number): Promise<boolean> {
  const what = `${name} ${count} ${count === 1 ? 'task' : 'tasks'}`;
  if (!canAsk()) throw new UsageError(`this would ${what}: confirm it with --yes`);
  return confirm(`${what.charAt(0).toUpperCase()}${what.slice(1)}?`);
}
