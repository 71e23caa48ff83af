import type { WorkerState, WorkerVerb } from '#rotunda/contracts';
import { readConfiguration } from '#rotunda/runtime';
import { startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KeyedUser } from './access/nats-users.js';
import { credentialsOf } from './connection/credentials.js';
import { NatsClient } from './connection/nats-client.js';
import { natsSettings } from './connection/settings.js';
import { ControlChannel, WorkerSilentError } from './control-channel.js';

const WORKER = { chamber: 'house', id: 'house-scraper-host-0123abcd' } as const;
const STATE = { ...WORKER, v: 1, name: 'house-scraper@host' } as WorkerState;
const SOON_MS = 200;
const HANGS_AFTER_MS = 60_000;

let nats: TestNats;
const clients = new Map<KeyedUser | 'local', NatsClient>();
const channelOf = (user: KeyedUser | 'local'): ControlChannel => new ControlChannel(clients.get(user)!);

beforeAll(async () => {
  nats = await startTestNats();
  clients.set('local', nats.client);
  for (const user of ['gateway', 'house-scraper'] as const) {
    const settings = readConfiguration(natsSettings, { NATS_URL: nats.server.url, ...nats.users.environment(user) });
    const credentials = credentialsOf(settings, user);
    clients.set(user, await NatsClient.connect(nats.server.url, user, { credentials }));
  }
});
afterAll(async () => {
  for (const client of clients.values()) await client.close();
  await nats.stop();
});

/** A worker with the rights of its service, which notes what it was asked. */
function workerThat(answer: (verb: WorkerVerb) => Promise<WorkerState>): { asked: string[]; end: () => Promise<void> } {
  const asked: string[] = [];
  const end = channelOf('house-scraper').answer(WORKER, (verb) => {
    asked.push(verb);
    return answer(verb);
  });
  return { asked, end };
}

it('asks one worker, each with the rights of its service; people without credentials may too', async () => {
  const { asked, end } = workerThat(async () => STATE);
  await clients.get('house-scraper')!.connection.flush();
  expect(await channelOf('gateway').ask(WORKER, 'ping', HANGS_AFTER_MS)).toEqual(STATE);
  expect(await channelOf('local').ask(WORKER, 'drain', HANGS_AFTER_MS)).toEqual(STATE);
  expect(asked).toEqual(['ping', 'drain']);
  await end();
});

it('says at once that nobody is there, and after a while that a worker is silent', async () => {
  const beganMs = performance.now();
  await expect(channelOf('gateway').ask(WORKER, 'ping', HANGS_AFTER_MS)).rejects.toThrow(WorkerSilentError);
  expect(performance.now() - beganMs).toBeLessThan(HANGS_AFTER_MS);
  let letAnswer!: (state: WorkerState) => void;
  const { end } = workerThat(() => new Promise((resolve) => (letAnswer = resolve)));
  await clients.get('house-scraper')!.connection.flush();
  await expect(channelOf('gateway').ask(WORKER, 'ping', SOON_MS)).rejects.toThrow(WorkerSilentError);
  letAnswer(STATE);
  await end();
});

it.each(['x 0\r\nPUB tasks.senate.scrape', 'x.y', '*', ''])('%j, as an entry may say, can’t be asked', async (id) => {
  const heard: string[] = [];
  const spy = nats.client.connection.subscribe('>', { callback: (_, { subject }) => heard.push(subject) });
  await nats.client.connection.flush();
  await expect(channelOf('gateway').ask({ chamber: 'house', id }, 'ping', SOON_MS)).rejects.toThrow(WorkerSilentError);
  await clients.get('gateway')!.connection.flush();
  await nats.client.connection.flush();
  spy.unsubscribe();
  // The answer that the worker before gave too late may still be on its way.
  expect(heard.filter((subject) => !subject.startsWith('_INBOX_'))).toEqual([]);
});

it('a worker that ends sends the answers in progress first', async () => {
  let letAnswer!: (state: WorkerState) => void;
  const { asked, end } = workerThat(() => new Promise((resolve) => (letAnswer = resolve)));
  await clients.get('house-scraper')!.connection.flush();
  const answer = channelOf('gateway').ask(WORKER, 'restart', HANGS_AFTER_MS);
  await expect.poll(() => asked).toEqual(['restart']);
  const ended = end();
  letAnswer(STATE);
  expect(await answer).toEqual(STATE);
  await ended;
});

it('an answer goes to an inbox only: nobody makes a worker send what its user may not', async () => {
  const { asked, end } = workerThat(async () => STATE);
  const { connection } = clients.get('house-scraper')!;
  await connection.flush();
  const heard: string[] = [];
  const spy = nats.client.connection.subscribe('>', { callback: (_, { subject }) => heard.push(subject) });
  nats.client.connection.publish(`control.house.${WORKER.id}.ping`, '', { reply: 'disclosures.trade.senate.AAPL' });
  await expect.poll(() => asked).toEqual(['ping']);
  await end();
  await connection.flush();
  await nats.client.connection.flush();
  spy.unsubscribe();
  expect(heard).toEqual([`control.house.${WORKER.id}.ping`]);
});
