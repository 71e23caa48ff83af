import type { Glyph } from './pdf-glyphs.js';
import type { PdfPage } from './pdf-text.js';

/** Characters on one baseline, from left to right. */
export interface TextLine {
  /** From 1. */
  page: number;
  baseline: number;
  left: number;
  /** Font height, in points, of the first letter or digit: symbols may come from a font of another height. */
  height: number;
  isBold: boolean;
  glyphs: Glyph[];
}

/** Lines of a table are 10 points apart; characters of one line agree within a fraction of a point. */
const BASELINE_TOLERANCE = 1.5;
/** A wider gap separates words even without a space (a space of the form's font is 0.2 of the height). */
const WORD_GAP_PER_HEIGHT = 0.15;
const LETTER_OR_DIGIT = /[\p{L}\p{N}$]/u;
/** The older template draws its boxes with this font; its characters are not text. */
const SYMBOL_FONT = /(?:^|\+)Marlett/i;
const BOLD_FONT = /bold/i;

export const isSymbol = ({ font }: Glyph): boolean => SYMBOL_FONT.test(font);

/** The lines of a page from top to bottom, without symbols. PDFium's own order puts reprinted headers last. */
export function linesOf(page: PdfPage): TextLine[] {
  const symbolFonts = new Set([...fontsOf(page)].filter((font) => SYMBOL_FONT.test(font)));
  const text = page.glyphs.filter(({ font }) => !symbolFonts.has(font)).sort((a, b) => b.baseline - a.baseline);
  const lines: Glyph[][] = [];
  for (const glyph of text) {
    const line = lines.at(-1);
    if (line && line[0]!.baseline - glyph.baseline <= BASELINE_TOLERANCE) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.filter((glyphs) => glyphs.some(isInked)).map((glyphs) => lineOf(page.number, glyphs));
}

function fontsOf({ glyphs }: PdfPage): Set<string> {
  const fonts = new Set<string>();
  for (const { font } of glyphs) fonts.add(font);
  return fonts;
}

function lineOf(page: number, unordered: Glyph[]): TextLine {
  const glyphs = unordered.sort((a, b) => a.left - b.left);
  const inked = glyphs.find(isInked)!;
  const first = glyphs.find((glyph) => isInked(glyph) && LETTER_OR_DIGIT.test(glyph.char)) ?? inked;
  return {
    page,
    baseline: first.baseline,
    left: inked.left,
    height: first.top - first.bottom,
    isBold: BOLD_FONT.test(first.font),
    glyphs,
  };
}

/** Runs of characters without a space or a gap between them. */
export function wordsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  let previous: Glyph | undefined;
  for (const glyph of glyphs) {
    if (isInked(glyph)) {
      if (beginsWord(glyph, previous)) words.push([glyph]);
      else words.at(-1)!.push(glyph);
    }
    previous = glyph;
  }
  return words;
}

/** The text with single spaces; U+FFFD for a character that the font does not name. */
export function textOf(glyphs: readonly Glyph[]): string {
  let text = '';
  let previous: Glyph | undefined;
  for (const glyph of glyphs) {
    if (isInked(glyph)) {
      if (text !== '' && beginsWord(glyph, previous)) text += ' ';
      text += glyph.char === '\0' ? '\uFFFD' : glyph.char;
    }
    previous = glyph;
  }
  return text;
}

const isInked = ({ char }: Glyph): boolean => char !== ' ' && char.trim() !== '';

const beginsWord = (glyph: Glyph, previous: Glyph | undefined): boolean =>
  previous === undefined || !isInked(previous) || isGap(previous, glyph);

const isGap = (left: Glyph, right: Glyph): boolean =>
  right.left - left.right > (left.top - left.bottom) * WORD_GAP_PER_HEIGHT;

/**
 * Joins the lines of a cell where the browser that printed the form broke them: at a space, or after a hyphen within a
 * word (`Non-` / `Cumulative`).
 */
export function joinWrapped(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== '')
    .reduce((text, line) => (text === '' || /\S-$/.test(text) ? text + line : `${text} ${line}`), '');
}
