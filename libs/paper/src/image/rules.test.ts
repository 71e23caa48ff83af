import { describe, expect, it } from 'vitest';
import { binarise } from './binarise.js';
import { InkCounts } from './bitmap.js';
import { findRules } from './rules.js';
import { skewOf, straighten } from './skew.js';
import { levelled, uprightSheet } from './upright.js';
import { canvas } from '../../test/canvas.js';

/** A table of two by three cells. */
function table() {
  const drawn = canvas(1000, 700);
  for (const y of [100, 300, 500]) drawn.across(y, 100, 902);
  for (const x of [100, 300, 600, 900]) drawn.down(x, 100, 502);
  return drawn;
}

describe('findRules', () => {
  it('finds the lines of a table, and where their middles are', () => {
    const { horizontal, vertical } = findRules(binarise(table().image));
    expect(horizontal.map(({ middle, start, end }) => [middle, start, end])).toEqual([
      [101, 100, 902],
      [301, 100, 902],
      [501, 100, 902],
    ]);
    expect(vertical.map(({ middle }) => middle)).toEqual([101, 301, 601, 901]);
    expect(horizontal.map(({ thickness, coverage }) => [thickness, coverage])).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
  });

  it('joins a broken line, and parts two lines with a wide gap', () => {
    const { image, across } = canvas(1000, 700);
    for (let x = 100; x < 900; x += 20) across(200, x, x + 15);
    across(400, 100, 300);
    across(400, 400, 600);
    const { horizontal } = findRules(binarise(image));
    expect(horizontal.map(({ start, end }) => [start, end])).toEqual([
      [100, 895],
      [100, 300],
      [400, 600],
    ]);
    expect(horizontal[0]!.coverage).toBeCloseTo(0.755, 2);
  });

  it('takes neither a bar nor small boxes in a row for a line', () => {
    const { image, fill, frame } = canvas(1000, 700);
    fill({ left: 100, top: 100, right: 800, bottom: 140 });
    for (let left = 100; left < 900; left += 60) frame({ left, top: 300, right: left + 30, bottom: 330 });
    expect(findRules(binarise(image))).toEqual({ horizontal: [], vertical: [] });
  });
});

describe('skew', () => {
  it.each([-1.2, -0.3, 0.5, 1])('is measured and undone: %s degrees', (degrees) => {
    const skewed = straighten(table().image, degrees);
    const skew = skewOf(findRules(binarise(skewed)), skewed);
    expect(skew).toBeCloseTo(degrees, 1);
    const level = findRules(binarise(levelled(skewed, skew)));
    expect(level.horizontal).toHaveLength(3);
    for (const { slope } of level.horizontal) expect(Math.abs(slope)).toBeLessThan(0.001);
  });

  it('a blank sheet has none', () => {
    const { image } = canvas(300, 200);
    expect(skewOf(findRules(binarise(image)), image)).toBe(0);
  });
});

describe('uprightSheet', () => {
  it('leads a box back to the scan, through the turn and the skew', () => {
    const { image, fill } = table();
    const mark = { left: 400, top: 350, right: 420, bottom: 370 };
    fill(mark);
    const skewed = straighten(image, 0.8);
    const sheet = uprightSheet(levelled(skewed, 0.8), 270);
    const upright = { left: mark.top, right: mark.bottom, top: 1000 - mark.right, bottom: 1000 - mark.left };
    expect(new InkCounts(binarise(sheet)).in(upright)).toBeGreaterThan(360);
    const back = sheet.toScan(upright);
    expect(new InkCounts(binarise(skewed)).in(back)).toBeGreaterThan(390);
    expect(back.right - back.left).toBeLessThan(22);
    expect([sheet.rotation, sheet.skew]).toEqual([270, -0.8]);
  });
});
