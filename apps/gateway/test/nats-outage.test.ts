import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BUCKETS, logSubject, STREAMS, type TaskState } from '#rotunda/contracts';
import { bucketStream, NatsClient } from '#rotunda/messaging';
import { LiveState } from '#rotunda/tasks';
import { eventually, TcpProxy } from '#rotunda/testing';
import { type Answer, expectProblem, GatewayUnderTest } from './gateway-under-test.js';
import { ended, task, worker } from './tasks/task-samples.js';

const proxy = new TcpProxy();
let gateway: GatewayUnderTest;
let natsUrl: string;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start({}, undefined, (url) => {
    natsUrl = url;
    return proxy.open(url);
  });
});
afterAll(async () => {
  await gateway.stop();
  await proxy.cut();
});

const queued = async (): Promise<string[]> => {
  const { state } = await gateway.client.manager.streams.info(STREAMS.tasks);
  const ids: string[] = [];
  for (let sequence = state.first_seq; sequence <= state.last_seq; sequence++) {
    const message = await gateway.client.nextStored(STREAMS.tasks, sequence);
    ids.push(message?.header('Rotunda-Task-Id') ?? '');
  }
  return ids;
};

/** Requests a task's log, and blocks what goes to NATS as soon as the reading has begun. */
async function readingThatIsHeldUp(id: string): Promise<Promise<Answer>[]> {
  await gateway.tasks.put(id, ended(id, new Date()));
  await gateway.client.publish(logSubject(id), 'a line');
  const { consumers } = gateway.context.get(NatsClient).manager;
  const add = consumers.add.bind(consumers);
  const begun = new Promise<void>((resolve) => {
    vi.spyOn(consumers, 'add').mockImplementationOnce(async (...args) => {
      const made = await add(...args);
      proxy.holdUp();
      resolve();
      return made;
    });
  });
  // In an array, because `await` would also wait for the inner promise.
  const answers = [gateway.get(`tasks/${id}/logs`)];
  await begun;
  return answers;
}

describe('a command', () => {
  it('without a connection to NATS is refused at once, and never sent later', async () => {
    await proxy.cut();
    await eventually('the gateway to notice', async () => (await gateway.ask('/health/ready')).status === 503);
    const answers = await Promise.all(
      ['house', 'senate'].map((chamber) => gateway.post(`tasks/scrape/${chamber}`, {})),
    );
    for (const answer of answers) {
      expectProblem(answer, 503, /NATS does not answer; is nats-server running, with JetStream\?$/);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.body.task_id).toBeUndefined();
    }
    await proxy.open(natsUrl);
    const later = await eventually('the connection', async () => {
      const answer = await gateway.post('tasks/scrape/house', {});
      return answer.status === 202 ? answer : null;
    });
    expect(await queued()).toEqual([later.body.task_id]);
  });

  it('that NATS took but did not confirm is a 503 that names the task; an interrupted log is a 503 too', async () => {
    // One outage for both: each waits its five seconds for NATS.
    const [log] = await readingThatIsHeldUp('read');
    const answer = await gateway.post('tasks/scrape/senate', {});
    expectProblem((await log)!, 503, /NATS does not answer/);
    expectProblem(answer, 503, /not confirmed: check task [0-9a-f-]{36} before you send it again/);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const id = answer.body.task_id as string;
    proxy.letGo();
    const state = await eventually('the task', async () => {
      const { status, body } = await gateway.get(`tasks/${id}`);
      return status === 200 ? (body as TaskState) : null;
    });
    expect(state).toMatchObject({ state: 'PENDING', chamber: 'senate' });
    expect((await queued()).filter((queuedId) => queuedId === id)).toHaveLength(1);
  });
});

it('tasks, workers and pauses that the store lost are no longer shown', async () => {
  const live = gateway.context.get(LiveState);
  const shown = (id: string): boolean => live.tasks().some((one) => one.id === id);
  const isPaused = async (): Promise<boolean> => JSON.stringify((await gateway.get('sites')).body).includes('at night');
  await gateway.tasks.put('gone', task('gone', { state: 'STARTED' }));
  await gateway.tasks.put('stays', task('stays', { state: 'STARTED' }));
  await gateway.workers.put('worker', worker('worker', new Date()));
  await gateway.post('sites/house/pause', { reason: 'at night' });
  await eventually('that they are shown', () => shown('stays') && live.workers().length === 1);
  await eventually('that the pause is shown', isPaused);
  await proxy.cut();
  const purge = (bucket: string, filter?: string): Promise<unknown> =>
    gateway.client.manager.streams.purge(bucketStream(bucket), filter ? { filter } : undefined);
  await purge(BUCKETS.tasks, `$KV.${BUCKETS.tasks}.gone`);
  await purge(BUCKETS.workers);
  await purge(BUCKETS.sites);
  await proxy.open(natsUrl);
  await eventually('that they are gone', () => !shown('gone') && live.workers().length === 0);
  await eventually('that the pause is gone', async () => !(await isPaused()));
  expect(shown('stays')).toBe(true);
});
