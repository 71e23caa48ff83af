import type { Component } from '../image/components.js';
import { median } from '../image/median.js';
import type { Ink } from './ink.js';

/** Pixels; the small letters of the smallest print seen (at 200 dpi) are 8 tall. */
export const SMALLEST_LETTER = 7;
const LEAST_INK = 12;
/** Dots of letters of that height or less may have two pixels only; elsewhere these are specks. */
const SMALL_PRINT = 14;

export const heightOf = ({ box }: Component): number => box.bottom - box.top;
const widthOf = ({ box }: Component): number => box.right - box.left;

/** The ink that belongs to letters: all that is big enough, and dots near it. */
export function lettersOf({ blots, height, width }: Ink): Component[] {
  const usable = blots.filter((blot) => !isRuleRest(blot, width, height));
  const isLetter = (blot: Component): boolean => heightOf(blot) >= SMALLEST_LETTER && blot.ink >= LEAST_INK;
  const letters = usable.filter(isLetter);
  if (letters.length === 0) return [];
  const size = median(letters.map(heightOf));
  const smallest = size < SMALL_PRINT ? 2 : 4;
  return usable.filter((blot) => isLetter(blot) || (blot.ink >= smallest && isNear(blot, letters, size)));
}

const isNear = ({ box: dot }: Component, letters: readonly Component[], size: number): boolean =>
  letters.some(
    ({ box }) =>
      dot.left - box.right < size &&
      box.left - dot.right < size &&
      dot.bottom > box.top - size * 0.5 &&
      dot.top < box.bottom + size * 0.25,
  );

/** How far a ragged line of the form reaches into a cell. */
const BORDER = 12;

const MOST_OF_A_CELL = 0.6;

/** A piece of a line of the form that hangs together with no letter, or a streak of the scanner. */
function isRuleRest(blot: Component, width: number, height: number): boolean {
  const { left, top, right, bottom } = blot.box;
  const [tall, wide] = [heightOf(blot), widthOf(blot)];
  const isAtTopOrBottom = top <= 2 || bottom >= height - 2;
  const isAtSide = left <= 3 || right >= width - 3;
  const isInBorder = right <= BORDER || left >= width - BORDER;
  const flat = tall <= 5 && wide >= 12 && isAtTopOrBottom;
  const long = tall <= 6 && wide > width * 0.5;
  const upright = tall >= 3 * wide && (isAtSide || (isAtTopOrBottom && isInBorder));
  // In the tight cells of small print a letter is at the corner, too, but most of the cell tall.
  const corner = isAtSide && isAtTopOrBottom && isInBorder && tall < height * MOST_OF_A_CELL;
  return flat || long || upright || corner;
}
