import { BUCKETS, type CheckResult, type TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS, startTestWorker, stopTestWorker, SUBJECT } from '../../test/test-worker.js';
import { PendingReader } from '../queue/pending-reader.js';
import { readTaskState } from './read-task-state.js';
import { TaskStore } from '../queue/task-store.js';
import { crashed, evidenced, failed, pending, retrying, started, succeeded } from './task-transitions.js';

const DONE: CheckResult = { status: 'success', chamber: 'house', checks: [] };
const NOW = '2026-11-23T02:00:00.000Z';
const ERROR = { code: 'SiteUnavailable', message: 'the site is down' };

const waiting = pending({
  id: 'x',
  run: 1,
  chamber: 'house',
  name: 'scrape',
  args: { days_back: 1 },
  group: { id: 'g', size: 2 },
  maxRetries: 3,
  streamSequence: 7,
  queuedAt: NOW,
});
const running = started(waiting, 'worker', NOW);
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

describe('readTaskState', () => {
  it.each([
    ['waits', waiting],
    ['runs', running],
    ['waits for a retry', retrying(running, ERROR, NOW, NOW)],
    ['was lost', crashed(running, NOW)],
    ['failed', failed(evidenced(running, { url: 'u', status: 503, headers: {} }), { ...ERROR, stack: 'at' }, NOW)],
    ['succeeded', succeeded(running, DONE, NOW)],
    ['is to be published', { ...waiting, unpublished: { at: NOW, body: '{}' }, cancel_requested_at: NOW }],
  ])('reads a task that %s', (_how, state) => {
    expect(readTaskState('x', JSON.stringify(state))).toEqual(state);
  });

  it.each([
    '',
    'garbage',
    'null',
    '7',
    '[]',
    '{}',
    deep,
    JSON.stringify({ ...waiting, args: 0 }).replace('"args":0', `"args":{"a":${deep}}`),
    ...[
      { id: 'y' },
      { v: 2 },
      { chamber: 'lords' },
      { name: 'purge' },
      { state: 'DONE' },
      { args: [] },
      { run: 0 },
      { run: 1e12 },
      { attempts: {} },
      { attempts: [null] },
      { attempts: [{ ...running.attempts[0], n: '1' }] },
      { attempts: [{ ...running.attempts[0], error: 'it failed' }] },
      { retries: '0' },
      { worker: 1 },
      { stream_seq: 'x' },
      { times: { queued: 'yesterday', started: null, finished: null } },
      { times: { queued: '2026-02-30T00:00:00Z', started: null, finished: null } },
      { times: { queued: '0000-01-01T00:00:00Z', started: null, finished: null } },
      { times: null },
      { progress: null },
      { group: { id: 'g' } },
      { not_before: 1 },
      { unpublished: true },
      { cancel_requested_at: false },
      { error: 'it failed' },
      { result: 'good' },
    ].map((damage) => JSON.stringify({ ...waiting, ...damage })),
  ])('finds no task in %s', (text) => {
    expect(readTaskState('x', text)).toBeNull();
  });
});

describe('an entry damaged by hand', () => {
  let nats: TestNats;
  let store: TaskStore;

  beforeAll(async () => {
    nats = await startTestNats();
    store = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
  });
  afterAll(() => nats.stop());

  const damage = (id: string, text: string) => nats.client.publish(`$KV.${BUCKETS.tasks}.${id}`, text);
  const command = (id: string) => nats.client.publish(SUBJECT, '{}', { header: { 'Rotunda-Task-Id': id } });

  it('is overwritten when a command with its id arrives', async () => {
    await damage('x', 'garbage');
    await damage('y', '{}');
    for (const id of ['x', 'y', 'z']) await command(id);
    await new PendingReader(nats.queue, store, SETTINGS).readNew();
    for (const id of ['x', 'y', 'z']) expect(await store.find(id)).toMatchObject({ id, state: 'PENDING' });
  });

  it('does not stop a worker from running its command', async () => {
    await damage('w', 'null');
    await command('w');
    const worker = await startTestWorker(nats.server.url, async () => DONE, {});
    const state = await eventually('the end', async () => {
      const found = await store.find('w');
      return found?.state === 'SUCCESS' ? found : null;
    });
    expect(state.attempts).toHaveLength(1);
    await stopTestWorker(worker);
  });
});
