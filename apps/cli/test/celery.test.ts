import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { BUCKETS, type CheckResult, STREAMS, type TaskState, type WorkerState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { eventually } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitingTask } from '../../../libs/contracts/test/sample-task.js';
import { addInspect } from '../src/commands/inspect/inspect.js';
import { addStatus } from '../src/commands/inspect/ping.js';
import { addCeleryWords } from '../src/commands/tasks/celery-words.js';
import { addEvents } from '../src/commands/tasks/events.js';
import { addTopPurge } from '../src/commands/tasks/purge.js';
import { addQueue } from '../src/commands/tasks/queue.js';
import { addTasks } from '../src/commands/tasks/tasks.js';
import { addVersion } from '../src/commands/version.js';
import { confirm } from '../src/output/confirm.js';
import { GatewayUnderTest } from '../../gateway/test/gateway-under-test.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

let gateway: GatewayUnderTest;
let states: KvBucket<TaskState>;
let workers: KvBucket<WorkerState>;
beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  states = await KvBucket.open(gateway.nats.client, BUCKETS.tasks);
  workers = await KvBucket.open(gateway.nats.client, BUCKETS.workers);
});
afterAll(() => gateway?.stop());

const VERBS = [addInspect, addStatus, addTopPurge, addQueue, addEvents, addCeleryWords, addTasks, addVersion];

const verb = (url: string, ...args: string[]): RunningVerb =>
  new RunningVerb((program, cli) => VERBS.forEach((add) => add(program, cli)), [...args, '--gateway', url]);
const rotunda = (...args: string[]): Promise<Outcome> => verb(gateway.url, ...args).outcome();

const now = (): string => new Date().toISOString();
const task = (id: string, changes: Partial<TaskState>): Promise<unknown> =>
  states.put(id, waitingTask(id, now(), changes));

const HOUSE = 'house-scraper@host';
const SENATE = 'senate-scraper@host';
const worker = (name: string, changes: Partial<WorkerState>): Promise<unknown> =>
  workers.put(changes.id!, {
    ...{ v: 1, id: 'w', name, chamber: 'house', pid: 1, version: '0.1.0', started: now(), seen: now() },
    ...{ tasks: ['scrape', 'check'], active: [], processed: 0, ...changes },
  });

it('says that no worker answers, and the exit code is 1', async () => {
  const { code, stdout } = await rotunda('inspect', 'active');
  expect({ code, stdout }).toEqual({ code: 1, stdout: 'No worker answers.\n' });
  expect((await rotunda('inspect', 'stats')).code).toBe(1);
});

