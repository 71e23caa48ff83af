import { expect, it } from 'vitest';
import { byTier, itAll, TESTS_ALL } from './tiers.js';

let ran = false;
itAll('a test of the second tier', () => {
  ran = true;
  expect(TESTS_ALL).toBe(true);
});

it('registers tests of the second tier only there', () => {
  expect(ran).toBe(TESTS_ALL);
  expect(byTier({ enough: 1, all: 100 })).toBe(TESTS_ALL ? 100 : 1);
});
