import { expect, it } from 'vitest';
import { drawReading } from './draw-reading.js';
import type { RgbPicture } from './rgb-picture.js';
import type { RowLayout, SheetLayout } from '../layout/sheet-layout.js';
import { canvas } from '../../test/canvas.js';

const { image, fill } = canvas(200, 100);
fill({ left: 120, top: 40, right: 124, bottom: 44 });

const box = (left: number, right: number) => ({ left, top: 30, right, bottom: 50 });
const row: RowLayout = {
  box: box(10, 190),
  cells: { owner: null, asset: box(10, 60), tradedOn: box(60, 100), notifiedOn: null },
  type: { value: 'sale', confidence: 1, box: box(110, 130) },
  amount: { value: null, confidence: 0.5, box: box(140, 180) },
  isEmpty: false,
  isHeading: false,
};
const sheet: SheetLayout = {
  upright: { ...image, rotation: 0, skew: 0, toScan: (same) => same },
  kind: 'list',
  form: null,
  headerCells: { name: { left: 10, top: 5, right: 60, bottom: 20 } },
  rows: [row],
};

const at = ({ width, pixels }: RgbPicture, x: number, y: number) => [...pixels.slice((y * width + x) * 3).slice(0, 3)];

it('draws sure and doubtful marks over the sheet, and keeps its ink', () => {
  const picture = drawReading(sheet, [{ box: { left: 0, top: 90, right: 250, bottom: 400 }, tone: 'doubtful' }]);
  expect([picture.width, picture.height, picture.pixels.length]).toEqual([200, 100, 60_000]);
  expect(at(picture, 110, 40)).toEqual([0, 160, 60]);
  expect(at(picture, 115, 40)).toEqual([190, 245, 200]);
  expect(at(picture, 122, 42)).toEqual([0, 0, 0]);
  expect(at(picture, 140, 40)).toEqual([225, 90, 0]);
  expect(at(picture, 10, 10)).toEqual([60, 120, 220]);
  expect(at(picture, 199, 95)).toEqual([225, 90, 0]);
  expect(at(picture, 195, 70)).toEqual([255, 255, 255]);
});

it('draws no mark on an empty row', () => {
  const picture = drawReading({ ...sheet, rows: [{ ...row, isEmpty: true }] });
  expect(at(picture, 115, 40)).toEqual([255, 255, 255]);
});
