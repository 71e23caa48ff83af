import { expect, it } from 'vitest';
import { redactedJson, redactText } from './redaction.js';

const SEED = `SU${'A2345BCDEFGH'.repeat(5).slice(0, 56)}`;

it.each([
  ['postgres://rotunda:hunter2@127.0.0.1:5432/rotunda', 'hunter2'],
  ['postgres://rotunda:hun/ter2@db/rotunda?sslmode=require', 'ter2'],
  ['can’t reach nats://hunter2@nats:4222, retrying', 'hunter2'],
  ['GET https://user:hunter2@site.test/x failed', 'hunter2'],
  ['the key rtd_4fz81_hunter2hunter2 is wrong', 'hunter2'],
  [`seed ${SEED}`, SEED.slice(2)],
  ['Authorization: Basic aHVudGVyMjpodW50ZXIy', 'aHVudGVyMjpodW50ZXIy'],
  ['sent Bearer hunter2-hunter2-hunter2', 'hunter2'],
  ['Cookie: csrftoken=hunter2; sessionid=hunter2', 'hunter2'],
  ['{"set-cookie":"sid=hunter2; Path=/"}', 'hunter2'],
  ['DASHBOARD_PASSWORD=hunter2 is too short', 'hunter2'],
  ['{"password": "hunter2 and more"}', 'hunter2'],
  ['csrfmiddlewaretoken=hunter2&x=1', 'hunter2'],
  ['-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----', 'hunter2'],
  ['-----BEGIN EC PRIVATE KEY-----\nhunter2', 'hunter2'],
])('hides the secret in %s', (text, secret) => {
  expect(redactText(text)).not.toContain(secret);
  expect(redactText(text)).toContain('[redacted]');
});

it.each([
  'password authentication failed for user "rotunda"',
  'https://efdsearch.senate.gov/search/view/ptr/1/ answered 503',
  'http://127.0.0.1:8080 says a@b.example',
  'Unexpected token } in JSON at position 4',
  'basic information is missing',
  'house-20261127-SUNDAY started (tasks.house.scrape, attempt 1)',
])('leaves %s as it is', (text) => {
  expect(redactText(text)).toBe(text);
});

it('keeps what comes after a secret', () => {
  expect(redactText('postgres://rotunda:hunter2@db/rotunda is away, password=hunter2, code 7')).toBe(
    'postgres://[redacted]@db/rotunda is away, password=[redacted], code 7',
  );
});

it('hides fields by name, at any depth, and secrets in texts', () => {
  const headers = { Authorization: 'Bearer x', 'x-api-key': 'x', cookie: ['a=x'], host: 'y' };
  const given = {
    headers,
    nested: [{ NATS_NKEY_SEED: 'x', clientSecret: { deep: 'x' } }],
    url: 'nats://a:x@b',
    none: null,
  };
  const shown = JSON.parse(redactedJson(given)) as object;
  const hidden = '[redacted]';
  expect(shown).toEqual({
    headers: { Authorization: hidden, 'x-api-key': hidden, cookie: hidden, host: 'y' },
    nested: [{ NATS_NKEY_SEED: hidden, clientSecret: hidden }],
    url: 'nats://[redacted]@b',
    none: null,
  });
});
