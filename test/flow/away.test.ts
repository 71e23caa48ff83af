import { dirname } from 'node:path';
import { NatsServer } from '#rotunda/embedded';
import { eventually, natsServerCommand, TcpProxy, type ServiceProcess } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChamberStack } from '../contract/chamber-stack.js';
import { houseWithInterval } from './house-under-test.js';

let stack: ChamberStack;
beforeAll(async () => {
  stack = await ChamberStack.start(houseWithInterval(0));
});
afterAll(() => stack.stop());

const readiness = async ({ url }: ServiceProcess) => {
  const answer = await fetch(`${url}/health/ready`);
  const body = (await answer.json()) as { details: Record<string, { status: string; message?: string }> };
  return { status: answer.status, details: body.details };
};

it('while Postgres is unavailable tasks wait at no cost, and readiness says why', async () => {
  const proxy = new TcpProxy();
  const target = stack.roles.write;
  const scraper = await stack.startScraper({ DATABASE_URL: await proxy.open(target) });
  stack.site.faults = { faults: [{ kind: 'slow', delayMs: 100, path: '/public_disc/ptr-pdfs/*' }] };
  const running = await stack.submit(stack.recent());
  await eventually('progress', async () => ((await stack.find(running))?.progress.done ?? 0) > 3);
  await proxy.cut();
  const given = await eventually('the task to be given back', async () => {
    const state = await stack.find(running);
    return state?.state === 'RETRY' ? state : null;
  });
  expect(given).toMatchObject({ retries: 0, crashes: 0, attempts: [{ error: { code: 'PostgresAway' } }] });
  const waiting = await stack.submit(stack.recent());
  const ready = await eventually('a worker that is not ready', async () => {
    const answer = await readiness(scraper);
    return answer.status === 503 ? answer : null;
  });
  expect(ready.details).toMatchObject({
    nats: { status: 'up' },
    consumer: { status: 'up' },
    postgres: { status: 'down', message: expect.stringContaining('Postgres does not answer') },
  });
  // Only a check runs, and reports what is wrong.
  const check = await stack.submitCheck();
  await eventually('a failed check', async () => (await stack.find(check))?.error?.message.includes('Postgres'));
  expect(await stack.find(waiting)).toMatchObject({ state: 'PENDING', attempts: [] });
  expect((await stack.find(running))!.attempts).toHaveLength(1);

  await proxy.open(target);
  expect(await stack.ended(running)).toMatchObject({ state: 'SUCCESS', retries: 0, crashes: 0 });
  expect(await stack.ended(waiting)).toMatchObject({ state: 'SUCCESS', retries: 0 });
  await scraper.stop();
  await proxy.cut();
  await stack.reset();
});

it('a worker whose nats-server was killed is not ready, and takes commands again once it is back', async () => {
  const scraper = await stack.startScraper();
  const { port, logFile } = stack.nats.server;
  await stack.nats.server.stop('SIGKILL');
  await eventually('a worker that is not ready', async () => (await readiness(scraper)).status === 503);
  const restarted = await NatsServer.start({ dataDir: dirname(logFile), port, command: natsServerCommand() });
  try {
    await eventually('a worker that is ready', async () => (await readiness(scraper)).status === 200);
    const id = await eventually('a command', () => stack.submitCheck().catch(() => null));
    expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 0 });
  } finally {
    await scraper.stop();
    await restarted.stop();
  }
});
