import { setTimeout as delay } from 'node:timers/promises';
import { BUCKETS, type CheckResult, type TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS, startTestWorker, stopTestWorker, type TestWorker, type Work } from '../../test/test-worker.js';
import { HandBack } from '../state/hand-back.js';
import type { TaskSettings } from '../settings.js';
import { TaskControl } from '../queue/task-control.js';
import { TaskDispatcher } from '../queue/task-dispatcher.js';
import { TaskStore } from '../queue/task-store.js';

const DONE: CheckResult = { status: 'success', chamber: 'house', checks: [] };

let nats: TestNats;
let store: TaskStore;
const workers: TestWorker[] = [];

beforeAll(async () => {
  nats = await startTestNats();
  store = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
});
afterAll(() => nats.stop());
afterEach(async () => {
  for (const worker of workers.splice(0)) await stopTestWorker(worker);
});

async function startWorker(work: Work, settings: Partial<TaskSettings> = {}): Promise<void> {
  workers.push(await startTestWorker(nats.server.url, work, settings));
}

const submit = async (): Promise<string> =>
  (
    await new TaskDispatcher(nats.queue, store, SETTINGS, systemClock).submit({
      chamber: 'house',
      name: 'scrape',
      args: {},
    })
  ).id;

const ended = (id: string): Promise<TaskState> =>
  eventually(`the end of ${id}`, async () => {
    const state = await store.find(id);
    return state?.times.finished ? state : null;
  });

describe('the evidence that the work kept', () => {
  const evidence = { url: 'https://site.test/a', status: 503, headers: { server: 'nginx' } };

  it('is stored with each failed attempt, and with no other', async () => {
    const seen = { ...evidence, headers: { ...evidence.headers, 'set-cookie': 'secret' } };
    await startWorker(async (task) => {
      if (task.attempt === 3) return DONE;
      task.keepEvidence({ ...seen, url: 'https://site.test/first' });
      task.keepEvidence(seen);
      throw task.attempt === 1 ? new Error('the site is down') : new HandBack('SiteClosed', 'it waits');
    });
    const state = await ended(await submit());
    expect(state.attempts).toMatchObject([
      { error: { message: 'the site is down', stack: expect.stringContaining('kept-evidence.test') }, evidence },
      { error: { code: 'SiteClosed' }, evidence },
      { n: 3 },
    ]);
    expect(state.attempts[2]).not.toHaveProperty('evidence');
    expect(JSON.stringify(state)).not.toContain('secret');
  });

  it('is stored with an attempt that timed out or was cancelled', async () => {
    const work: Work = async (task) => {
      task.keepEvidence(evidence);
      return delay(60_000, DONE, { signal: task.signal });
    };
    await startWorker(work, { TASK_SOFT_LIMIT_MS: 200 });
    const late = await ended(await submit());
    expect(late.attempts.at(-1)).toMatchObject({ error: { code: 'SoftTimeLimitExceeded' }, evidence });
    await stopTestWorker(workers.pop()!);
    await startWorker(work);
    const id = await submit();
    await eventually('the start', async () => (await store.find(id))?.state === 'STARTED');
    await new TaskControl(nats.queue, store, SETTINGS, systemClock).cancel(id);
    expect((await ended(id)).attempts).toMatchObject([{ error: { code: 'Revoked' }, evidence }]);
  });
});
