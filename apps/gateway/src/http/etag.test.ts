import { expect, it } from 'vitest';
import { etagOf, hasIt } from './etag.js';

it('tells bodies apart, and texts and their bytes not', () => {
  expect(etagOf('{"a":1}')).toBe(etagOf(Buffer.from('{"a":1}')));
  expect(etagOf('{"a":1}')).not.toBe(etagOf('{"a":2}'));
  expect(etagOf('é')).toMatch(/^W\/"[\w-]{22}"$/);
});

it.each([
  ['W/"a"', 'W/"a"', true],
  ['"a"', 'W/"a"', true],
  ['W/"a"', '"a"', true],
  ['"b" , W/"a"', 'W/"a"', true],
  ['*', 'W/"a"', true],
  ['"A"', 'W/"a"', false],
  ['a', 'W/"a"', false],
  ['', 'W/"a"', false],
  [undefined, 'W/"a"', false],
])('If-None-Match: %s names %s: %s', (header, etag, known) => {
  expect(hasIt(header, etag)).toBe(known);
});
