import { BUCKETS, STREAMS, type TaskState } from '#rotunda/contracts';
import { KvBucket, type TasksBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitingTask } from '../../../contracts/test/sample-task.js';
import { SETTINGS } from '../../test/test-worker.js';
import { CANCELLED, failed, revoked } from '../state/task-transitions.js';
import { TaskControl } from './task-control.js';
import { TaskReruns } from './task-reruns.js';
import { TaskStore } from './task-store.js';

const AT = '2026-11-23T02:00:00.000Z';
const waiting = waitingTask('known', AT);
const failure = failed(waiting, { code: 'SiteBlocked', message: 'the site refuses us' }, AT);

let nats: TestNats;
let bucket: TasksBucket;
let reruns: TaskReruns;
let control: TaskControl;

beforeAll(async () => {
  nats = await startTestNats();
  bucket = await KvBucket.open(nats.client, BUCKETS.tasks);
  const store = new TaskStore(bucket);
  reruns = new TaskReruns(nats.queue, store, SETTINGS, systemClock);
  control = new TaskControl(nats.queue, store, SETTINGS, systemClock);
});
afterAll(() => nats.stop());
beforeEach(() => nats.client.manager.streams.purge(STREAMS.tasks));

const put = async (state: TaskState) => ({ state, revision: await bucket.put(state.id, state) });
const current = async (id = 'known'): Promise<TaskState> => (await bucket.get(id))!.value;

async function requests(work: () => Promise<unknown>): Promise<number> {
  const { outMsgs } = nats.client.connection.stats();
  await work();
  return nats.client.connection.stats().outMsgs - outMsgs;
}

describe('a task whose entry is known', () => {
  it('is run again with three requests: its state, its command, and that it is published', async () => {
    const known = await put(failure);
    expect(await requests(() => reruns.rerun('known', { known }))).toBe(3);
    expect(await current()).toMatchObject({ state: 'PENDING', run: 2, stream_seq: expect.any(Number) });
    expect((await current()).unpublished).toBeUndefined();
  });

  it('is run again if only the history has it', async () => {
    await bucket.remove('known');
    const known = { state: null, revision: 0 };
    expect(await reruns.rerun('known', { known, recorded: failure })).toMatchObject({ kind: 'queued' });
  });

  it('is cancelled with two requests: its state, and its command', async () => {
    // Another one: the queue knows the second run of the first already.
    await reruns.rerun('other', { known: await put({ ...failure, id: 'other' }) });
    const known = await put(await current('other'));
    expect(await requests(() => control.cancel('other', known))).toBe(2);
    expect((await current('other')).state).toBe('REVOKED');
  });
});

describe('a task that has changed since', () => {
  it('is not run twice', async () => {
    const known = await put(failure);
    expect(await reruns.rerun('known', { known })).toMatchObject({ kind: 'queued', state: { run: 2 } });
    expect(await reruns.rerun('known', { known })).toMatchObject({ kind: 'refused', state: { run: 2 } });
    const absent = { state: null, revision: 0 };
    expect(await reruns.rerun('known', { known: absent, recorded: failure })).toMatchObject({ kind: 'refused' });
  });

  it('is decided by its state now, whatever was known', async () => {
    const known = await put(waiting);
    await put(revoked(waiting, CANCELLED, AT));
    expect(await control.cancel('known', known)).toBe('already ended');
    expect(await reruns.rerun('known', { known })).toMatchObject({ kind: 'queued', state: { run: 2 } });
  });
});
