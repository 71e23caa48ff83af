import { expect, it } from 'vitest';
import { intervalWords } from './when-words.js';

it('says an interval in words', () => {
  expect(['15m', '1d', '3600', '90s', '2h', 'soon', ''].map(intervalWords)).toEqual([
    ...['Every 15 minutes', 'Every day', 'Every 3,600 seconds', 'Every 90 seconds', 'Every 2 hours', null, null],
  ]);
});
