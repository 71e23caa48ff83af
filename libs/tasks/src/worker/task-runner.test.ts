import { setTimeout as delay } from 'node:timers/promises';
import { BUCKETS, derivedTaskId, STREAMS, TASK_ID_HEADER } from '#rotunda/contracts';
import type { CheckResult, DeadLetter, TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  SETTINGS,
  startTestWorker,
  stopTestWorker,
  SUBJECT,
  type TestWorker,
  type Work,
} from '../../test/test-worker.js';
import { DeadLetters } from '../queue/dead-letters.js';
import { HandBack } from '../state/hand-back.js';
import { LARGEST_COMMAND_BYTES } from '../state/parse-command.js';
import { PendingReader } from '../queue/pending-reader.js';
import type { TaskSettings } from '../settings.js';
import { TaskControl } from '../queue/task-control.js';
import { TaskDispatcher } from '../queue/task-dispatcher.js';
import { InvalidCommand } from '../state/task-errors.js';
import { TaskReruns } from '../queue/task-reruns.js';
import { TaskStore } from '../queue/task-store.js';
import { cancelRequested, started } from '../state/task-transitions.js';

const DONE: CheckResult = { status: 'success', chamber: 'house', checks: [] };
const saying = (part: string): string => expect.stringContaining(part) as string;

let nats: TestNats;
let store: TaskStore;
let dispatcher: TaskDispatcher;
let control: TaskControl;
const workers: TestWorker[] = [];

beforeAll(async () => {
  nats = await startTestNats();
  store = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
  dispatcher = new TaskDispatcher(nats.queue, store, SETTINGS, systemClock);
  control = new TaskControl(nats.queue, store, SETTINGS, systemClock);
});
afterAll(() => nats.stop());

beforeEach(async () => {
  for (const stream of [STREAMS.tasks, STREAMS.deadLetters]) await nats.client.manager.streams.purge(stream);
});

afterEach(async () => {
  for (const worker of workers.splice(0)) await stopTestWorker(worker);
});

async function startWorker(work: Work, settings: Partial<TaskSettings> = {}): Promise<TestWorker> {
  const worker = await startTestWorker(nats.server.url, work, settings);
  workers.push(worker);
  return worker;
}

const submit = async (): Promise<string> =>
  (await dispatcher.submit({ chamber: 'house', name: 'scrape', args: {} })).id;

const rerun = (id: string) => new TaskReruns(nats.queue, store, SETTINGS, systemClock).rerun(id);
const ended = (id: string): Promise<TaskState> =>
  eventually(`the end of ${id}`, async () => {
    const state = await store.find(id);
    return state?.times.finished ? state : null;
  });

const queued = async (): Promise<number> => (await nats.client.manager.streams.info(STREAMS.tasks)).state.messages;

const emptyQueue = (): Promise<boolean> => eventually('an empty queue', async () => (await queued()) === 0);

async function deadLetter(): Promise<DeadLetter> {
  const message = await eventually('a dead letter', () => nats.client.nextStored(STREAMS.deadLetters, 1));
  return JSON.parse(new TextDecoder().decode(message.data)) as DeadLetter;
}

/** Runs until its signal aborts. */
const endless: Work = async ({ signal }) => {
  await delay(60_000, undefined, { signal });
  return DONE;
};

