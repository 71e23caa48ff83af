import { isIsoDate } from '#rotunda/domain';

export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
}

/** One page of an ordered list; `nextCursor` is null on the last one. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export type Key = (string | number)[];

/** A position in an ordered list, opaque to clients. */
export const encodeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * Reads a cursor that a client sent.
 * @param shape one check for each part of the key
 * @throws InvalidCursorError for anything that `encodeCursor` can't have produced
 */
export const decodeCursor = (cursor: string, shape: Shape): Key => decodeOneOf(cursor, [shape]).key;

/** The same for a list whose cursors have one of several shapes; `shape` is the index of the one that fits. */
export function decodeOneOf(cursor: string, shapes: Shape[]): { key: Key; shape: number } {
  const key = parse(Buffer.from(cursor, 'base64url').toString());
  const shape = Array.isArray(key) ? shapes.findIndex((one) => fits(key, one)) : -1;
  if (shape === -1) throw new InvalidCursorError('This is not a cursor of this list: pass the next_cursor of a page');
  return { key: key as Key, shape };
}

type Shape = ((part: unknown) => boolean)[];

const fits = (key: unknown[], shape: Shape): boolean =>
  key.length === shape.length && shape.every((isPart, i) => isPart(key[i]));

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new InvalidCursorError('This is not a cursor of this list: pass the next_cursor of a page', { cause });
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/;

/** An instant with microseconds. */
export const isInstantKey = (part: unknown): boolean =>
  typeof part === 'string' && INSTANT.test(part) && isIsoDate(part.slice(0, 10));

export const isUuid = (part: unknown): part is string => typeof part === 'string' && UUID.test(part);

/** Makes a page of a query's rows, which must be up to `limit + 1`: the extra row shows that there is a next page. */
export function toPage<T>(rows: T[], limit: number, keyOf: (row: T) => Key): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
