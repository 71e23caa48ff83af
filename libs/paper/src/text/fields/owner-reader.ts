import type { Owner } from '#rotunda/domain';
import type { ReadLine } from '../text-recogniser.js';
import { likelyTexts, type Meaning } from './likely-texts.js';

export interface OwnerReading {
  /** Null: there is ink, but it is none of the form's codes. */
  value: Owner | null;
  raw: string;
  /** From 0 to 1, not calibrated. */
  score: number;
}

/** An empty cell means the filer. */
const CODES: Record<string, Owner> = { SP: 'spouse', DC: 'dependent', JT: 'joint', SELF: 'self' };

const LOOKALIKES: Record<string, readonly (readonly [string, number])[]> = {
  '5': [['S', 0.5]],
  $: [['S', 0.7]],
  '0': [['D', 0.3]],
  O: [['D', 0.3]],
  '(': [['C', 0.4], ['', 0.3]], // prettier-ignore
  G: [['C', 0.3]],
  I: [['J', 0.2], ['', 0.2]], // prettier-ignore
  '1': [['J', 0.2], ['', 0.2]], // prettier-ignore
  ']': [['J', 0.3], ['', 0.3]], // prettier-ignore
  '7': [['T', 0.4]],
  '+': [['T', 0.3]],
};
const STRAY = 0.25;
const LETTERS = new Set(Object.keys(CODES).join(''));

const inOwner: Meaning = (option) => {
  const letter = option.toUpperCase();
  return LETTERS.has(letter) ? [[letter, 1]] : (LOOKALIKES[letter] ?? [['', STRAY]]);
};

/** All 149 cells without ink were empty. The curve of `confidence.ts` makes 0.993 of it. */
const EMPTY = 0.91;

/** Below this the ink says something else. */
const LEAST_FIT = 1e-3;

/** @param lines of the cell, from the top */
export function readOwner(lines: readonly ReadLine[]): OwnerReading {
  const raw = lines.map(({ text }) => text.trim()).join(' '); // prettier-ignore
  if (lines.length === 0) return { value: 'self', raw, score: EMPTY };
  const shares = new Map<string, number>();
  for (const line of lines) {
    for (const { text, probability } of likelyTexts(line, inOwner)) {
      if (text in CODES) shares.set(text, Math.max(shares.get(text) ?? 0, probability));
    }
  }
  const fit = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const [best] = [...shares].sort((a, b) => b[1] - a[1]);
  if (best === undefined || fit < LEAST_FIT) return { value: null, raw, score: 0 };
  return { value: CODES[best[0]]!, raw, score: (best[1] / fit) * Math.min(1, fit) ** 0.25 };
}

const SENATE_CODES: Record<string, Owner> = { S: 'spouse', SP: 'spouse', DC: 'dependent', J: 'joint', JT: 'joint' };

/** The Senate's form has no owner column: filers write a code in parentheses before the asset. */
export function splitOwner(asset: string): { owner: Owner | null; asset: string } {
  const match = /^\s*[([{]?\s*(SP|S|DC|JT|J)\s*[)\]}1Il]\s*(?=\S)/i.exec(asset);
  if (match === null || !/[([{)\]}]/.test(match[0])) return { owner: null, asset: asset.trim() };
  return { owner: SENATE_CODES[match[1]!.toUpperCase()]!, asset: asset.slice(match[0].length).trim() };
}
