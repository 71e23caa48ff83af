import type { Box } from '../../image/grey-image.js';
import type { CellLine } from '../cell-lines.js';
import type { ReadLine } from '../text-recogniser.js';

export type Hand = 'typed' | 'handwritten';

/** What was found in a cell, and read from it. */
export interface WrittenCell {
  found: readonly CellLine[];
  lines: readonly ReadLine[];
}

/** Who has too little ink to tell counts as typed. */
export const handOf = (cell: WrittenCell): Hand => ((handwrittenOdds(cell) ?? -1) > 0 ? 'handwritten' : 'typed');

/**
 * How far a cell was written by hand, as log-odds: above 0 it was. Null: too little ink to tell, such as an arrow.
 *
 * A machine repeats itself: most typed letters have a twin in their line, another one whose top and bottom are level
 * with theirs. On 245 cells, with weights fitted without the document they judge, this alone is right in 99.2 %, and
 * with the sureness of the recogniser in 99.6 %.
 */
export function handwrittenOdds({ found, lines }: WrittenCell): number | null {
  const glyphs = found.flatMap((line) => line.glyphs.map((glyph) => hasTwin(glyph, line.glyphs)));
  if (glyphs.length < FEWEST_GLYPHS) return null;
  const twins = glyphs.filter(Boolean).length / glyphs.length;
  return BIAS + TWINS * twins + SURENESS * meanLogProbability(lines);
}

const FEWEST_GLYPHS = 3;
const [BIAS, TWINS, SURENESS] = [3.39, -7.51, -4.68];

const hasTwin = (glyph: Box, others: readonly Box[]): boolean =>
  others.some(
    (other) => other !== glyph && Math.abs(other.top - glyph.top) <= 1 && Math.abs(other.bottom - glyph.bottom) <= 1,
  );

function meanLogProbability(read: readonly ReadLine[]): number {
  const characters = read.flatMap((line) => line.characters).filter(({ text }) => text.trim() !== '');
  if (characters.length === 0) return 0;
  return (
    characters.reduce((sum, { probability }) => sum + Math.log(Math.max(1e-4, probability)), 0) / characters.length
  );
}
