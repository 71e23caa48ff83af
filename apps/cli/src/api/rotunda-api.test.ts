import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ApiError, NoAnswerError } from './api-error.js';
import { RotundaApi } from './rotunda-api.js';

async function apiWith(answer: RequestListener): Promise<RotundaApi> {
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return new RotundaApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

it('asks again, under the same key, if the gateway breaks off or is not ready, but not if it refuses', async () => {
  const keys: IncomingMessage['headers'][string][] = [];
  const api = await apiWith((request, reply) => {
    const tries = keys.push(request.headers['idempotency-key']);
    if (tries === 1) request.socket.destroy();
    else reply.writeHead([503, 202, 422][tries - 2]!).end('{"task_id":"one"}');
  });
  const onAway = vi.fn<() => void>();
  const request = { method: 'POST', headers: { 'idempotency-key': 'mine' } } as const;
  expect(await api.sendUntilAnswered('/tasks/check/house', request, onAway)).toEqual({ task_id: 'one' });
  expect([keys, onAway.mock.calls.length]).toEqual([['mine', 'mine', 'mine'], 1]);
  await expect(api.sendUntilAnswered('/tasks/check/house', request, onAway)).rejects.toThrow(ApiError);
  expect([keys.length, onAway.mock.calls.length]).toEqual([4, 1]);
});

it('shows the detail of the gateway, or what answered if it is not a gateway', async () => {
  const problem = JSON.stringify({ status: 404, detail: 'There is no task nobody.' });
  const answers: Record<string, [number, string]> = {
    '/api/v1/tasks/nobody': [404, problem],
    '/api/v1/tasks/purge': [502, 'Bad gateway'],
    '/api/v1/page': [404, '\n<!DOCTYPE html><html></html>'],
    '/api/v1/site': [200, '<html></html>'],
  };
  const api = await apiWith((request, reply) => {
    const [status, text] = answers[request.url!]!;
    reply.writeHead(status).end(text);
  });
  await expect(api.get('/tasks/nobody')).rejects.toThrow(new ApiError(404, 'There is no task nobody.'));
  await expect(api.post('/tasks/purge')).rejects.toThrow(
    new ApiError(502, 'POST /tasks/purge answered 502: Bad gateway'),
  );
  await expect(api.get('/page')).rejects.toThrow(
    new ApiError(404, 'GET /page answered 404 with a web page; check the address of the gateway'),
  );
  await expect(api.sendUntilAnswered('/site', {})).rejects.toThrow(
    new ApiError(200, 'GET /site answered 200 with a web page; check the address of the gateway'),
  );
});

it('says that the gateway does not answer, also if it breaks off in the middle of an answer', async () => {
  const absent = new RotundaApi('http://127.0.0.1:1');
  await expect(absent.get('/tasks')).rejects.toThrow(
    'The gateway at http://127.0.0.1:1 does not answer. ' +
      'Start one with "rotunda start", or give its address with --gateway or ROTUNDA_GATEWAY.',
  );
  const broken = await apiWith((request, reply) => {
    reply.writeHead(200, { 'content-length': '100' }).write('{', () => request.socket.destroy());
  });
  await expect(broken.get('/tasks')).rejects.toThrow(NoAnswerError);
});
