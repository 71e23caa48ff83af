import { expect, it } from 'vitest';
import type { SheetLayout } from '../layout/sheet-layout.js';
import { amendmentOf } from './amendment.js';

const INITIAL = { left: 10, top: 10, right: 30, bottom: 30 };
const AMENDMENT = { left: 50, top: 10, right: 70, bottom: 30 };

it.each([
  ['the first report', [INITIAL], false],
  ['an amendment', [AMENDMENT], true],
  ['open, where neither box is ticked', [], null],
  ['an amendment to look at, where both are', [INITIAL, AMENDMENT], true],
])('is %s', (_, ticked, expected) => {
  const [width, height] = [80, 40];
  const pixels = new Uint8Array(width * height).fill(255);
  for (const box of ticked) {
    for (let at = 4; at < 16; at += 1)
      pixels.fill(0, (box.top + at) * width + box.left + at - 1, (box.top + at) * width + box.left + at + 2);
  }
  const sheet = { headerCells: { initial: INITIAL, amendment: AMENDMENT }, upright: { width, height, pixels } };
  expect(amendmentOf(sheet as unknown as SheetLayout)!.value).toBe(expected);
});

it('is unknown on a sheet without the boxes', () => {
  expect(amendmentOf({ headerCells: {} } as SheetLayout)).toBeNull();
});
