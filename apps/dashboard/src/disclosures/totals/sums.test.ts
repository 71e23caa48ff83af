import { expect, it } from 'vitest';
import { boundsText, lackText } from './sums.js';

const sums = (trades: number, amount_min: number, amount_max: number, open_ended = 0, unknown_amounts = 0) => ({
  ...{ trades, amount_min, amount_max, open_ended, unknown_amounts },
});

it.each([
  [sums(0, 0, 0), 'none', null],
  [sums(2, 2_002, 30_000), '$2,002 – $30,000', null],
  [sums(1, 500, 500), '$500', null],
  [sums(2, 50_001_001, 15_000, 1), 'over $50,001,001', '1 trade without an upper end'],
  [sums(2, 0, 0, 0, 2), 'unknown', '2 trades of an unknown amount'],
  [sums(2, 1_001, 15_000, 0, 1), '$1,001 – $15,000, and what is unknown', '1 trade of an unknown amount'],
])('says what %j come to, and what is not known of it', (given, bounds, lack) => {
  expect([boundsText(given), lackText(given)]).toEqual([bounds, lack]);
});
