import { expect, it } from 'vitest';
import { cronWords, intervalWords } from './when-words.js';

it('says an interval in words', () => {
  expect(['15m', '1d', '3600', '90s', '2h', 'soon', ''].map(intervalWords)).toEqual([
    ...['Every 15 minutes', 'Every day', 'Every 3,600 seconds', 'Every 90 seconds', 'Every 2 hours', null, null],
  ]);
});

it('says a cron expression in words', async () => {
  expect(await Promise.all(['0 2 * * *', '*/5 * * * *', '0 2 * * 1-5', '0 2 * *'].map(cronWords))).toEqual([
    ...['At 02:00, every day', 'Every 5 minutes', 'At 02:00, Monday through Friday', null],
  ]);
});