describe('a task', () => {
  it('that succeeds becomes SUCCESS with its result, and its command is removed', async () => {
    await startWorker(async (task) => {
      task.report({ phase: 'documents', done: 2, total: 2, saved: 5 });
      return DONE;
    });
    const state = await ended(await submit());
    expect(state).toMatchObject({ state: 'SUCCESS', result: DONE, worker: null, progress: { done: 2, saved: 5 } });
    expect(state.attempts).toHaveLength(1);
    await emptyQueue();
  });

  it('that fails is retried after the delay', async () => {
    let attempts = 0;
    await startWorker(async () => {
      if (++attempts === 1) throw new Error('the site is down');
      return DONE;
    });
    const id = await submit();
    const waiting = await eventually('RETRY', async () => {
      const state = await store.find(id);
      return state?.state === 'RETRY' ? state : null;
    });
    expect(waiting).toMatchObject({ retries: 1, error: { message: 'the site is down' } });
    expect(Date.parse(waiting.not_before!)).toBeGreaterThan(Date.parse(waiting.attempts[0]!.finished!));
    const state = await ended(id);
    expect(state).toMatchObject({ state: 'SUCCESS', retries: 1, attempts: [{ n: 1 }, { n: 2 }] });
    expect(state.error).toBeUndefined();
  });

  it('whose work hands it back starts again, at no cost', async () => {
    let attempts = 0;
    await startWorker(async () => {
      if (++attempts === 1) throw new HandBack('SiteClosed', 'the site refused us');
      return DONE;
    });
    expect(await ended(await submit())).toMatchObject({
      state: 'SUCCESS',
      retries: 0,
      crashes: 0,
      attempts: [{ error: { code: 'SiteClosed', message: 'the site refused us' } }, { n: 2 }],
    });
  });

  it.each([
    ['handed back', () => new HandBack('SiteClosed', 'the site refused us')],
    ['retried', () => new Error('the site is down')],
  ])('that is cancelled at the moment it is %s becomes REVOKED', async (_when, error) => {
    let attempts = 0;
    await startWorker(async ({ id }) => {
      attempts += 1;
      await store.change(id, (state) => cancelRequested(state!, new Date().toISOString()));
      throw error();
    });
    expect(await ended(await submit())).toMatchObject({ state: 'REVOKED', error: { code: 'Revoked' } });
    await emptyQueue();
    expect(attempts).toBe(1);
  });

  it('that keeps failing becomes FAILURE after its retries, with a dead letter', async () => {
    await startWorker(async () => {
      throw new Error('the site is down');
    });
    const id = await submit();
    expect(await ended(id)).toMatchObject({ state: 'FAILURE', retries: 2, error: { message: 'the site is down' } });
    expect(await deadLetter()).toMatchObject({ task_id: id, attempts: 3, subject: SUBJECT, body: '{}' });
    await emptyQueue();
  });

  it('whose error is not retryable becomes FAILURE at once', async () => {
    await startWorker(async () => {
      throw new InvalidCommand('the window is in the future');
    });
    expect(await ended(await submit())).toMatchObject({
      state: 'FAILURE',
      retries: 0,
      error: { code: 'InvalidCommand' },
    });
  });

  it('that exceeds the soft limit is stopped and retried', async () => {
    let attempts = 0;
    await startWorker((task) => (++attempts === 1 ? endless(task) : Promise.resolve(DONE)), {
      TASK_SOFT_LIMIT_MS: 200,
    });
    const state = await ended(await submit());
    expect(state).toMatchObject({ state: 'SUCCESS', retries: 1 });
    expect(state.attempts[0]!.error).toMatchObject({ code: 'SoftTimeLimitExceeded' });
  });

  it('submitted twice under one id runs once', async () => {
    let runs = 0;
    await startWorker(async () => {
      runs += 1;
      return DONE;
    });
    const task = { chamber: 'house', name: 'scrape', args: {}, id: 'daily-house-20261122T020000Z' } as const;
    expect(await dispatcher.submit(task)).toMatchObject({ duplicate: false });
    expect(await dispatcher.submit(task)).toMatchObject({ duplicate: true });
    await ended(task.id);
    await emptyQueue();
    expect(runs).toBe(1);
  });
});

