import { describe, expect, it } from 'vitest';
import type { ReadLine } from '../text-recogniser.js';
import { readAsset } from './asset-reader.js';

const line = (text: string, probability = 0.99): ReadLine => ({
  text,
  characters: [...text].map((letter, at) => ({ text: letter, probability, left: at, right: at + 1 })),
});

describe('readAsset', () => {
  it('joins the lines of a cell and keeps the ticker', () => {
    const reading = readAsset([line('Energy Northwest WA ELEC '), line(' RV BE/R/, Municipal Bond (ENW)')]);
    expect(reading.value).toBe('Energy Northwest WA ELEC RV BE/R/, Municipal Bond (ENW)');
  });

  it.each([
    ['Ishares Tr Core MSCl Europe', 'Ishares Tr Core MSCI Europe'],
    ['lshares Tr 3-7 Yr', 'Ishares Tr 3-7 Yr'],
    ['| Apple Inc', 'Apple Inc'],
    ['！SPDR S&P 400（MDYV）', 'SPDR S&P 400(MDYV)'],
  ])('mends %s', (text, value) => expect(readAsset([line(text)])).toMatchObject({ value, raw: text }));

  it.each([
    '1ST SOURCE CORP',
    'Lilly (Eli) & Co',
    'lululemon athletica',
    '5.000% Due 05/01/25',
    '3M Co',
    'Call @ 19.81',
  ])('leaves %s as it is', (text) => expect(readAsset([line(text)]).value).toBe(text));

  it('takes a digit among letters for a letter only where the recogniser does so, too', () => {
    const read = line('1NC');
    expect(readAsset([read]).value).toBe('1NC');
    read.characters[0]!.options = [
      { text: '1', probability: 0.8 },
      { text: 'I', probability: 0.2 },
    ];
    expect(readAsset([read]).value).toBe('INC');
    expect(readAsset([{ ...read, characters: [read.characters[0]!] }]).value).toBe('1');
  });

  it('is as sure as all of its letters together', () => {
    expect(readAsset([line('Visa', 0.9)]).score).toBeCloseTo(0.9 ** 4);
    expect(readAsset([]).score).toBe(0);
  });
});
