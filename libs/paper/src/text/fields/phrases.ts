/** How far a text says a phrase, from 0 to 1: the share of the phrase's letters that its likest part has in order. */
export function likenessOf(text: string, phrase: string): number {
  const [given, wanted] = [lettersOf(text), lettersOf(phrase)];
  if (wanted.length === 0 || given.length === 0) return 0;
  // Edit distance of the phrase to any part of the text: the first row is free, as the part may begin anywhere.
  let distances = Array.from({ length: given.length + 1 }, () => 0);
  for (const [row, letter] of [...wanted].entries()) {
    const next = [row + 1];
    for (let column = 1; column <= given.length; column++) {
      const other = given[column - 1]!;
      const change = letter === other ? 0 : isAlike(letter, other) ? 0.3 : 1;
      next.push(Math.min(distances[column - 1]! + change, distances[column]! + 1, next[column - 1]! + 1));
    }
    distances = next;
  }
  return Math.max(0, 1 - Math.min(...distances) / wanted.length);
}

const lettersOf = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll('+', 'T')
    .replace(/[^A-Z0-9]/g, '');

const ALIKE = ['O0QDC', 'I1LJT7', 'S5', 'B8', 'Z2', 'G6', 'NHM', 'UV', 'EF', 'PR', 'AG9'];
const isAlike = (a: string, b: string): boolean => ALIKE.some((set) => set.includes(a) && set.includes(b));

const NOTHING = ['nothing to report', 'no transactions to report', 'no transactions', 'no reportable transactions'];
/** Whole cells only: "none" is also a part of names. */
const NOTHING_ALONE = /^[^A-Z0-9]*(?:NONE|N\/A|NOTHING)[^A-Z0-9]*$/i;
const ATTACHED = ['see attached', 'see the attached', 'see attachment', 'attached list', 'see attached schedule'];

export interface Phrase {
  text: string;
  /** From 0 to 1, not calibrated. */
  score: number;
}

/** Words that settle a filing with no rows. @param texts lines of a row or of some rows, from the top */
export function readNothing(texts: readonly string[]): Phrase | null {
  const text = texts.join(' ').trim();
  if (NOTHING_ALONE.test(text)) return { text, score: 1 };
  return bestOf(text, NOTHING);
}

/** Words that say that the trades are on other sheets. */
export const readAttached = (texts: readonly string[]): Phrase | null => bestOf(texts.join(' ').trim(), ATTACHED);

const LEAST_LIKENESS = 0.72;

function bestOf(text: string, phrases: readonly string[]): Phrase | null {
  const score = Math.max(...phrases.map((phrase) => likenessOf(text, phrase)));
  return score < LEAST_LIKENESS ? null : { text, score };
}
