import { expect, it } from 'vitest';
import { readWorkerCounts } from './worker-counts.js';

it.each([
  ['house=2', { house: 2, senate: 1 }],
  ['house=0, senate=3', { house: 0, senate: 3 }],
])('reads %s', (text, counts) => {
  expect(readWorkerCounts(text)).toEqual(counts);
});

it.each(['', '2', 'house', 'house=', 'house=-1', 'house=21', 'house=1.5', 'mars=1', 'house=1,house=2', 'house=1,'])(
  'refuses "%s"',
  (text) => expect(readWorkerCounts(text)).toBeNull(),
);
