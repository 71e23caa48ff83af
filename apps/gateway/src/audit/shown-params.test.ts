import { expect, it } from 'vitest';
import { shownParams } from './shown-params.js';

it('keeps the fields of a request', () => {
  const fields = { days_back: 7, changes: [{ ordinal: 1, field: 'ticker', value: null }], reason: 'Seen.', ok: true };
  expect(shownParams(fields)).toEqual(fields);
});

it.each(['password', 'PASSWORD', 'client_secret', 'access_token', 'key', 'api_key', 'seed', 'Authorization'])(
  'leaves out %s, at any depth',
  (name) => {
    expect(JSON.stringify(shownParams({ [name]: 'hunter2', a: { b: [{ [name]: 'hunter2' }] } }))).not.toContain(
      'hunter2',
    );
  },
);

it('leaves secrets out of texts', () => {
  const fields = { reason: 'see nats://u:hunter2@nats:4222', list: ['rtd_hunter2hunter2'] };
  expect(shownParams(fields)).toEqual({ reason: 'see nats://[redacted]@nats:4222', list: ['[redacted]'] });
});

it('stays small, and names what did not fit', () => {
  const fields = { a: 'x'.repeat(10_000), b: Array.from({ length: 1_000 }, () => 'y'.repeat(400)), c: 1 };
  const shown = shownParams(fields);
  expect(JSON.stringify(shown).length).toBeLessThan(4_500);
  expect(shown).toMatchObject({ a: `${'x'.repeat(300)}…`, c: 1, _cut: ['b'] });
});

it('stays small with thousands of fields, and with long names', () => {
  const many = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, i) => [`f${i}`.padEnd(i % 2 ? 10 : 9_000, 'z'), i]),
  );
  expect(JSON.stringify(shownParams(many)).length).toBeLessThan(12_000);
});

it('ends at some depth', () => {
  let deep: unknown = 'bottom';
  for (let i = 0; i < 50; i++) deep = { deep };
  expect(JSON.stringify(shownParams({ deep })).length).toBeLessThan(200);
});
