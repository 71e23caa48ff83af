import { expect, it } from 'vitest';
import { hasValues, heights, lonely, type Series } from './series.js';

const bars = (values: (number | null)[]): Series => ({ name: 'bars', colour: '--success', values, isBars: true });

it('stands bars on each other, and leaves lines as they are', () => {
  const line: Series = { name: 'line', colour: '--started', values: [1, null] };
  expect(heights([bars([1, 2, null]), bars([3, null, 4]), line])).toEqual([
    [1, 2, null],
    [4, null, 4],
    [1, null],
  ]);
});

it('finds values that have none beside them', () => {
  expect(lonely([1, null, 2, 3, null, 4])).toEqual([0, 5]);
  expect(lonely([0])).toEqual([0]);
  expect(lonely([])).toEqual([]);
});

it('knows whether there is anything to draw', () => {
  expect(hasValues([bars([null]), bars([0])])).toBe(true);
  expect(hasValues([bars([null])])).toBe(false);
});
