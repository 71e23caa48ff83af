import type { Glyph } from './pdf-glyphs.js';

/** A character below this share of the first capital's height is a small capital (measured: 0.65 to 0.73). */
const SMALL_PER_CAPITAL = 0.85;
const LETTER = /\p{L}/u;

/**
 * Whether the characters begin with a text in small capitals. The newer template does not name its small capitals
 * (`F\0\0\0\0\0 S\0\0\0\0\0`), so only their number is known; the older one scrambles their case (`FILINg STaTUS`), so
 * their size tells. `Filing Status` matches either, but not a filer's own "Filing Status:" in ordinary letters.
 */
export function beginsWithSmallCaps(glyphs: readonly Glyph[], text: string): boolean {
  if (glyphs.length < text.length) return false;
  const capital = heightOf(glyphs[0]);
  for (let index = 0; index < text.length; index += 1) {
    if (!matches(glyphs[index]!, text[index]!, capital)) return false;
  }
  return true;
}

function matches(glyph: Glyph, expected: string, capital: number): boolean {
  if (expected === expected.toLowerCase() && LETTER.test(expected)) {
    return glyph.char === '\0' || (isSmall(glyph, capital) && sameLetter(glyph.char, expected));
  }
  return sameLetter(glyph.char, expected);
}

/**
 * Length of a leading run "capital, small capitals, …, colon", i.e. of a label, known or not; 0 where there is none.
 */
export function smallCapsLabelLength(glyphs: readonly Glyph[]): number {
  const capital = heightOf(glyphs[0]);
  const colon = glyphs.findIndex(({ char }) => char === ':');
  const label = glyphs.slice(0, Math.max(colon, 0));
  if (label.length < 2 || !LETTER.test(label[0]!.char)) return 0;
  const small = label.filter((glyph) => glyph.char === '\0' || isSmall(glyph, capital)).length;
  return small * 2 >= label.length ? colon : 0;
}

/** The characters without leading blanks. */
export function inkedFrom(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs[0]?.char === ' ' ? glyphs.slice(glyphs.findIndex(({ char }) => char !== ' ')) : glyphs;
}

const sameLetter = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();
const isSmall = (glyph: Glyph, capital: number): boolean => heightOf(glyph) < capital * SMALL_PER_CAPITAL;
const heightOf = (glyph: Glyph | undefined): number => (glyph ? glyph.top - glyph.bottom : 0);
