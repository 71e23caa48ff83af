import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { RunningVerb } from './verbs.js';
import { addSchedules } from '../src/commands/schedules.js';

const DAILY = {
  ...{ name: 'daily', cron: '0 2 * * *', timezone: 'UTC', task: 'check', args: {}, chambers: ['house'] },
  ...{ overlap: 'skip', catch_up: 'latest', expires: false, paused_at: null, next_fires: ['2026-11-25T02:00:00.000Z'] },
};
/** The gateway's answer to an old ETag. */
const EDITED = { title: 'Precondition Failed', status: 412, detail: 'Somebody edited daily since you read it.' };

let gateway: Server;
afterEach(() => new Promise((closed) => gateway.close(closed)));

/** A gateway on which somebody else always edits first. */
async function start(puts: { ifMatch: string | undefined; body: unknown }[]): Promise<string> {
  const take = async (request: IncomingMessage): Promise<void> => {
    puts.push({ ifMatch: request.headers['if-match'], body: JSON.parse(await text(request)) });
  };
  gateway = createServer((request, response) => {
    const isPut = request.method === 'PUT';
    const answer = (): unknown =>
      response.writeHead(isPut ? 412 : 200, { etag: '"as-read"' }).end(JSON.stringify(isPut ? EDITED : DAILY));
    if (isPut) void take(request).then(answer);
    else answer();
  });
  await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
}

it('changes a schedule only as it was read, and says if somebody edited it since', async () => {
  const puts: { ifMatch: string | undefined; body: unknown }[] = [];
  const args = ['schedules', 'set', 'daily', '--overlap', 'allow', '--gateway', await start(puts)];
  const outcome = await new RunningVerb(addSchedules, args).outcome();
  expect(outcome).toEqual({ code: 1, stdout: '', stderr: `rotunda: ${EDITED.detail}\n` });
  const { name: _name, paused_at: _paused, next_fires: _fires, ...definition } = DAILY;
  expect(puts).toEqual([{ ifMatch: '"as-read"', body: { ...definition, overlap: 'allow' } }]);
});
