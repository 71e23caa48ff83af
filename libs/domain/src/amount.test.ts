import { describe, expect, it } from 'vitest';
import { isKnownBand, parseAmount } from './amount.js';

describe('parseAmount', () => {
  it.each([
    ['$1,001 - $15,000', { min: 1001, max: 15_000, over: false }],
    ['$100,001 -\n$250,000', { min: 100_001, max: 250_000, over: false }],
    ['Over $50,000,000', { min: 50_000_000, max: null, over: true }],
    ['Spouse/DC Over $1,000,000', { min: 1_000_000, max: null, over: true }],
    ['$509.87', { min: 509.87, max: 509.87, over: false }],
  ])('reads %j', (raw, amount) => {
    expect(parseAmount(raw)).toEqual(amount);
    expect(isKnownBand(parseAmount(raw)!)).toBe(true);
  });

  it.each(['', '$1,001 -', 'Unknown', '15,000'])('does not guess at %j', (raw) => {
    expect(parseAmount(raw)).toBeNull();
  });

  it('reads a band that the form does not offer, and reports it as unknown', () => {
    expect(isKnownBand(parseAmount('$1,001 - $50,000')!)).toBe(false);
  });
});
