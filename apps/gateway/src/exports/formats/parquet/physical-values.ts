import type { ColumnType } from '../../columns/column.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const CENTS = 100;

const encoder = new TextEncoder();
const utf8 = (text: unknown): Uint8Array => encoder.encode(text as string);

/** What stands in the file for a value as JSON has it; see `elementsOf`. */
export const PHYSICAL_VALUES: Readonly<Record<ColumnType, (value: unknown) => unknown>> = {
  text: utf8,
  texts: utf8,
  json: utf8,
  date: (text) => Date.parse(text as string) / DAY_MS,
  instant: (text) => BigInt(Date.parse(text as string)),
  money: (dollars) => BigInt(Math.round((dollars as number) * CENTS)),
  integer: (number) => number,
  number: (number) => number,
  numbers: (number) => number,
  boolean: (value) => value,
};

/** Readers skip row groups by them. Texts are in no order that would help. */
const ORDERED: ReadonlySet<ColumnType> = new Set(['date', 'instant', 'money', 'integer', 'number']);

interface Range {
  min_value?: number | bigint;
  max_value?: number | bigint;
}

/** @param values physical ones */
export function rangeOf(type: ColumnType, values: readonly unknown[]): Range {
  if (!ORDERED.has(type) || values.length === 0) return {};
  let [min, max] = [values[0], values[0]] as [number | bigint, number | bigint];
  for (const value of values as (number | bigint)[]) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min_value: min, max_value: max };
}
