import { describe, expect, it } from 'vitest';
import type { SheetLayout } from '../layout/sheet-layout.js';
import { classOf, type Hands } from './scan-class.js';

const [TYPED, WRITTEN] = [
  [-4.1, -3.8],
  [5, 1.2],
];
const hands = (header: number[], assets: number[], dates: number[]): Hands => ({ header, assets, dates });
const sheet = (kind: SheetLayout['kind']): SheetLayout =>
  ({ kind, rows: [{ isEmpty: false }] }) as unknown as SheetLayout;

describe('classOf', () => {
  it.each([
    ['typed', hands(TYPED, TYPED, TYPED)],
    ['typed', hands([], [...TYPED, 2], TYPED)],
    ['handwritten', hands(WRITTEN, WRITTEN, WRITTEN)],
    // A few neat capitals.
    ['handwritten', hands(WRITTEN, [-2.3], WRITTEN)],
    ['mixed', hands(TYPED, WRITTEN, WRITTEN)],
    ['mixed', hands(TYPED, TYPED, WRITTEN)],
  ])('is %s for %j', (expected, written) => {
    expect(classOf([sheet('first')], 3, written, false)).toBe(expected);
  });

  it('is an attachment where a sheet has the filer’s own table', () => {
    expect(classOf([sheet('first'), sheet('list')], 80, hands(TYPED, TYPED, TYPED), false)).toBe('attachment');
  });

  it('is nothing where the words say so, and unknown where neither rows nor words are there', () => {
    expect(classOf([sheet('first')], 0, hands(TYPED, TYPED, []), true)).toBe('nothing');
    expect(classOf([sheet('other')], 0, hands([], [], []), false)).toBe('unknown');
  });
});
