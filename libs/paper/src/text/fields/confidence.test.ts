import { describe, expect, it } from 'vitest';
import { confidenceOf, type ReadField } from './confidence.js';

describe('confidenceOf', () => {
  it.each<ReadField>(['date', 'owner', 'asset_name'])('rises with the score of a %s, and never to 1', (field) => {
    const confidences = [0, 0.01, 0.1, 0.5, 0.9, 0.99, 1].map((score) => confidenceOf(field, 'typed', score));
    expect(confidences).toEqual(confidences.toSorted((a, b) => a - b));
    expect(confidences[0]).toBe(0);
    expect(confidences.at(-1)).toBeLessThan(1);
  });

  it('trusts a name written by hand less than a typed one', () => {
    expect(confidenceOf('asset_name', 'handwritten', 0.9)).toBeLessThan(confidenceOf('asset_name', 'typed', 0.9) - 0.3);
  });
});
