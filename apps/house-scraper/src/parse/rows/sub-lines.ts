import type { Glyph } from '../pdf/pdf-glyphs.js';
import { beginsWithSmallCaps, inkedFrom, smallCapsLabelLength } from '../pdf/small-caps.js';
import { joinWrapped, textOf, type TextLine } from '../pdf/text-lines.js';

/** The labelled lines below a row. */
export type SubLineName = 'filingStatus' | 'subholding' | 'description' | 'comment' | 'location';

const LABELS: readonly (readonly [text: string, name: SubLineName])[] = [
  ['Filing Status:', 'filingStatus'],
  ['Subholding Of:', 'subholding'],
  ['Description:', 'description'],
  ['Comments:', 'comment'],
  ['Location:', 'location'],
];

export interface SubLine {
  /** Null for an unknown label. */
  name: SubLineName | null;
  label: string;
  /** The value's printed lines. */
  lines: string[];
}

/** Reads the lines below a row. A label begins a value; a line without a label continues it. */
export function readSubLines(lines: readonly TextLine[]): SubLine[] {
  const subLines: SubLine[] = [];
  for (const { glyphs } of lines) {
    const inked = inkedFrom(glyphs);
    const started = startOf(inked);
    if (started) subLines.push(started);
    else if (subLines.length > 0) subLines.at(-1)!.lines.push(textOf(inked));
    else subLines.push({ name: null, label: '', lines: [textOf(inked)] });
  }
  return subLines;
}

function startOf(glyphs: readonly Glyph[]): SubLine | null {
  const known = LABELS.find(([text]) => beginsWithSmallCaps(glyphs, text));
  const length = known ? known[0].length - 1 : smallCapsLabelLength(glyphs);
  if (length === 0) return null;
  const label = textOf(glyphs.slice(0, length));
  return { name: known?.[1] ?? null, label, lines: [textOf(glyphs.slice(length + 1))] };
}

/** The value of a sub-line; null where it is missing or empty. */
export function subLineText(subLines: readonly SubLine[], name: SubLineName): string | null {
  const lines = subLines.filter((subLine) => subLine.name === name).flatMap((subLine) => subLine.lines);
  return joinWrapped(lines) || null;
}
