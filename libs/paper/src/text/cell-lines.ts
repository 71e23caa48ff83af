import { clip } from '../image/bitmap.js';
import type { Component } from '../image/components.js';
import { around, type Box, type GreyImage } from '../image/grey-image.js';
import { median } from '../image/median.js';
import { findInk } from './ink.js';
import { heightOf, lettersOf, SMALLEST_LETTER } from './letters.js';

/** One line of text in a cell. */
export interface CellLine {
  /** The ink alone, black on white, with a margin around it. */
  picture: GreyImage;
  /** Of the ink, on the sheet. */
  box: Box;
  /** What hangs together in the line and is as tall as a letter, on the sheet, from the left. */
  glyphs: Box[];
}

/** Pixels: no text fits into less. */
const SMALLEST_CELL = 6;

/** Separates the lines of text in a cell, from the top; none where the cell is empty. */
export function findCellLines(image: GreyImage, cell: Box): CellLine[] {
  const box = clip(cell, image);
  if (box.right - box.left < SMALLEST_CELL || box.bottom - box.top < SMALLEST_CELL) return [];
  return splitLines(lettersOf(findInk(image, box))).map((line) => cutOut(image, box, line));
}

/** Letters of one line are taller than this part of the cell's usual letter. */
const SMALL = 0.5;
/** Two lines are taller than this many letters. */
const TWO_LINES = 1.8;
/** Of the fullest row of pixels: what a row between two lines holds at most. */
const NEARLY_EMPTY = 0.2;

/** Lines of a cell are told apart by the rows of pixels between them that hold little ink. */
function splitLines(letters: Component[]): Component[][] {
  if (letters.length === 0) return [];
  const size = median(letters.filter((letter) => heightOf(letter) >= SMALLEST_LETTER).map(heightOf));
  const { top, bottom } = around(letters.map(({ box }) => box));
  if (bottom - top < size * TWO_LINES) return [fromTheLeft(letters)];
  const ink = new Float64Array(bottom - top);
  for (const { box } of letters) {
    for (let y = box.top; y < box.bottom; y++) ink[y - top]! += box.right - box.left;
  }
  const cuts = valleys(ink, size, Math.max(...ink) * NEARLY_EMPTY).map((y) => y + top);
  const lines: Component[][] = Array.from({ length: cuts.length + 1 }, () => []);
  for (const letter of letters) {
    const middle = (letter.box.top + letter.box.bottom) / 2;
    lines[cuts.filter((cut) => middle > cut).length]!.push(letter);
  }
  return lines.filter((line) => line.some((letter) => heightOf(letter) >= size * SMALL)).map(fromTheLeft);
}

/** Where to cut: the middle of each stretch of nearly empty rows that has room for letters on both sides. */
function valleys(ink: Float64Array, size: number, most: number): number[] {
  const cuts: number[] = [];
  const room = size * 0.6;
  for (let y = 0; y < ink.length; y++) {
    if (ink[y]! > most) continue;
    let end = y;
    while (end + 1 < ink.length && ink[end + 1]! <= most) end++;
    const middle = Math.round((y + end) / 2);
    if (middle - (cuts.at(-1) ?? 0) >= room && ink.length - middle >= room) cuts.push(middle);
    y = end;
  }
  return cuts;
}

/** Of the line's height: the paper around it, as in the pictures that the recogniser learned from. */
const MARGIN = 0.15;

function cutOut(image: GreyImage, cell: Box, line: Component[]): CellLine {
  const ink = around(line.map(({ box }) => box));
  const margin = Math.max(2, Math.round((ink.bottom - ink.top) * MARGIN));
  const [width, height] = [ink.right - ink.left + 2 * margin, ink.bottom - ink.top + 2 * margin];
  const pixels = new Uint8Array(width * height).fill(255);
  for (const { at, start, end } of line.flatMap(({ runs }) => runs)) {
    const from = (cell.top + at) * image.width + cell.left;
    pixels.set(
      image.pixels.subarray(from + start, from + end),
      (at - ink.top + margin) * width + start - ink.left + margin,
    );
  }
  const onSheet = ({ left, top, right, bottom }: Box): Box => ({
    left: cell.left + left,
    top: cell.top + top,
    right: cell.left + right,
    bottom: cell.top + bottom,
  });
  const glyphs = line.filter((letter) => heightOf(letter) >= SMALLEST_LETTER).map(({ box }) => onSheet(box));
  return { picture: { width, height, pixels }, box: onSheet(ink), glyphs };
}

const fromTheLeft = (letters: Component[]): Component[] => letters.toSorted((a, b) => a.box.left - b.box.left);
