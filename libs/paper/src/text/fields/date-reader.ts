import type { ReadLine } from '../text-recogniser.js';
import { inDate } from './date-strokes.js';
import { datesIn, type DateLimits } from './date-writings.js';
import { likelyTexts } from './likely-texts.js';

/** A day that a cell may say. */
export interface LikelyDate {
  /** YYYY-MM-DD. */
  date: string;
  /** Of all days that the cell may say. */
  share: number;
}

export interface DateReading {
  /** Null: the cell is empty, or says no day. */
  value: string | null;
  /** As read, before any interpretation. */
  raw: string;
  /** From 0 to 1, not calibrated: how far the ink is this day and no other. */
  score: number;
  likely: LikelyDate[];
  /** How much of the model's probability speaks for any day at all. */
  fit: number;
}

/** All 5 cells without ink were empty: too few to be sure. The curve of `confidence.ts` makes 0.86 of it. */
const EMPTY = 0.67;

/** @param lines of the cell, from the top */
export function readDate(lines: readonly ReadLine[], limits: DateLimits): DateReading {
  if (lines.length === 0) return { value: null, raw: '', score: EMPTY, likely: [], fit: 0 };
  const raw = lines.map(({ text }) => text).join(' ').trim(); // prettier-ignore
  const line = longest(lines);
  const shares = new Map<string, number>();
  const add = (text: string, probability: number): void => {
    for (const { date, weight } of datesIn(text, limits))
      shares.set(date, (shares.get(date) ?? 0) + probability * weight);
  };
  for (const { text, probability } of likelyTexts(line, inDate)) add(text, probability);
  // With the month's name.
  if (shares.size === 0) add(raw, certaintyOf(line));
  const fit = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const likely = [...shares].map(([date, share]) => ({ date, share: share / fit })).sort((a, b) => b.share - a.share);
  return { raw, likely, fit, ...winnerOf(likely, fit) };
}

/** Below this the ink is rather a word or a scribble than a date. */
const LEAST_FIT = 1e-3;

export function winnerOf(likely: readonly LikelyDate[], fit: number): { value: string | null; score: number } {
  const [best] = likely;
  if (best === undefined || fit < LEAST_FIT) return { value: null, score: 0 };
  return { value: best.date, score: best.share * Math.min(1, fit) ** 0.25 };
}

const longest = (lines: readonly ReadLine[]): ReadLine =>
  lines.toSorted((a, b) => b.characters.length - a.characters.length)[0]!;

const certaintyOf = ({ characters }: ReadLine): number =>
  characters.reduce((product, { probability }) => product * probability, 1);
