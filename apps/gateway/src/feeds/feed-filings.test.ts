import { expect, it } from 'vitest';
import { wholeFilings } from './feed-filings.js';

const filings = ['a', 'b', 'c'].map((id) => ({ id }));
const page = (nextCursor: string | null, ...filingIds: string[]): Parameters<typeof wholeFilings>[1] => ({
  items: filingIds.map((filingId) => ({ filingId })),
  nextCursor,
});
const shown = (...[nextCursor, ...ids]: Parameters<typeof page>): string =>
  wholeFilings(filings, page(nextCursor, ...ids))
    .map(({ id }) => id)
    .join('');

it('shows a filing only where all of its trades were read', () => {
  expect(shown(null, 'a', 'b')).toBe('abc');
  expect(shown('more', 'a', 'a', 'b')).toBe('a');
  // Of a filing that is not shown itself: those before it are whole.
  expect(shown('more', 'a', 'c', 'x')).toBe('abc');
  expect(shown('more', 'a', 'x')).toBe('a');
  expect(shown('more', 'a', 'a')).toBe('a');
});
