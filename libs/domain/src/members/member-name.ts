/** A name split into comparable words, the surname last: `Hon. Garland "Andy" Barr` → garland, andy, barr. */
export interface NameWords {
  words: string[];
  /** `jr`, `sr`, `ii`, `iii`, `iv`. */
  suffix: string | null;
}

/** Seen before, between and after given names: "James E Hon Banks", "Neal Patrick MD, Facs Dunn". */
const TITLES = new Set(
  'hon honorable mr mrs ms miss dr md facs dds dvm phd esq senator representative congressman congresswoman'.split(' '),
);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const MARKS = /\p{M}/gu;
/** Removed without a gap (O'Rourke → orourke); hyphens, periods and double quotes separate words. */
const APOSTROPHES = /['’‘`´]/g;
const INITIALS = /(?<=^| )([a-z]) (?=[a-z](?: |$))/g;

/**
 * Reads a name without title, case, diacritics and punctuation. Neighbouring initials become one word, so that
 * `J. D.`, `J.D.` and `JD` are the same.
 */
export function readName(raw: string): NameWords {
  const folded = raw.normalize('NFKD').replaceAll(MARKS, '').replaceAll(APOSTROPHES, '').toLowerCase();
  const words = folded
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
    .replaceAll(INITIALS, '$1')
    .split(' ')
    .filter((word) => word !== '' && !TITLES.has(word));
  const suffix = words.length > 1 && SUFFIXES.has(words.at(-1)!) ? words.pop()! : null;
  return { words, suffix };
}

/** Surnames are compared without gaps: `De La Cruz`, `DelaCruz`; `Ocasio-Cortez`, `Ocasio Cortez`. */
export const joined = (words: string[]): string => words.join('');
