import { inOneLine } from '#rotunda/contracts/light';

/** A name and what it is; null and empty texts are left out. */
export type Field = readonly [name: string, value: string | number | null | undefined];

/** One thing, for people: a line for each field, with the values below each other. */
export function fieldLines(fields: readonly Field[]): string[] {
  const given = fields.filter(([, value]) => value !== null && value !== undefined && value !== '');
  const width = Math.max(0, ...given.map(([name]) => name.length));
  // Lines break within the texts of documents.
  const text = (value: Field[1]): string => String(value).replaceAll(/\s+/g, ' ').trim();
  return given.map(([name, value]) => inOneLine(`${name.padEnd(width)}  ${text(value)}`));
}
