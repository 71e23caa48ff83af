import { expect, it } from 'vitest';
import type { GreyImage } from '../image/grey-image.js';
import { turn } from '../image/turn.js';
import { layOut } from './lay-out.js';
import { canvas } from '../../test/canvas.js';

const size = { width: 850, height: 1100 };

function picture(valueAt: (x: number, y: number) => number, { width, height } = size): GreyImage {
  return {
    width,
    height,
    pixels: Uint8Array.from({ length: width * height }, (_, at) => valueAt(at % width, Math.floor(at / width))),
  };
}

/** The same values in each run. */
function noise(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function sprinkled(share: number): GreyImage {
  const random = noise();
  return picture(() => (random() < share ? 0 : 255));
}

/** Soft light and a grain, as of a photo. */
function photo(): GreyImage {
  const random = noise();
  return picture(
    (x, y) => 128 + 70 * Math.sin(x / 90) * Math.cos(y / 140) + 50 * Math.sin((x + y) / 9) + 20 * random(),
  );
}

/** Names and numbers in two ruled columns. */
function telephoneList(): GreyImage {
  const { image, across, down, fill } = canvas(850, 1100);
  for (let y = 100; y <= 1000; y += 30) across(y, 100, 750);
  for (const x of [100, 250, 400, 520, 640, 748]) down(x, 100, 1002);
  for (let y = 110; y < 1000; y += 30) {
    for (const x of [110, 260, 410, 530, 650])
      for (let letter = 0; letter < 8; letter++)
        fill({ left: x + letter * 10, top: y, right: x + letter * 10 + 6, bottom: y + 12 });
  }
  return image;
}

/** As many lines as a list has, evenly spaced. */
function squares(): GreyImage {
  const { image, across, down } = canvas(850, 1100);
  for (let y = 60; y <= 1040; y += 20) across(y, 45, 807);
  for (let x = 45; x <= 805; x += 40) down(x, 60, 1042);
  return image;
}

it.each([
  ['a black sheet', picture(() => 0)],
  ['a white sheet', picture(() => 255)],
  ['a grey sheet', picture(() => 128)],
  ['a sheet with specks', sprinkled(0.02)],
  ['noise', sprinkled(0.5)],
  ['a photo', photo()],
  ['stripes', picture((_, y) => (y % 12 < 6 ? 0 : 255))],
  ['a telephone list', telephoneList()],
  ['a telephone list on its side', turn(telephoneList(), 90)],
  ['a single pixel', picture(() => 0, { width: 1, height: 1 })],
  ['a strip', picture((x) => (x % 2 ? 0 : 255), { width: 20_000, height: 10 })],
  ['a large sheet', picture(() => 255, { width: 6000, height: 2000 })],
])('finds no row on %s', (_, image) => {
  expect(layOut(image)).toMatchObject({ kind: 'other', form: null, rows: [] });
});

it('finds no trade on squared paper, though its lines may be those of an empty form', () => {
  expect(layOut(squares()).rows.filter(({ isEmpty }) => !isEmpty)).toEqual([]);
});

it('gives places of a large scan in the pixels of the scan', () => {
  const { upright } = layOut(picture(() => 255, { width: 4400, height: 10 }));
  expect([upright.width, upright.height]).toEqual([2200, 5]);
  expect(upright.toScan({ left: 10, top: 2, right: 2200, bottom: 5 })).toEqual({
    left: 20,
    top: 4,
    right: 4400,
    bottom: 10,
  });
});
