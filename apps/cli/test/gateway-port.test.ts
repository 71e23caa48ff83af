import { createServer } from 'node:http';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { freePort } from '#rotunda/embedded';
import { gatewayPort } from '../src/stack/gateway-port.js';

it('takes the usual port, or a free one if somebody listens on it', async () => {
  const usual = await freePort();
  expect(await gatewayPort(usual)).toBe(usual);

  const other = createServer().listen(usual, '127.0.0.1');
  await once(other, 'listening');
  const chosen = await gatewayPort(usual);
  other.close();
  expect(chosen).not.toBe(usual);
  expect(chosen).toBeGreaterThan(0);
});
