import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Chamber } from '#rotunda/domain';
import type { Difference } from './comparison.js';
import { parseTable } from './fixtures.js';

const FILE = resolve(import.meta.dirname, 'disputed.tsv');

/** A difference where the document shows that the expectation is wrong. */
export interface DisputedCase extends Difference {
  chamber: Chamber;
  reason: string;
}

/** Reads `disputed.tsv`: one case per line, with the reason. */
export function readDisputed(): DisputedCase[] {
  const rows = parseTable(readFileSync(FILE, 'utf8'), (line) => line.split('\t'));
  return rows.map((row) => ({
    chamber: row['chamber'] as Chamber,
    document: row['document']!,
    row: Number(row['row']),
    source: row['source']!,
    field: row['field']!,
    expected: row['expected']!,
    found: row['ours']!,
    reason: row['reason']!,
  }));
}

const KEYS = ['document', 'row', 'source', 'field', 'expected', 'found'] as const;

/** Only for exactly these values: a case does not excuse another reading of its row. */
export const isDisputed = (dispute: DisputedCase, difference: Difference): boolean =>
  KEYS.every((key) => dispute[key] === difference[key]);
