import { expect, it } from 'vitest';
import { readBudget } from './budget-entry.js';

it.each([
  ['a lease', '{"v":1,"holder":"one","held_until":"x","next_request_at":"x"}', { holder: 'one', restMs: 0 }],
  ['a rest', '{"holder":null,"rest_ms":5000}', { holder: null, restMs: 5_000 }],
  ['a rest of a year', '{"rest_ms":31536000000}', { holder: null, restMs: 60_000 }],
  ['a negative rest', '{"rest_ms":-1}', { holder: null, restMs: 0 }],
  ['a rest in words', '{"rest_ms":"long"}', { holder: null, restMs: 0 }],
  ['no entry', null, { holder: null, restMs: 0 }],
  ['null', 'null', { holder: null, restMs: 0 }],
  ['no JSON', '{', { holder: null, restMs: 0 }],
])('a budget with %s is read', (_what, text, entry) => {
  expect(readBudget(text)).toEqual(entry);
});
