import { setTimeout as delay } from 'node:timers/promises';
import { BUCKETS, STREAMS, type TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { SETTINGS, startTestWorker, stopTestWorker, type Work } from '../../test/test-worker.js';
import { TaskDispatcher } from '../queue/task-dispatcher.js';
import { TaskStore } from '../queue/task-store.js';
import { started } from './task-transitions.js';

let nats: TestNats;
let store: TaskStore;

beforeAll(async () => {
  nats = await startTestNats();
  store = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
});
afterAll(() => nats.stop());

async function startWorker(work: Work): Promise<void> {
  const worker = await startTestWorker(nats.server.url, work, { TASK_SOFT_LIMIT_MS: 200 });
  onTestFinished(() => stopTestWorker(worker));
}

async function submitCheck(): Promise<string> {
  const dispatcher = new TaskDispatcher(nats.queue, store, SETTINGS, systemClock);
  return (await dispatcher.submit({ chamber: 'house', name: 'check', args: {} })).id;
}

async function ended(id: string): Promise<TaskState> {
  const state = await eventually(`the end of ${id}`, async () => {
    const found = await store.find(id);
    return found?.times.finished ? found : null;
  });
  const { manager } = nats.client;
  await eventually('an empty queue', async () => (await manager.streams.info(STREAMS.tasks)).state.messages === 0);
  return state;
}

describe('a check', () => {
  it.each<[string, Work, object]>([
    ['fails', () => Promise.reject(new Error('the site is down')), { message: 'the site is down' }],
    [
      'takes too long',
      ({ signal }) => delay(60_000, undefined as never, { signal }),
      { code: 'SoftTimeLimitExceeded' },
    ],
  ])('that %s becomes FAILURE at once, without a dead letter', async (_how, work, error) => {
    const id = await submitCheck();
    expect(await store.find(id)).toMatchObject({ state: 'PENDING', max_retries: 0 });
    await startWorker(work);
    const state = await ended(id);
    expect(state).toMatchObject({ state: 'FAILURE', error, retries: 0, max_retries: 0, attempts: [{ n: 1 }] });
    expect(await nats.client.nextStored(STREAMS.deadLetters, 1)).toBeNull();
  });

  it('whose worker died is run by another one', async () => {
    const id = await submitCheck();
    await store.change(id, (state) => started(state!, 'a-lost-worker', new Date().toISOString()));
    await startWorker(async () => ({ status: 'success', chamber: 'house', checks: [] }));
    expect(await ended(id)).toMatchObject({ state: 'SUCCESS', crashes: 1, attempts: [{ n: 1 }, { n: 2 }] });
  });
});
