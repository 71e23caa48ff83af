import { expect, it } from 'vitest';
import { isBackfill } from './backfill.js';

const NOON = new Date('2026-06-12T12:00:00Z');

it.each([
  ['2026-06-12', false],
  ['2026-06-05', false],
  ['2026-06-04', true],
  [null, true],
])('a filing of %s, seen on 2026-06-12: %s', (filedOn, expected) => {
  expect(isBackfill(filedOn, NOON)).toBe(expected);
});

it('counts the days of the sites’ calendar', () => {
  expect(isBackfill('2026-06-04', new Date('2026-06-12T03:59:00Z'))).toBe(false);
});
