import { describe, expect, it } from 'vitest';
import { alignRows } from './row-alignment.js';

/** Rows as `asset:amount`; the looser key is the asset. */
const whole = { ofKnown: (row: string) => row, ofFound: (row: string) => row };
const asset = { ofKnown: (row: string) => row.split(':')[0]!, ofFound: (row: string) => row.split(':')[0]! };

function align(known: string, found: string) {
  const { pairs, vanished, added } = alignRows(known.split(' '), found.split(' '), [whole, asset]);
  return { pairs: pairs.map((pair) => `${pair.known}=${pair.found}`).join(' '), vanished, added };
}

describe('alignRows', () => {
  it.each([
    ['an identical reading', 'a:1 b:2', 'a:1 b:2', { pairs: 'a:1=a:1 b:2=b:2', vanished: [], added: [] }],
    ['a row found later', 'a:1 c:3', 'a:1 b:2 c:3', { pairs: 'a:1=a:1 c:3=c:3', vanished: [], added: ['b:2'] }],
    ['a row that is gone', 'a:1 b:2 c:3', 'a:1 c:3', { pairs: 'a:1=a:1 c:3=c:3', vanished: ['b:2'], added: [] }],
    [
      'one of two twins found later',
      'a:1 b:2',
      'a:1 a:1 b:2',
      { pairs: 'a:1=a:1 b:2=b:2', vanished: [], added: ['a:1'] },
    ],
    ['a corrected amount', 'a:1 b:2 c:3', 'a:1 b:9 c:3', { pairs: 'a:1=a:1 b:2=b:9 c:3=c:3', vanished: [], added: [] }],
    [
      'a corrected amount beside a row found later',
      'a:1 b:2 c:3',
      'a:1 x:7 b:9 c:3',
      { pairs: 'a:1=a:1 b:2=b:9 c:3=c:3', vanished: [], added: ['x:7'] },
    ],
    [
      'a row read differently',
      'a:1 b:2 c:3',
      'a:1 x:9 c:3',
      { pairs: 'a:1=a:1 b:2=x:9 c:3=c:3', vanished: [], added: [] },
    ],
    [
      'rows that can’t be told apart',
      'a:1 b:2 c:3',
      'a:1 x:8 y:9 c:3',
      { pairs: 'a:1=a:1 c:3=c:3', vanished: ['b:2'], added: ['x:8', 'y:9'] },
    ],
    ['the first of two twins corrected', 'a:1 a:1', 'a:2 a:1', { pairs: 'a:1=a:2 a:1=a:1', vanished: [], added: [] }],
    [
      'the first of two twins corrected before a row found later',
      'a:1 a:1',
      'a:2 a:1 b:1',
      { pairs: 'a:1=a:2 a:1=a:1', vanished: [], added: ['b:1'] },
    ],
  ])('finds %s', (_, known, found, expected) => {
    expect(align(known, found)).toEqual(expected);
  });

  it('reports all rows of a first reading as added', () => {
    expect(alignRows([], ['a', 'b'], [whole, asset])).toEqual({ pairs: [], vanished: [], added: ['a', 'b'] });
  });
});
