import { BUCKETS, STREAMS, type TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TaskDispatcher } from './task-dispatcher.js';
import { TaskStore } from './task-store.js';

let nats: TestNats;
beforeAll(async () => {
  nats = await startTestNats();
});
afterAll(() => nats.stop());

/** Fails to write entries, as if the bucket had no room. */
class FullStore extends TaskStore {
  override enter(): Promise<never> {
    return Promise.reject(new Error('no room for the entry'));
  }
}

it('accepts a command once the stream has stored it, even if its entry can’t be written', async () => {
  const store = new FullStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
  const dispatcher = new TaskDispatcher(nats.queue, store, { TASK_MAX_RETRIES: 3 }, systemClock);
  const task = { chamber: 'house', name: 'check', args: {}, id: 'accepted' } as const;
  expect(await dispatcher.submit(task)).toEqual({ id: 'accepted', duplicate: false });
  const message = await nats.client.nextStored(STREAMS.tasks, 1);
  expect(message?.header('Rotunda-Task-Id')).toBe('accepted');
});
