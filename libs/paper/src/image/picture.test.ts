import { describe, expect, it } from 'vitest';
import { binarise } from './binarise.js';
import { InkCounts } from './bitmap.js';
import { componentsOf, despeckle } from './components.js';
import { crop, scale } from './crop.js';
import { ROTATIONS } from './grey-image.js';
import { turn, turnBox } from './turn.js';
import { canvas } from '../../test/canvas.js';

describe('binarise', () => {
  it('keeps the pixels of a scan of one bit', () => {
    const { image, fill } = canvas(40, 30);
    fill({ left: 5, top: 5, right: 9, bottom: 8 });
    expect(binarise(image).ink.reduce((sum, ink) => sum + ink, 0)).toBe(12);
  });

  it('finds pale writing on paper that grows darker to one side, and all of a black area', () => {
    const { image, fill } = canvas(400, 100);
    for (let at = 0; at < image.pixels.length; at++) image.pixels[at] = 255 - Math.round((at % 400) / 8);
    fill({ left: 20, top: 10, right: 60, bottom: 90 }, 10);
    fill({ left: 100, top: 40, right: 140, bottom: 43 }, 150);
    fill({ left: 350, top: 40, right: 390, bottom: 43 }, 130);
    const ink = new InkCounts(binarise(image));
    expect(ink.in({ left: 20, top: 10, right: 60, bottom: 90 })).toBe(40 * 80);
    expect(ink.in({ left: 100, top: 40, right: 140, bottom: 43 })).toBe(120);
    expect(ink.in({ left: 350, top: 40, right: 390, bottom: 43 })).toBe(120);
    expect(ink.in({ left: 0, top: 0, right: 400, bottom: 100 })).toBe(40 * 80 + 240);
  });
});

describe('componentsOf', () => {
  it('finds each piece of ink, also one that two arms join only at the foot', () => {
    const { image, fill } = canvas(60, 40);
    fill({ left: 5, top: 5, right: 8, bottom: 30 });
    fill({ left: 20, top: 5, right: 23, bottom: 30 });
    fill({ left: 5, top: 30, right: 23, bottom: 32 });
    fill({ left: 40, top: 10, right: 42, bottom: 12 });
    const found = componentsOf(binarise(image)).map(({ box, ink }) => ({ ...box, ink }));
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({ left: 5, top: 5, right: 23, bottom: 32, ink: 2 * 75 + 36 });
    expect(found).toContainEqual({ left: 40, top: 10, right: 42, bottom: 12, ink: 4 });
  });

  it('joins pieces that touch at a corner', () => {
    const { image, fill } = canvas(20, 20);
    fill({ left: 5, top: 5, right: 7, bottom: 7 });
    fill({ left: 7, top: 7, right: 9, bottom: 9 });
    expect(componentsOf(binarise(image))).toHaveLength(1);
  });

  it('despeckle removes specks alone', () => {
    const { image, fill } = canvas(20, 20);
    fill({ left: 5, top: 5, right: 7, bottom: 7 });
    fill({ left: 12, top: 12, right: 18, bottom: 13 });
    const clean = new InkCounts(despeckle(binarise(image), 4));
    expect(clean.in({ left: 0, top: 0, right: 20, bottom: 20 })).toBe(6);
  });
});

describe('turn', () => {
  it.each(ROTATIONS)('by %s degrees moves ink where turnBox says', (rotation) => {
    const { image, fill } = canvas(30, 20);
    const box = { left: 3, top: 5, right: 10, bottom: 7 };
    fill(box);
    const turned = turn(image, rotation);
    expect(new InkCounts(binarise(turned)).in(turnBox(box, rotation, image))).toBe(14);
  });

  it('by 90 degrees is clockwise', () => {
    expect(turnBox({ left: 0, top: 0, right: 1, bottom: 1 }, 90, { width: 30, height: 20 })).toEqual({
      ...{ left: 19, top: 0, right: 20, bottom: 1 },
    });
  });
});

describe('crop and scale', () => {
  it('cuts off what lies outside of the picture', () => {
    const { image, fill } = canvas(30, 20);
    fill({ left: 28, top: 18, right: 30, bottom: 20 });
    const part = crop(image, { left: 26, top: 16, right: 40, bottom: 40 });
    expect([part.width, part.height]).toEqual([4, 4]);
    expect(part.pixels.filter((pixel) => pixel === 0)).toHaveLength(4);
  });

  it('keeps the mean grey when a picture shrinks or grows', () => {
    const { image, fill } = canvas(40, 40);
    fill({ left: 0, top: 0, right: 20, bottom: 40 });
    for (const size of [10, 100]) {
      const { pixels } = scale(image, size, size);
      const mean = pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length;
      expect(mean).toBeCloseTo(127.5, 0);
      expect([pixels[0], pixels.at(-1)]).toEqual([0, 255]);
    }
  });
});