describe('a command published directly on NATS', () => {
  it('has the same id for gateway and worker', async () => {
    await nats.client.publish(SUBJECT, '{"days_back":7}');
    await new PendingReader(nats.queue, store, SETTINGS).readNew();
    const message = await nats.client.nextStored(STREAMS.tasks, 1);
    const id = derivedTaskId(message!.sequence, message!.publishedAt);
    expect(await store.find(id)).toMatchObject({ state: 'PENDING', args: { days_back: 7 } });
    await startWorker(async () => DONE);
    expect(await ended(id)).toMatchObject({ state: 'SUCCESS', args: { days_back: 7 } });
  });

  it.each([
    ['{"days_back":', 'not JSON'],
    ['[7]', 'JSON object'],
    ['{"days_back":0,"group":{"id":"both","size":2}}', 'at least 1', { id: 'both', size: 2 }],
    ['{"daysBack":7}', 'should not exist'],
    ['{"constructor":7}', 'should not exist'],
  ])('as %s is rejected with reason and dead letter; the worker continues', async (body, reason, group?: object) => {
    await startWorker(async () => DONE);
    await nats.client.publish(SUBJECT, body);
    const letter = await deadLetter();
    expect(letter).toMatchObject({ body, error: { code: 'InvalidCommand', message: saying(reason) } });
    expect(await ended(letter.task_id)).toMatchObject({ state: 'FAILURE', retries: 0, ...(group && { group }) });
    expect(await ended(await submit())).toMatchObject({ state: 'SUCCESS' });
  });

  it.each([
    ['is nested too deeply', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'levels'],
    ['is too large, and six times larger as JSON', '\u0001'.repeat(1_000_000), '1000000 bytes'],
  ])('that %s is rejected, and its dead letter has the beginning of its body', async (_how, body, reason) => {
    await nats.client.publish(SUBJECT, body);
    await startWorker(async () => DONE);
    const letter = await deadLetter();
    expect(letter).toMatchObject({ body: body.slice(0, LARGEST_COMMAND_BYTES), error: { message: saying(reason) } });
    expect(await ended(letter.task_id)).toMatchObject({ state: 'FAILURE' });
    await emptyQueue();
  });

  it.each([
    ['is nested too deeply', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['is large', JSON.stringify({ days_back: 'x'.repeat(900_000) })],
  ])('that %s does not prevent later ones from being entered', async (_how, body) => {
    await nats.client.publish(SUBJECT, `{"days_back": 7, "nested": ${body}}`);
    await nats.client.publish(SUBJECT, '{"days_back":5}');
    const { last_seq } = (await nats.client.manager.streams.info(STREAMS.tasks)).state;
    await new PendingReader(nats.queue, store, SETTINGS).readNew();
    const message = await nats.client.nextStored(STREAMS.tasks, last_seq);
    expect(await store.find(derivedTaskId(message!.sequence, message!.publishedAt))).toMatchObject({
      state: 'PENDING',
      args: { days_back: 5 },
    });
  });

  it('that has expired is revoked', async () => {
    await startWorker(async () => DONE);
    const id = 'expired-command';
    const { id: same } = await dispatcher.submit({
      chamber: 'house',
      name: 'scrape',
      args: { expires_at: '2026-01-01T00:00:00Z' },
      id,
    });
    expect(await ended(same)).toMatchObject({ state: 'REVOKED', error: { code: 'Expired' }, attempts: [] });
    await emptyQueue();
  });
});

describe('cancel', () => {
  it('removes a waiting command from the queue', async () => {
    const id = await submit();
    expect(await control.cancel(id)).toBe('revoked');
    expect(await queued()).toBe(0);
    expect(await store.find(id)).toMatchObject({ state: 'REVOKED' });
    expect(await control.cancel(id)).toBe('already ended');
    expect(await control.cancel('nobody')).toBe('unknown');
  });

  it('stops a running task', async () => {
    await startWorker(endless);
    const id = await submit();
    await eventually('STARTED', async () => (await store.find(id))?.state === 'STARTED');
    expect(await control.cancel(id)).toBe('stopping');
    expect(await ended(id)).toMatchObject({ state: 'REVOKED', attempts: [{ error: { code: 'Revoked' } }] });
    await emptyQueue();
  });
});

describe('terminate', () => {
  it('ends a running task at once; its worker stops, and the next run keeps the earlier attempts', async () => {
    let isStopped = false;
    const work: Work = async (task) => {
      if (task.attempt > 1) return DONE;
      // It learns this neither by heartbeat nor by progress: it reads the state.
      await new Promise<void>((resolve) => task.signal.addEventListener('abort', () => resolve()));
      isStopped = true;
      throw task.signal.reason;
    };
    await startWorker(work, { TASK_HEARTBEAT_MS: 60_000 });
    const id = await submit();
    await eventually('STARTED', async () => (await store.find(id))?.state === 'STARTED');
    expect(await control.terminate(id)).toBe('revoked');
    expect(await store.find(id)).toMatchObject({
      state: 'REVOKED',
      attempts: [{ n: 1, error: { code: 'Terminated' } }],
    });
    await eventually('the worker to stop', () => isStopped);
    await emptyQueue();
    expect(await control.terminate(id)).toBe('already ended');
    expect(await rerun(id)).toMatchObject({ kind: 'queued', state: { run: 2, unpublished: {} } });
    const done = await eventually('SUCCESS', async () => {
      const state = await store.find(id);
      return state?.state === 'SUCCESS' ? state : null;
    });
    expect(done).toMatchObject({ run: 2, attempts: [{ n: 1 }, { n: 2 }] });
    expect(done).not.toHaveProperty('unpublished');
    await emptyQueue();
  });
});

describe('a run that waits for its retry', () => {
  it('and is retried by hand runs once, in the next run', async () => {
    let works = 0;
    await startWorker(
      async (task) => {
        works += 1;
        if (task.attempt === 1) throw new Error('the site is down');
        return DONE;
      },
      { TASK_RETRY_DELAY_MS: 600_000 },
    );
    const id = await submit();
    await eventually('RETRY', async () => (await store.find(id))?.state === 'RETRY');
    const outcomes = await Promise.all([1, 2, 3].map(() => rerun(id)));
    expect(outcomes.filter(({ kind }) => kind === 'queued')).toHaveLength(1);
    await eventually('SUCCESS', async () => (await store.find(id))?.state === 'SUCCESS');
    await emptyQueue();
    expect(works).toBe(2);
  });
});

describe('a worker', () => {
  it('that stops at the moment its task is cancelled leaves it REVOKED', async () => {
    const worker = await startWorker(async ({ id, signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await store.change(id, (state) => cancelRequested(state!, new Date().toISOString()));
      throw signal.reason;
    });
    const id = await submit();
    await eventually('STARTED', async () => (await store.find(id))?.state === 'STARTED');
    await stopTestWorker(worker);
    workers.length = 0;
    expect(await ended(id)).toMatchObject({ state: 'REVOKED', error: { code: 'Revoked' } });
    await emptyQueue();
  });

  it('that stops hands its task to another one, at no cost', async () => {
    const first = await startWorker(endless);
    const id = await submit();
    await eventually('STARTED', async () => (await store.find(id))?.state === 'STARTED');
    await stopTestWorker(first);
    workers.length = 0;
    await startWorker(async () => DONE);
    const state = await ended(id);
    expect(state).toMatchObject({ state: 'SUCCESS', retries: 0, crashes: 0 });
    expect(state.attempts.map(({ error }) => error?.code)).toEqual(['WorkerStopped', undefined]);
  });

  it('that was lost after the hard limit leaves a dead letter and FAILURE, in this order, then the ack', async () => {
    const id = await submit();
    const longAgo = new Date(Date.now() - SETTINGS.TASK_HARD_LIMIT_MS - 1_000).toISOString();
    await store.change(id, (state) => started(state!, 'a-lost-worker', longAgo));
    const burial = vi.spyOn(DeadLetters.prototype, 'publish').mockRejectedValueOnce(new Error('died while burying'));
    onTestFinished(() => burial.mockRestore());
    await startWorker(async () => DONE);
    await eventually('a burial that failed', () => burial.mock.calls.length > 0);
    expect(await store.find(id)).toMatchObject({ state: 'STARTED' });
    expect(await ended(id)).toMatchObject({ state: 'FAILURE', error: { code: 'TimeLimitExceeded' }, crashes: 1 });
    expect(await deadLetter()).toMatchObject({ task_id: id, attempts: 1, error: { code: 'TimeLimitExceeded' } });
    await emptyQueue();
  });

  it('that is silent for longer than the ack wait loses its task, and writes no more', async () => {
    let finishFirst!: () => void;
    const first = new Promise<CheckResult>((resolve) => {
      finishFirst = () => resolve({ ...DONE, checks: [{ name: 'late', detail: 'written by a zombie' }] });
    });
    await startWorker(() => first, { TASK_HEARTBEAT_MS: 60_000 });
    const id = await submit();
    await eventually('STARTED', async () => (await store.find(id))?.state === 'STARTED');
    await startWorker(async () => DONE);
    const state = await ended(id);
    finishFirst();
    await stopTestWorker(workers.shift()!);
    expect(state).toMatchObject({ state: 'SUCCESS', result: DONE, crashes: 1, retries: 0 });
    expect(await store.find(id)).toEqual(state);
  });

  it('does not run a second message of a running command', async () => {
    const again = () => nats.client.publish(SUBJECT, '{}', { header: { [TASK_ID_HEADER]: 'sent-twice' } });
    let end!: () => void;
    const hold = new Promise<CheckResult>((resolve) => (end = () => resolve(DONE)));
    await Promise.all([startWorker(() => hold), startWorker(() => hold)]);
    const { sequence } = await again();
    await eventually('the start', async () => (await store.find('sent-twice'))?.state === 'STARTED');
    await again();
    const house = () => nats.client.manager.consumers.info(STREAMS.tasks, 'house-scrape');
    await eventually('the second delivery', async () => (await house()).delivered.stream_seq > sequence);
    end();
    await emptyQueue();
    expect(await ended('sent-twice')).toMatchObject({ stream_seq: sequence, attempts: [{ n: 1 }], crashes: 0 });
  });
});
