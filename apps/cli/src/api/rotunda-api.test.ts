import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { ApiError, RotundaApi } from './rotunda-api.js';

it('asks again, under the same key, where the gateway breaks off or is not ready, and not where it refuses', async () => {
  const keys: IncomingMessage['headers'][string][] = [];
  const server = createServer((request, reply) => {
    const tries = keys.push(request.headers['idempotency-key']);
    if (tries === 1) request.socket.destroy();
    else reply.writeHead([503, 202, 422][tries - 2]!).end('{"task_id":"one"}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const api = new RotundaApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const onAway = vi.fn<() => void>();
  const request = { method: 'POST', headers: { 'idempotency-key': 'mine' } };
  expect(await api.askUntilAnswered('/tasks/check/house', request, onAway)).toEqual({ task_id: 'one' });
  expect([keys, onAway.mock.calls.length]).toEqual([['mine', 'mine', 'mine'], 1]);
  await expect(api.askUntilAnswered('/tasks/check/house', request, onAway)).rejects.toThrow(ApiError);
  expect([keys.length, onAway.mock.calls.length]).toEqual([4, 1]);
  server.close();
});
