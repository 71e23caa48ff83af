import { CHAMBERS, KINDS } from '../../../api/task-kinds.js';
import { STATES, type TaskFilter } from './filter-values.js';

/** The index of texts has three in a row: the gateway refuses less. */
const THREE_IN_A_ROW = /[\p{L}\p{N}]{3}/u;

export const isSearchable = (text: string): boolean => THREE_IN_A_ROW.test(text);

/** The filters that an address has. What is not one, or has no such value, is left out. */
export function readTaskSearch(search: Record<string, unknown>): TaskFilter {
  const { worker, group, error, q, from, to } = search;
  return given({
    state: oneOf(STATES, search['state']),
    chamber: oneOf(CHAMBERS, search['chamber']),
    name: oneOf(KINDS, search['name']),
    worker: textOf(worker),
    group: textOf(group),
    error: textOf(error),
    q: textOf(q),
    from: textOf(from),
    to: textOf(to),
  });
}

/** Without those that are empty. */
export const given = (filter: { [Name in keyof TaskFilter]: TaskFilter[Name] | undefined }): TaskFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((one) => one === value);

/** The router reads `q=2026` as a number. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
