import { describe, expect, it } from 'vitest';
import type { ReadLine } from '../text-recogniser.js';
import { confidenceOf } from './confidence.js';
import { readOwner, splitOwner } from './owner-reader.js';

const line = (text: string, probability = 0.98): ReadLine => ({
  text,
  characters: [...text].map((letter, at) => ({ text: letter, probability, left: at, right: at + 1 })),
});

describe('readOwner', () => {
  it.each([
    ['SP', 'spouse'],
    ['sp', 'spouse'],
    ['DC', 'dependent'],
    ['JT', 'joint'],
    ['5P', 'spouse'],
    ['1 SP', 'spouse'],
    ['Self', 'self'],
  ])('reads %s', (text, owner) => expect(readOwner([line(text)])).toMatchObject({ value: owner, raw: text }));

  it('takes an empty cell as the filer', () => {
    const { score, ...reading } = readOwner([]);
    expect(reading).toEqual({ value: 'self', raw: '' });
    expect(confidenceOf('owner', 'typed', score)).toBeCloseTo(0.993, 2);
  });

  it.each(['NAME', 'X', '4I'])('knows no owner %s', (text) => {
    expect(readOwner([line(text)])).toMatchObject({ value: null, raw: text, score: 0 });
  });

  it('is less sure of letters that look alike', () => {
    expect(readOwner([line('5P')]).score).toBeLessThan(readOwner([line('SP')]).score);
  });
});

describe('splitOwner', () => {
  it.each([
    ['(S) MH Built to Last LLC', 'spouse', 'MH Built to Last LLC'],
    ['(DC) Apple Inc', 'dependent', 'Apple Inc'],
    ['(J)Not Fade Away LLC', 'joint', 'Not Fade Away LLC'],
    ['S&P 500 Index', null, 'S&P 500 Index'],
    ['JT Financial (SP)', null, 'JT Financial (SP)'],
  ])('%s', (text, owner, asset) => expect(splitOwner(text)).toEqual({ owner, asset }));
});
