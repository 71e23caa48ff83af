import { expect, it } from 'vitest';
import { instantOf, itemsOf, limitsText } from './field-values.js';
import { utcFieldText } from '../../../ui/utc-field.js';

it('reads a list from lines and commas, as the items are', () => {
  expect(itemsOf('20024277, 20024278\n\n abc ', 'string')).toEqual(['20024277', '20024278', 'abc']);
  expect(itemsOf('1\n2x', 'integer')).toEqual([1, '2x']);
});

it('shows an instant in UTC, and reads it back', () => {
  expect(utcFieldText('2026-01-31T10:00:00-05:00')).toBe('2026-01-31T15:00');
  expect(instantOf('2026-01-31T15:00')).toBe('2026-01-31T15:00:00Z');
  expect(utcFieldText('soon')).toBe('');
});

it('says the limits of a value', () => {
  const description = '';
  expect(limitsText({ type: 'integer', minimum: 1, maximum: 5000, description })).toBe('1 to 5,000');
  expect(limitsText({ type: 'array', minItems: 1, maxItems: 1000, description })).toBe('1 to 1,000 items');
  expect(limitsText({ type: 'boolean', description })).toBe('');
});
