import type { Glyph } from './pdf-glyphs.js';

/** What is smaller than this share of the first capital is a small capital (measured: 0.65 to 0.73). */
const SMALL_PER_CAPITAL = 0.85;
const LETTER = /\p{L}/u;

/**
 * Whether the characters begin with a text set in small capitals. The newer template has no character for a small
 * capital (`F\0\0\0\0\0 S\0\0\0\0\0`), only its count; the older one scrambles the case (`FILINg STaTUS`) and tells it
 * by size. So `Filing Status` matches either, and a filer's own "Filing Status:" in ordinary letters does not.
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

/** Length of the leading run "capital, small capitals, …, colon": a label, known or not; 0 where there is none. */
export function smallCapsLabelLength(glyphs: readonly Glyph[]): number {
  const capital = heightOf(glyphs[0]);
  const colon = glyphs.findIndex(({ char }) => char === ':');
  const label = glyphs.slice(0, Math.max(colon, 0));
  if (label.length < 2 || !LETTER.test(label[0]!.char)) return 0;
  const small = label.filter((glyph) => glyph.char === '\0' || isSmall(glyph, capital)).length;
  return small * 2 >= label.length ? colon : 0;
}

/** The characters from the first one that is no blank on. */
export function inkedFrom(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs[0]?.char === ' ' ? glyphs.slice(glyphs.findIndex(({ char }) => char !== ' ')) : glyphs;
}

const sameLetter = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();
const isSmall = (glyph: Glyph, capital: number): boolean => heightOf(glyph) < capital * SMALL_PER_CAPITAL;
const heightOf = (glyph: Glyph | undefined): number => (glyph ? glyph.top - glyph.bottom : 0);
