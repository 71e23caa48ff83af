import { expect, it } from 'vitest';
import { storable, unstorableField } from './storable.js';

const MODEST = { a: ['Jos\u00e9 \u{1F600}'], b: { c: 1, d: null, e: true } };

it('storable replaces U+0000 and lone surrogates, in strings and field names, and nothing else', () => {
  expect(storable({ 'a\0': ['x\0y', '\uD800', 'z\uDC00!'], n: 1 })).toEqual({
    'a\uFFFD': ['x\uFFFDy', '\uFFFD', 'z\uFFFD!'],
    n: 1,
  });
  const picture = new Uint8Array([0, 1]);
  expect(storable({ picture })).toEqual({ picture });
  expect(storable(MODEST)).toEqual(MODEST);
});

it('storable cuts off what is nested too deep', () => {
  let value: unknown = 'x';
  for (let i = 0; i < 10_000; i++) value = [value];
  expect(JSON.stringify(storable(value)).length).toBeLessThan(1_000);
});

it('unstorableField names the first field that can’t be stored', () => {
  expect(unstorableField(MODEST)).toBeNull();
  expect(unstorableField({ ok: 'x', changes: [{ value: 'a' }, { value: 'a\0' }] })).toBe('changes.1.value');
  expect(unstorableField({ half: '\uDBFF' })).toBe('half');
  expect(unstorableField({ 'a\0b': 1 })).toBe('a\uFFFDb');
});
