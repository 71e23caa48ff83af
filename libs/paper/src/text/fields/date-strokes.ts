import type { Meaning } from './likely-texts.js';

/** What letters and strokes mean in a cell that holds a date, with the share of their probability; '' is nothing. */
const STROKES: readonly [options: string, ...means: (readonly [text: string, share: number])[]][] = [
  ['OoDQ〇', ['0', 0.8]],
  ['lIi!|丨｜', ['1', 0.5], ['/', 0.4], ['', 0.2]], // prettier-ignore
  ['Zz', ['2', 0.7]],
  ['A', ['4', 0.4]],
  ['Ss', ['5', 0.7]],
  ['b', ['6', 0.7]],
  ['T', ['7', 0.4]],
  ['B', ['8', 0.7]],
  ['gq', ['9', 0.6]],
  // A slash of a bad print is read as a 1 or a 7, and the other way round.
  ['1', ['1', 1], ['/', 0.05]], // prettier-ignore
  ['7', ['7', 1], ['/', 0.02]], // prettier-ignore
  ['/', ['/', 1], ['1', 0.05]], // prettier-ignore
  ['\\／', ['/', 0.8]],
  ['.,', ['.', 0.9], ['', 0.3]], // prettier-ignore
  ['-–—一·:', ['-', 0.9], ['', 0.3]], // prettier-ignore
];
/** Any other mark is dirt, or the cell holds no date. */
const STRAY = [['', 0.3]] as const;

const MEANINGS = new Map(STROKES.flatMap(([options, ...means]) => [...options].map((option) => [option, means])));

export const inDate: Meaning = (option) => MEANINGS.get(option) ?? (/^\d$/.test(option) ? [[option, 1]] : STRAY);
