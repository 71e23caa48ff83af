import { median } from '../../image/median.js';
import type { CellLine } from '../cell-lines.js';
import type { ReadCharacter, ReadLine } from '../text-recogniser.js';

/** The gap between two words against the height of their letters, and against the gaps between letters. */
const LEAST_OF_HEIGHT = 0.26;
const LEAST_OF_GAPS = 2.2;

/** The recogniser loses blanks in small print; the gaps between the glyphs still show them. */
export function withWordGaps(line: ReadLine, { box, picture, glyphs }: CellLine): ReadLine {
  const margin = (picture.width - (box.right - box.left)) / 2;
  const gaps = gapsOf(glyphs).map(({ middle, width }) => ({ middle: middle - box.left + margin, width }));
  if (gaps.length < 2) return line;
  const usual = median(gaps.map(({ width }) => Math.max(1, width)));
  const height = median(glyphs.map(({ top, bottom }) => bottom - top));
  const least = Math.max(height * LEAST_OF_HEIGHT, usual * LEAST_OF_GAPS);
  const characters = gaps
    .filter(({ width }) => width >= least)
    .reduce((read, { middle }) => withBlankAt(read, middle), line.characters);
  return { ...line, characters, text: characters.map(({ text }) => text).join('') };
}

function gapsOf(glyphs: CellLine['glyphs']): { middle: number; width: number }[] {
  const gaps: { middle: number; width: number }[] = [];
  let reached = glyphs[0]?.right ?? 0;
  for (const { left, right } of glyphs.slice(1)) {
    if (left > reached) gaps.push({ middle: (left + reached) / 2, width: left - reached });
    reached = Math.max(reached, right);
  }
  return gaps;
}

function withBlankAt(characters: ReadCharacter[], middle: number): ReadCharacter[] {
  const next = characters.findIndex(({ left, right }) => (left + right) / 2 > middle);
  if (next <= 0) return characters;
  const [before, after] = [characters[next - 1]!, characters[next]!];
  if (!isWordBreak(before.text, after.text)) return characters;
  const blank = { text: ' ', probability: 1, left: before.right, right: after.left };
  return [...characters.slice(0, next), blank, ...characters.slice(next)];
}

/** No blank beside another, before a full stop or comma, or within a number. */
const isWordBreak = (before: string, after: string): boolean =>
  before.trim() !== '' && !/[\s.,;:/)'’]/.test(after) && !(/[.,]/.test(before) && /\d/.test(after));
