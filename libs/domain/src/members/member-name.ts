/** A name cut into comparable words, the surname last: `Hon. Garland "Andy" Barr` → garland, andy, barr. */
export interface NameWords {
  words: string[];
  /** `jr`, `sr`, `ii`, `iii`, `iv`. */
  suffix: string | null;
}

/** Seen before, among and after given names: "James E Hon Banks", "Neal Patrick MD, Facs Dunn". */
const TITLES = new Set(
  'hon honorable mr mrs ms miss dr md facs dds dvm phd esq senator representative congressman congresswoman'.split(' '),
);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const MARKS = /\p{M}/gu;
/** They join what they stand between (O'Rourke); hyphens, periods and double quotes part it. */
const APOSTROPHES = /['’‘`´]/g;
const INITIALS = /(?<=^| )([a-z]) (?=[a-z](?: |$))/g;

/**
 * Reads a name without its title, case, diacritics and punctuation. Initials side by side become one word, so that
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

/** Surnames compare without their gaps: `De La Cruz`, `DelaCruz`; `Ocasio-Cortez`, `Ocasio Cortez`. */
export const joined = (words: string[]): string => words.join('');
