import { countText, plural } from '../../../ui/text.js';
import type { FieldSchema } from '../kinds.js';

export const numberOf = (text: string): number | undefined => (text === '' ? undefined : Number(text));

export const instantOf = (local: string): string | undefined => (local === '' ? undefined : `${local}:00Z`);

/** One in each line, or between commas. A number that is none stays a text: the gateway says what is wrong with it. */
export const itemsOf = (text: string, type: string | undefined): (string | number)[] =>
  text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => ((type === 'integer' || type === 'number') && !Number.isNaN(Number(item)) ? Number(item) : item));

/** The limits of a value in words; empty where there is none. */
export function limitsText({ type, format, minimum, maximum, minItems, maxItems, maxLength }: FieldSchema): string {
  if (format === 'date-time') return 'in UTC';
  if (type === 'array') return rangeText(minItems, maxItems, (count) => plural(count, 'item'));
  if (type === 'string') return maxLength === undefined ? '' : `at most ${plural(maxLength, 'character')}`;
  return rangeText(minimum, maximum, countText);
}

function rangeText(least: number | undefined, most: number | undefined, textOf: (count: number) => string): string {
  if (least !== undefined && most !== undefined) return `${countText(least)} to ${textOf(most)}`;
  if (least !== undefined) return `at least ${textOf(least)}`;
  return most === undefined ? '' : `at most ${textOf(most)}`;
}
