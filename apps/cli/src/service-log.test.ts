import { expect, it } from 'vitest';
import { shortForm } from './service-log.js';

it('keeps the level, the context and the message of a warning', () => {
  const line = '[house-scraper] 4711  - 11/23/2026, 5:55:12 PM    WARN [NATS] connection lost (127.0.0.1:4222)';
  expect(shortForm(line)).toBe('WARN [NATS] connection lost (127.0.0.1:4222)');
});

it('has nothing to say of ordinary lines, nor of those of a stack trace', () => {
  expect(shortForm('[gateway] 4711  - 11/23/2026, 5:55:12 PM     LOG [NATS] ERROR is a word')).toBeNull();
  expect(shortForm('    at Gateway.start (gateway.ts:12:3)')).toBeNull();
});
