import { isTaskId, type TaskName, type TaskState, type TaskStateName } from '#rotunda/contracts';
import type { Chamber } from '#rotunda/domain';
import type { DataSource } from 'typeorm';
import { Conditions } from '../database/conditions.js';
import { decodeCursor, isInstantKey } from '../database/cursor.js';

export interface TaskFilters {
  chamber?: Chamber | undefined;
  name?: TaskName | undefined;
  /** Any of these. */
  states?: readonly TaskStateName[] | undefined;
  /** The ids of workers: one of them has the task, or had it last. */
  workers?: readonly string[] | undefined;
  /** The group that it is a child of. */
  group?: string | undefined;
  /** Code of its error. */
  error?: string | undefined;
  /** In any case; see `searchedText`. */
  text?: string | undefined;
  /** Queued at this instant or later. */
  from?: Date | undefined;
  /** Queued before this instant. */
  to?: Date | undefined;
}

export interface PageOf {
  limit: number;
  cursor?: string | undefined;
}

/**
 * How many of the newest runs are read before the index of texts is asked. That finds a rare text at once, but has to
 * sort all that it finds: of a text that every other run has, hundreds of thousands.
 */
const READ_FIRST = 20_000;
const NEWEST_FIRST = 'ORDER BY queued_at DESC, id DESC';

/** @throws InvalidCursorError for a cursor that is not from this list */
export async function newestIds(dataSource: DataSource, filters: TaskFilters, page: PageOf): Promise<string[]> {
  if (filters.text === undefined) {
    const where = matching(filters, inRange(filters, page));
    const sql = `SELECT id FROM task_search WHERE ${where.sql} ${NEWEST_FIRST} LIMIT ${where.bind(page.limit)}`;
    return idsOf(dataSource, sql, where);
  }
  const newest = await amongNewest(dataSource, filters, page);
  return newest.length === page.limit ? newest : amongAll(dataSource, filters, page);
}

function amongNewest(dataSource: DataSource, filters: TaskFilters, page: PageOf): Promise<string[]> {
  const where = inRange(filters, page);
  const newest = `SELECT * FROM task_search WHERE ${where.sql} ${NEWEST_FIRST} LIMIT ${READ_FIRST}`;
  const matches = matching(filters, where.next());
  const sql = `SELECT id FROM (${newest}) s WHERE ${matches.sql} ${NEWEST_FIRST} LIMIT ${matches.bind(page.limit)}`;
  return idsOf(dataSource, sql, matches);
}

/** OFFSET, or Postgres would read the runs in the page's order, hoping to find enough soon. */
function amongAll(dataSource: DataSource, filters: TaskFilters, page: PageOf): Promise<string[]> {
  const where = matching(filters, inRange(filters, page));
  const found = `SELECT id, queued_at FROM task_search WHERE ${where.sql} OFFSET 0`;
  return idsOf(dataSource, `SELECT id FROM (${found}) s ${NEWEST_FIRST} LIMIT ${where.bind(page.limit)}`, where);
}

async function idsOf(dataSource: DataSource, sql: string, { parameters }: Conditions): Promise<string[]> {
  return (await dataSource.query<{ id: string }[]>(sql, parameters)).map(({ id }) => id);
}

export async function countByState(
  dataSource: DataSource,
  filters: TaskFilters,
  except: string[],
  atMost?: number,
): Promise<Partial<Record<TaskStateName, number>>> {
  const where = matching(filters, inRange(filters));
  if (except.length > 0) where.and(`id <> ALL (${where.bind(except)})`);
  const limit = atMost === undefined ? '' : `LIMIT ${where.bind(atMost)}`;
  const rows = await dataSource.query<{ state: TaskStateName; count: number }[]>(
    `SELECT state, count(*) AS count FROM (SELECT state FROM task_search WHERE ${where.sql} ${limit}) s GROUP BY state`,
    where.parameters,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

function inRange({ from, to }: TaskFilters, { cursor }: Pick<PageOf, 'cursor'> = {}): Conditions {
  const where = new Conditions()
    .where(from, (instant) => `queued_at >= ${instant}`)
    .where(to, (instant) => `queued_at < ${instant}`);
  if (!cursor) return where;
  const [queued, id] = decodeCursor(cursor, [isInstantKey, isId]).map((part) => where.bind(part));
  return where.and(`(queued_at, id) < (${queued}::timestamptz, ${id})`);
}

const matching = ({ chamber, name, states, workers, group, error, text }: TaskFilters, where: Conditions): Conditions =>
  where
    .where(chamber, (value) => `chamber = ${value}`)
    .where(name, (value) => `name = ${value}`)
    .where(oneOrAll(states), (value) => anyOf('state', states, value))
    .where(oneOrAll(workers), (value) => anyOf('worker', workers, value))
    .where(group, (value) => `group_id = ${value}`)
    .where(error, (value) => `error_code = ${value}`)
    .where(text === undefined ? undefined : patternOf(text), (pattern) => `words LIKE ${pattern}`);

/** Of `= ANY` Postgres does not know that it keeps the order of an index, even where it is one value. */
const oneOrAll = <T>(values: readonly T[] | undefined): T | readonly T[] | undefined =>
  values?.length === 1 ? values[0] : values;
const anyOf = (column: string, values: readonly string[] | undefined, placeholder: string): string =>
  values?.length === 1 ? `${column} = ${placeholder}` : `${column} = ANY (${placeholder})`;

const patternOf = (text: string): string => `%${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

const isId = (part: unknown): boolean => typeof part === 'string' && isTaskId(part);

/** Whether a task that is not stored yet, or not in this state, matches. */
export const matchesFilters = (task: TaskState, filters: TaskFilters): boolean =>
  (!filters.chamber || task.chamber === filters.chamber) &&
  (!filters.name || task.name === filters.name) &&
  (!filters.states || filters.states.includes(task.state)) &&
  (!filters.workers || filters.workers.includes(workerOf(task) ?? '')) &&
  (!filters.group || task.group?.id === filters.group) &&
  (!filters.error || task.error?.code === filters.error) &&
  (!filters.from || Date.parse(task.times.queued) >= filters.from.getTime()) &&
  (!filters.to || Date.parse(task.times.queued) < filters.to.getTime()) &&
  (filters.text === undefined || searchedText(task).includes(filters.text.toLowerCase()));

const workerOf = ({ worker, attempts }: TaskState): string | undefined => worker ?? attempts.at(-1)?.worker;

const LONGEST_TEXT = 2_000;

/** As the migration `AddTaskSearch` makes it. */
function searchedText({ id, args, error }: TaskState): string {
  const parts = [id, jsonbText(args), ...(error ? [error.code, error.message] : [])];
  return parts.join('\n').toLowerCase().slice(0, LONGEST_TEXT);
}

/** As Postgres writes jsonb: shorter keys first, with spaces. */
function jsonbText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}: ${jsonbText(field)}`).join(', ')}}`;
}
