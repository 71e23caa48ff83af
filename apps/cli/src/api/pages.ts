import { type Command, InvalidArgumentError } from 'commander';
import { query } from './query.js';
import type { RotundaApi } from './rotunda-api.js';

/** A list of the API; it has more fields, which stay. */
export interface Page<T> {
  data: T[];
  next_cursor: string | null;
}

/** What the options of a list are turned into: filters of the API, and how many entries are wanted. */
export interface Wanted {
  limit: number;
  filters: Record<string, string | undefined>;
}

/** What the gateway gives at most in one answer. */
const MOST_AT_ONCE = 500;
const USUAL_LIMIT = 20;

/** `--limit` and `--all`. */
export const addPageOptions = (verb: Command): Command =>
  verb.option('--limit <number>', 'how many', readLimit, USUAL_LIMIT).option('--all', 'all of them, however many');

function readLimit(text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= 1) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1; --all shows all of them.');
}

export type ListOptions = Record<string, string | boolean | number | undefined> & { limit: number; all?: boolean };

/** Options become the filters of the API: `--filed-from` is `filed_from`. */
export function wantedOf({ limit, all, ...filters }: ListOptions): Wanted {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const named = given.map(([name, value]) => [snakeCase(name), String(value)]);
  return { limit: all ? Infinity : limit, filters: Object.fromEntries(named) as Wanted['filters'] };
}

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Asks for as many pages as it takes.
 * @returns the first answer, with the entries of all; `next_cursor` is that of the last one
 */
export async function readPages<P extends Page<unknown>>(api: RotundaApi, path: string, wanted: Wanted): Promise<P> {
  const ask = (have: number, cursor?: string): Promise<P> => {
    const limit = String(Math.min(MOST_AT_ONCE, wanted.limit - have));
    return api.get<P>(path + query({ ...wanted.filters, limit, cursor }));
  };
  const first = await ask(0);
  const { data } = first;
  let cursor = first.next_cursor;
  while (cursor !== null && data.length < wanted.limit) {
    const page = await ask(data.length, cursor);
    data.push(...page.data);
    cursor = page.next_cursor;
  }
  return { ...first, next_cursor: cursor };
}
