import { describe, expect, it } from 'vitest';
import type { Box, GreyImage } from '../image/grey-image.js';
import { findCellLines } from './cell-lines.js';
import { handOf, handwrittenOdds } from './fields/hand.js';

/** A sheet with a cell in its middle; ink is drawn as filled boxes of the sheet. */
function sheetWith(...ink: Box[]): GreyImage {
  const image = { width: 320, height: 120, pixels: new Uint8Array(320 * 120).fill(255) };
  for (const { left, top, right, bottom } of ink) {
    for (let y = top; y < bottom; y++) image.pixels.fill(0, y * 320 + left, y * 320 + right);
  }
  return image;
}

const CELL: Box = { left: 20, top: 20, right: 300, bottom: 100 };
const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
/** Letters as boxes, each 10 wide and 18 tall. */
const letters = (count: number, top: number, left = 60): Box[] =>
  Array.from({ length: count }, (_, at) => box(left + at * 14, top, 10, 18));
const linesOf = (...ink: Box[]): Box[] => findCellLines(sheetWith(...ink), CELL).map((line) => line.box);

describe('findCellLines', () => {
  it('finds one line, and gives its ink with a margin of paper', () => {
    const [line, ...others] = findCellLines(sheetWith(...letters(5, 50)), CELL);
    expect(others).toEqual([]);
    expect(line!.box).toEqual(box(60, 50, 66, 18));
    expect(line!.picture).toMatchObject({ width: 66 + 6, height: 18 + 6 });
    expect(line!.picture.pixels.filter((pixel) => pixel === 0)).toHaveLength(5 * 180);
    expect(line!.glyphs).toEqual(letters(5, 50));
  });

  it('separates two lines, from the top', () => {
    expect(linesOf(...letters(4, 32), ...letters(6, 62))).toEqual([box(60, 32, 52, 18), box(60, 62, 80, 18)]);
  });

  it('keeps a line together whose letters hang over it', () => {
    expect(linesOf(...letters(4, 40), box(120, 40, 8, 28))).toHaveLength(1);
  });

  it('keeps the dots of letters and drops specks', () => {
    const dot = box(133, 64, 3, 3);
    expect(linesOf(...letters(5, 50), dot, box(250, 30, 3, 3))).toEqual([box(60, 50, 76, 18)]);
  });

  it('leaves out the lines of the form that reach into the cell', () => {
    const rests = [box(20, 20, 280, 4), box(20, 20, 3, 80), box(297, 60, 3, 30), box(200, 97, 40, 3)];
    expect(linesOf(...letters(5, 50), ...rests)).toEqual([box(60, 50, 66, 18)]);
    expect(linesOf(...rests)).toEqual([]);
  });

  it('finds nothing on paper, in too small a cell, and beside the sheet', () => {
    expect(linesOf()).toEqual([]);
    const sheet = sheetWith(...letters(5, 50));
    expect(findCellLines(sheet, box(60, 50, 4, 4))).toEqual([]);
    expect(findCellLines(sheet, box(400, 200, 50, 50))).toEqual([]);
  });
});

describe('handOf', () => {
  const read = (probability: number) => [
    { text: 'x', characters: [{ text: 'x', probability, left: 0, right: 1 }] }, // prettier-ignore
  ];

  it('takes letters that repeat each other for typed, others for written by hand', () => {
    const typed = findCellLines(sheetWith(...letters(6, 50)), CELL);
    const uneven = [0, 1, 2, 3, 4, 5].map((at) => box(60 + at * 14, 50 - at * 2, 10, 18 + at * 3));
    const written = findCellLines(sheetWith(...uneven), CELL);
    expect(handOf({ found: typed, lines: read(0.98) })).toBe('typed');
    expect(handOf({ found: written, lines: read(0.5) })).toBe('handwritten');
  });

  it('does not judge an arrow', () => {
    expect(handwrittenOdds({ found: findCellLines(sheetWith(box(60, 40, 8, 50)), CELL), lines: read(0.4) })).toBeNull();
  });
});
