import { expect, it } from 'vitest';
import { sparkPath } from './spark-path.js';

it('draws values from the ground up, with holes', () => {
  expect(sparkPath([0, 2, null, 4, null, 1, 4], 60, 8)).toEqual({
    line: 'M0 8L10 4M50 6L60 0',
    dots: 'M30 0h0',
    area: 'M0 8L0 8L10 4L10 8ZM50 8L50 6L60 0L60 8Z',
  });
});

it('draws nothing of nothing, and of zeros', () => {
  const nothing = { line: '', dots: '', area: '' };
  for (const values of [[], [null], [0, 0]]) expect(sparkPath(values, 60, 8)).toEqual(nothing);
});
