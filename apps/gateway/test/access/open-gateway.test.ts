import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { accessOf, accessSettings } from '../../src/access/settings.js';
import { readConfiguration } from '#rotunda/runtime';
import { bearing, makeKey } from './keyed-gateway.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());

it('lets anyone on this machine do everything, but checks a key that is sent', async () => {
  expect(await gateway.get('keys')).toMatchObject({ status: 200 });
  expect((await gateway.get('session')).body).toMatchObject({ keys_required: false, kind: 'open', role: 'admin' });
  const key = await makeKey(gateway, 'look');
  const headers = bearing(key.text);
  expect(await gateway.ask('/api/v1/trades', { headers })).toMatchObject({ status: 200 });
  expectProblem(await gateway.ask('/api/v1/keys', { headers }), 403, /needs the role admin; look key has look/);
  expectProblem(await gateway.ask('/api/v1/trades', { headers: bearing('x') }), 401, /not valid/);
});

it('ignores an old cookie of a browser', async () => {
  const headers = { cookie: 'rotunda_session=k.old' };
  expect(await gateway.ask('/api/v1/trades', { headers })).toMatchObject({ status: 200 });
});

const required = (env: Record<string, string>): boolean =>
  accessOf({ HTTP_HOST: '127.0.0.1', ...readConfiguration(accessSettings, env), ...env }).keysRequired;

it.each([
  [{ HTTP_HOST: '127.0.0.1' }, false],
  [{ HTTP_HOST: 'localhost' }, false],
  [{ HTTP_HOST: '::1' }, false],
  [{ HTTP_HOST: '127.0.0.1', KEYS_REQUIRED: 'true' }, true],
  [{ HTTP_HOST: '0.0.0.0' }, true],
  [{ HTTP_HOST: '::' }, true],
  [{ HTTP_HOST: '192.0.2.1' }, true],
  [{ HTTP_HOST: '0.0.0.0', KEYS_REQUIRED: 'false' }, false],
])('with %j keys are required: %s', (env, keysRequired) => {
  expect(required(env as Record<string, string>)).toBe(keysRequired);
});

it.each([
  [{ TRUST_PROXY: 'true' }, /"true" is not usable: give a list such as/],
  [{ TRUST_PROXY: '10.0.0.0/33' }, /not usable/],
  [{ HTTP_HOSTS: 'https://a.example' }, /not usable/],
  [{ RATE_LIMIT_PER_MINUTE: 'many' }, /auto, or 0 to/],
  [{ KEYS_REQUIRED: 'yes' }, /KEYS_REQUIRED/],
])('refuses the settings %j', (env, message) => {
  expect(() => readConfiguration(accessSettings, env as Record<string, string>)).toThrow(message);
});