it('inspects workers as Celery does: each one’s name, then what it says', async () => {
  await worker(HOUSE, { id: 'w-house' });
  await worker(SENATE, { id: 'w-senate', chamber: 'senate', withheld: { scrape: 'terms not accepted' } });
  await task('t-running', { state: 'STARTED', worker: 'w-house' });
  await task('t-retry', {
    ...{ state: 'RETRY', not_before: '2099-01-01T00:00:00.000Z' },
    attempts: [{ n: 1, worker: 'w-senate', started: now(), finished: now() }],
  });
  await eventually('all of it', async () => {
    const [active, scheduled] = await Promise.all(['active', 'scheduled'].map((one) => rotunda('inspect', one, '-q')));
    return active!.stdout === 't-running\n' && active!.code === 0 && scheduled!.stdout.includes('t-retry\n');
  });
  expect(await rotunda('inspect', 'active')).toEqual({
    code: 0,
    stdout:
      `->  ${HOUSE}: OK\n    * t-running  tasks.house.scrape  {"days_back":7}\n` +
      `->  ${SENATE}: OK\n    - empty -\n\n2 nodes online.\n`,
    stderr: '',
  });
  expect((await rotunda('inspect', 'scheduled', '-d', SENATE)).stdout).toBe(
    `->  ${SENATE}: OK\n    * t-retry  tasks.house.scrape  {"days_back":7}  at 2099-01-01T00:00:00.000Z\n\n1 node online.\n`,
  );
  expect((await rotunda('inspect', 'registered')).stdout).toContain(
    `->  ${SENATE}: OK\n    * tasks.senate.scrape  (not now: terms not accepted)\n    * tasks.senate.check\n`,
  );
  expect((await rotunda('inspect', 'stats', '-d', HOUSE)).stdout).toMatch(
    /house-scraper@host: OK\n {4}\{\n {6}"id": "w-house"/,
  );
});

it('answers programs with the gateway’s own body, of the workers that were asked', async () => {
  const active = JSON.parse((await rotunda('inspect', 'active', '-d', SENATE, '--json')).stdout);
  expect(active).toEqual({ active_tasks: [], worker_count: 2, active: [] });
  const stats = JSON.parse((await rotunda('inspect', 'stats', '-d', SENATE, '--json')).stdout);
  expect(Object.keys(stats.workers)).toEqual([SENATE]);
  expect(stats.tasks).toMatchObject({ STARTED: 1 });
  expect(await rotunda('inspect', 'active', '-d', 'celery@host')).toMatchObject({
    ...{ code: 1, stderr: `No worker celery@host answers; these do: ${HOUSE}, ${SENATE}.\n` },
  });
});

it('shows what waits in the queue as reserved, and how much', async () => {
  const id = (await rotunda('tasks', 'submit', 'reparse', 'senate', '-q')).stdout.trim();
  const reserved = await rotunda('inspect', 'reserved', '-d', SENATE);
  expect(reserved).toEqual({
    code: 0,
    stdout: `->  the queue of the senate\n    * ${id}  tasks.senate.reparse  {}\n`,
    stderr: expect.stringMatching(/^Workers reserve nothing/),
  });
  expect((await rotunda('inspect', 'reserved')).stdout).toContain('->  the queue of the house\n    - empty -\n');
  const queue = await eventually('the queue', async () => {
    const { stdout } = await rotunda('queue');
    return /tasks\.senate\.reparse +1 /.test(stdout) && stdout;
  });
  expect(queue).toMatch(/^QUEUE +LENGTH +OLDEST +WAITED\ntasks\.senate\.scrape +0 +- +-\n/);
  expect(queue).toMatch(/^tasks\.senate\.reparse +1 +20\S+Z +\d+ s$/m);
  expect(JSON.parse((await rotunda('queue', 'list', '--json')).stdout).queues).toHaveLength(6);
});

it('purges the queue with --yes or Celery’s -f, and asks at a terminal only', async () => {
  const length = async (): Promise<number> =>
    (await gateway.nats.client.manager.streams.info(STREAMS.tasks)).state.messages;
  expect(await length()).toBe(1);
  expect(await rotunda('purge')).toEqual(failure(/confirm it with --yes/, 'usage'));
  expect((await rotunda('purge', '-f', '--chamber', 'house')).stdout).toMatch(/^0 purged/);
  expect((await rotunda('purge', '-f')).stdout).toMatch(/^1 purged/);
  expect(await length()).toBe(0);
});

it.each([
  ['y\n', true],
  ['yes\n', true],
  ['\n', false],
  ['n\n', false],
  ['', false],
])('takes %j as the answer %s', async (typed, answer) => {
  const input = new PassThrough();
  input.end(typed);
  const output = new PassThrough();
  expect(await confirm('Sure?', input, output)).toBe(answer);
  expect(String(output.read())).toBe('Sure? [y/N] ');
});

it('calls a task and shows its result in Celery’s words', async () => {
  const called = await rotunda('call', 'tasks.house.scrape', '--kwargs', '{"days_back": 3}');
  const id = called.stdout.trim();
  expect((await states.get(id))!.value.args).toEqual({ days_back: 3 });
  expect(await rotunda('result', id)).toEqual({ code: 1, stdout: 'PENDING\n', stderr: '' });
  const result: CheckResult = { status: 'success', chamber: 'house', checks: [] };
  await states.put(id, { ...(await states.get(id))!.value, state: 'SUCCESS', result });
  expect(JSON.parse((await rotunda('result', id)).stdout)).toEqual(result);
  expect(await rotunda('call', 'tasks.lords.scrape')).toEqual(failure(/e\.g\. tasks\.house\.scrape/, 'usage'));
});

it('prints the changes of tasks as they happen', async () => {
  const running = verb(gateway.url, 'events', '--chamber', 'senate', '--json');
  const change = async (): Promise<boolean> => {
    await task('t-event', { chamber: 'senate', state: 'STARTED' });
    return running.stdout.includes('\n');
  };
  await eventually('an event', change);
  expect(JSON.parse(running.stdout.split('\n')[0]!)).toMatchObject({ id: 't-event', state: 'STARTED' });
  const people = verb(gateway.url, 'events', '--dump');
  await eventually('an event', async () => (await change()) && people.stdout.includes('\n'));
  expect(people.stdout).toMatch(/^20\S+Z {2}STARTED {2}senate\.scrape {3}t-event {2}queued\n/);
});

it('tells versions, its own also without a gateway', async () => {
  const { stdout } = await rotunda('version');
  expect(stdout).toMatch(/^PART +VERSION\nrotunda +\d+\.\d+\.\d+\n/);
  expect(stdout).toMatch(/^nats-server +2\.\d+/m);
  expect(stdout).toMatch(/^Postgres +18\./m);
  const own = await rotunda('--version');
  expect(own).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  const { code, stderr, stdout: alone } = await verb('http://127.0.0.1:1', 'version').outcome();
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringMatching(/does not answer/) });
  expect(alone).toMatch(new RegExp(`^rotunda +${own.stdout.trim()}$`, 'm'));
});

/** A gateway that answers pings in the way that is given. */
async function pinged(status: number, body: object, ...args: string[]): Promise<Outcome> {
  const server = createServer((_, answer) => answer.writeHead(status).end(JSON.stringify(body))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await verb(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, ...args).outcome();
  } finally {
    server.close();
  }
}

it('pings workers; the exit code is 1 if none answers, in time', async () => {
  const answers = {
    workers: [
      { name: HOUSE, id: 'w-house', chamber: 'house', answered: true, ms: 12 },
      { name: SENATE, id: 'w-senate', chamber: 'senate', answered: false, ms: null },
    ],
  };
  expect(await pinged(200, answers, 'inspect', 'ping')).toEqual({
    code: 0,
    stdout: `->  ${HOUSE}: OK\n        pong (12 ms)\n->  ${SENATE}\n        no answer\n\n1 node online.\n`,
    stderr: '',
  });
  expect(await pinged(200, answers, 'status')).toMatchObject({ code: 0, stdout: expect.not.stringContaining('pong') });
  expect(await pinged(200, answers, 'inspect', 'ping', '-q')).toMatchObject({ code: 0, stdout: `${HOUSE}\n` });
  expect(await pinged(200, answers, 'inspect', 'ping', '-t', '5ms')).toMatchObject({ code: 1 });
  expect(await pinged(200, answers, 'inspect', 'ping', '-d', SENATE)).toMatchObject({ code: 1 });
  expect(await pinged(200, { workers: [] }, 'inspect', 'ping')).toEqual({
    ...{ code: 1, stdout: 'No worker answers.\n', stderr: '' },
  });
  expect(await pinged(404, {}, 'inspect', 'ping')).toEqual(failure(/earlier version, which can’t ping workers/));
});
