import { byTier } from '#rotunda/testing';
import fc from 'fast-check';

/** The characters of filers: letters of Latin-1, digits, punctuation. Neither form's encoding has more. */
const CHARACTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éüñ&.,;:/#%+\'"$@!?*=~’–'];

/**
 * Words with single blanks in between. No word begins or ends with a hyphen: where a line breaks after one, a parser
 * can't tell whether there was a blank.
 */
export function words(maxWords: number, maxLetters: number): fc.Arbitrary<string> {
  const plain = fc
    .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: maxLetters })
    .map((characters) => characters.join(''));
  const hyphened = fc
    .tuple(plain, plain)
    .map(([a, b]) => `${a.slice(0, maxLetters / 2)}-${b.slice(0, maxLetters / 2)}`);
  const word = fc.oneof({ arbitrary: plain, weight: 9 }, { arbitrary: hyphened, weight: 1 });
  return fc.array(word, { minLength: 1, maxLength: maxWords }).map((list) => list.join(' '));
}

export const optional = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ arbitrary: fc.constant(''), weight: 2 }, { arbitrary: text, weight: 1 });

/** A calendar date. */
export const day: fc.Arbitrary<Date> = fc.date({
  min: new Date('2012-01-01T00:00:00Z'),
  max: new Date('2030-12-31T00:00:00Z'),
  noInvalidDate: true,
});

/** A day on which a trade of any `day` can be reported: a trade dated more than a year later is flagged. */
export const reportDay: fc.Arbitrary<Date> = fc.date({
  min: new Date('2030-01-01T00:00:00Z'),
  max: new Date('2031-12-31T00:00:00Z'),
  noInvalidDate: true,
});

export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

export function usDay(date: Date): string {
  const [year, month, number] = isoDay(date).split('-');
  return `${month}/${number}/${year}`;
}

/** Each as printed, with its meaning in US dollars. */
export const amount = fc.oneof(
  fc.constantFrom(
    { raw: '$1 - $1,000', min: 1, max: 1_000, over: false },
    { raw: '$1,001 - $15,000', min: 1_001, max: 15_000, over: false },
    { raw: '$15,001 - $50,000', min: 15_001, max: 50_000, over: false },
    { raw: '$50,001 - $100,000', min: 50_001, max: 100_000, over: false },
    { raw: '$100,001 - $250,000', min: 100_001, max: 250_000, over: false },
    { raw: '$250,001 - $500,000', min: 250_001, max: 500_000, over: false },
    { raw: '$500,001 - $1,000,000', min: 500_001, max: 1_000_000, over: false },
    { raw: '$1,000,001 - $5,000,000', min: 1_000_001, max: 5_000_000, over: false },
    { raw: '$5,000,001 - $25,000,000', min: 5_000_001, max: 25_000_000, over: false },
    { raw: '$25,000,001 - $50,000,000', min: 25_000_001, max: 50_000_000, over: false },
    { raw: 'Over $50,000,000', min: 50_000_000, max: null, over: true },
    { raw: 'Spouse/DC Over $1,000,000', min: 1_000_000, max: null, over: true },
  ),
  fc
    .integer({ min: 1, max: 99_999 })
    .map((cents) => ({ raw: `$${(cents / 100).toFixed(2)}`, min: cents / 100, max: cents / 100, over: false })),
);

/** The same filings in each run: a failure can be reproduced, and unrelated changes don't fail by chance. */
export const RUNS = { seed: 20_261_123, numRuns: byTier({ enough: 20, all: 200 }) } as const;
