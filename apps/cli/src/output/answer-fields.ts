import type { Field } from './fields.js';

/** The fields of an answer of any shape, by their names, for `fieldLines`. */
export const answerFields = (answer: object): Field[] =>
  Object.entries(answer).map(([name, value]) => [inWords(name), textOf(value)]);

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, each]) => `${inWords(name)} ${textOf(each) || '-'}`)
    .join(', ');
}

const inWords = (name: string): string => name.replaceAll('_', ' ');
