import type { Glyph } from '../pdf/pdf-glyphs.js';
import type { PdfPage } from '../pdf/pdf-text.js';
import { textOf } from '../pdf/text-lines.js';

/**
 * The older template's fonts name some capitals as small letters ("amazon.com (aMZN)"): a small capital of a label has
 * the same shape as the capital, only smaller, and a shape has one name per document, whichever was used last. The
 * *drawn* letter is still a capital, and its height shows it: letters that the font names as capitals give the height,
 * and the other letters of that height are capitals too.
 *
 * Heights of the ink above the baseline, as shares of the font's height, on the 22 documents of that template (regular
 * Georgia): capitals 0.56, round ones up to 0.58; small letters 0.38 to 0.41, `t` 0.51, `bdfhijkl` 0.60 to 0.61.
 */
const FLAT_CAPITALS = /^[BDEFHIKLPRTZ]$/;
/** Small letters as high as a capital, or nearly; their capitals are all flat ones. */
const TALL = /^[bdfhijklt]$/;
/** How far the heights of two such letters may differ. */
const SAME_HEIGHT = 0.01;
/** How far below a flat capital a short letter's capital, which may be round, may be. */
const BELOW_CAPITAL = 0.05;
const SMALL_LETTER = /^[a-z]$/;

/** The height of a capital by font, as a share of the font's height; only fonts whose shapes were measured. */
export type CapitalHeights = ReadonlyMap<string, number>;

export function capitalHeights(pages: readonly PdfPage[]): CapitalHeights {
  const heights = new Map<string, number>();
  for (const { glyphs } of pages) {
    for (const glyph of glyphs) {
      if (glyph.inkTop === null || !FLAT_CAPITALS.test(glyph.char)) continue;
      heights.set(glyph.font, Math.max(heightOf(glyph, glyph.inkTop), heights.get(glyph.font) ?? 0));
    }
  }
  return heights;
}

/** The text in its drawn case; null where that is unknown. */
export function drawnTextOf(glyphs: readonly Glyph[], capitals: CapitalHeights): string | null {
  const drawn: Glyph[] = [];
  for (const glyph of glyphs) {
    if (SMALL_LETTER.test(glyph.char)) {
      const capital = capitals.get(glyph.font);
      if (glyph.inkTop === null || capital === undefined) return null;
      drawn.push(isCapital(glyph.char, heightOf(glyph, glyph.inkTop), capital) ? upperCase(glyph) : glyph);
    } else drawn.push(glyph);
  }
  return textOf(drawn);
}

const isCapital = (char: string, height: number, capital: number): boolean =>
  TALL.test(char) ? Math.abs(height - capital) < SAME_HEIGHT : height > capital - BELOW_CAPITAL;

const heightOf = ({ baseline, top, bottom }: Glyph, inkTop: number): number => (inkTop - baseline) / (top - bottom);

function upperCase({ char, left, right, bottom, top, baseline, inkTop, font }: Glyph): Glyph {
  return { char: char.toUpperCase(), left, right, bottom, top, baseline, inkTop, font };
}
