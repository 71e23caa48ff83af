import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BUCKETS, type DeadLetter, logSubject, STREAMS, type TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { eventually, TcpProxy } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addTasks } from '../src/commands/tasks/tasks.js';
import { GatewayUnderTest } from '../../gateway/test/gateway-under-test.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

const ROTUNDA = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway?.stop());

const verb = (...args: string[]): RunningVerb => new RunningVerb(addTasks, ['tasks', '--gateway', ...args]);
const tasks = (...args: string[]): Promise<Outcome> => verb(`${gateway.url}/`, ...args).outcome();

const queueLength = async (): Promise<number> =>
  (await gateway.nats.client.manager.streams.info(STREAMS.tasks)).state.messages;

it('is a program that asks the gateway of ROTUNDA_GATEWAY, and ends with an exit code', async () => {
  const env = { PATH: process.env['PATH'] ?? '', ROTUNDA_GATEWAY: `${gateway.url}/` };
  const run = (...args: string[]) => promisify(execFile)(process.execPath, [ROTUNDA, ...args], { env });
  const { stdout } = await run('tasks', 'submit', 'check', 'senate');
  await expect(run('tasks', 'why', 'nobody')).rejects.toMatchObject({
    code: 5,
    stdout: '',
    stderr: expect.stringMatching(/^rotunda: There is no task nobody/),
  });
  await tasks('cancel', stdout.trim());
});

it('submits a task, says why it does not run, cancels it and runs it again', async () => {
  const args = ['submit', 'scrape', 'house', '--args', '{"days_back": 7}', '--unique'];
  const submitted = await tasks(...args);
  expect(submitted).toMatchObject({ code: 0, stderr: expect.stringMatching(/filings from .* will be scraped/) });
  const id = submitted.stdout.trim();
  expect(await tasks(...args)).toMatchObject({ stdout: `${id}\n`, stderr: expect.stringMatching(/identical command/) });
  expect((await tasks('why', id)).stdout).toMatch(/^PENDING \(no_worker\): .*start a house-scraper/);
  expect((await tasks('list', '--chamber', 'house', '--state', 'PENDING')).stdout).toMatch(
    new RegExp(`PENDING  house\\.scrape +${id}`),
  );
  expect((await tasks('cancel', id)).stdout).toMatch(/removed from the queue/);
  expect((await tasks('retry', id)).stdout).toBe('Run 2 is queued.\n');
  expect(JSON.parse((await tasks('show', id)).stdout)).toMatchObject({ id, run: 2, args: { days_back: 7 } });
  expect(await tasks('retry', id)).toEqual(failure(/queued already/));
  expect((await tasks('terminate', id)).stdout).toMatch(/REVOKED/);
});

it('finds tasks by text, and cancels and retries all that match', async () => {
  const submit = async (): Promise<string> =>
    (await tasks('submit', 'scrape', 'house', '--args', '{"days_back": 321}')).stdout.trim();
  const ids = [await submit(), await submit()].toSorted();
  const matching = ['--search', 'days_back": 321', '--chamber', 'house'];
  const found = async (): Promise<string[]> =>
    (await tasks('list', '--quiet', ...matching)).stdout.trim().split('\n').toSorted();
  await eventually('both in the list', async () => (await found()).join() === ids.join());
  expect(await tasks('cancel', ...matching, '--all')).toEqual(
    failure(/would cancel 2 tasks: confirm it with --yes/, 'usage'),
  );
  expect(await tasks('cancel', ...matching)).toEqual(failure(/id of one task, or --all/, 'usage'));
  expect((await tasks('cancel', ...matching, '--all', '--yes')).stdout).toBe('2 cancelled\n');
  await eventually(
    'both cancelled',
    async () => (await tasks('list', '--quiet', '--state', 'PENDING', ...matching)).stdout.trim() === '',
    20_000,
  );
  expect((await tasks('cancel', ...matching, '--all', '--yes')).stdout).toMatch(/^0 cancelled\n2 not: task-ended: /);
  expect((await tasks('retry', ...matching, '--all', '--yes')).stdout).toBe('2 retried\n');
  for (const id of ids) await tasks('terminate', id);
});

it('prints the log of a task, and follows it until it has ended', async () => {
  const id = (await tasks('submit', 'check', 'house')).stdout.trim();
  const line = {
    v: 1,
    at: '2026-11-23T02:00:00.000Z',
    level: 'warn',
    attempt: 1,
    worker: 'w',
    message: 'no\n\u001b[2J answer',
  };
  await gateway.nats.client.publish(logSubject(id), JSON.stringify(line));
  const printed = `2026-11-23T02:00:00.000Z  warn   ${id} (attempt 1)  no\\n\\u001b[2J answer\n`;
  expect(await tasks('logs', id)).toMatchObject({ code: 0, stdout: printed });
  const following = tasks('logs', id, '--follow');
  await tasks('cancel', id);
  expect(await following).toMatchObject({ code: 0, stdout: printed });
  expect(await tasks('logs', 'nobody', '-f')).toEqual(failure(/no task nobody/, 'not_found'));
});

it('continues a log after the gateway was away for a moment, and says so once', async () => {
  const id = (await tasks('submit', 'check', 'house')).stdout.trim();
  const proxy = new TcpProxy();
  const away = await proxy.open(gateway.url);
  const write = (message: string) => gateway.nats.client.publish(logSubject(id), message);
  await write('before');
  const follower = verb(away, 'logs', id, '-f');
  await eventually('the first line', () => follower.stdout.includes('before'));
  await proxy.cut();
  await write('meanwhile');
  await eventually('that it says so', () => follower.stderr.includes('\n'));
  await proxy.open(gateway.url);
  await eventually('the second line', () => follower.stdout.includes('meanwhile'));
  await tasks('cancel', id);
  expect(await follower.exited).toBe(0);
  expect(follower.stdout.match(/before|meanwhile/g)).toEqual(['before', 'meanwhile']);
  expect(follower.stderr).toBe('rotunda: the gateway is away; continuing when it is back\n');
  await proxy.cut();
});

it('waits for a task that it submitted, also across a restart of the gateway', async () => {
  const proxy = new TcpProxy();
  const waiter = verb(await proxy.open(gateway.url), 'submit', 'check', 'house', '--wait');
  const id = await eventually('the task', () => /^key-\w+/.exec(waiter.stdout)?.[0]);
  await proxy.cut();
  await eventually('that it says so', () => waiter.stderr.includes('the gateway is away'));
  await gateway.restart();
  await proxy.open(gateway.url);
  await tasks('cancel', id);
  expect(await waiter.exited).toBe(1);
  expect(waiter.stdout).toMatch(new RegExp(`^${id}\nREVOKED: `));
  expect(waiter.stderr.match(/the gateway is away/g)).toHaveLength(1);
  await proxy.cut();
});

it('shows in short how the last attempt failed, besides the JSON', async () => {
  const id = (await tasks('submit', 'check', 'house')).stdout.trim();
  const bucket = await KvBucket.open<TaskState>(gateway.nats.client, BUCKETS.tasks);
  const { value } = (await bucket.get(id))!;
  const times = { started: value.times.queued, finished: value.times.queued };
  const error = { code: 'SiteUnavailable', message: 'the site\nis down' };
  const evidence = { url: 'https://site.test/a', status: 503, headers: {}, page_sha256: 'ab' };
  await bucket.put(id, { ...value, attempts: [{ n: 1, worker: 'w', ...times, error, evidence }] });
  const { stdout, stderr } = await tasks('show', id);
  expect(JSON.parse(stdout)).toMatchObject({ attempts: [{ evidence: { page: '/api/v1/documents/ab' } }] });
  expect(stderr).toBe(
    `attempt 1 of ${id}: SiteUnavailable: the site\\nis down\n  last request: https://site.test/a (answered 503)\n` +
      `  page: ${gateway.url}/api/v1/documents/ab\n`,
  );
  await tasks('cancel', id);
});

it('purges the queue only with --yes', async () => {
  await tasks('submit', 'reparse', 'all');
  expect(await queueLength()).toBe(2);
  expect(await tasks('purge')).toEqual(failure(/--yes/, 'usage'));
  expect((await tasks('purge', '--yes', '--chamber', 'house')).stdout).toMatch(/^1 purged, 0 left/);
  expect(await queueLength()).toBe(1);
});

it('lists dead letters and replays them', async () => {
  const letter: DeadLetter = {
    ...{ v: 1, task_id: 'dead', run: 1, subject: 'tasks.house.check', stream_seq: 1, body: '{}', attempts: 1 },
    ...{ error: { code: 'LayoutChanged', message: 'no table' }, died_at: '2026-11-23T02:00:00.000Z' },
  };
  const { sequence } = await gateway.nats.client.publish('dead.house.check', JSON.stringify(letter));
  expect((await tasks('dead-letters')).stdout).toMatch(/1 .*house\.check +dead +1 +- +LayoutChanged: no table/);
  expect((await tasks('replay', String(sequence))).stdout).toMatch(/Run 2 of task dead is queued/);
  expect((await tasks('replay', '--all')).stdout).toMatch(/^0 replayed .*, 1 skipped/);
  expect(await tasks('replay')).toEqual(failure(/or --all/, 'usage'));
  expect((await tasks('dead-letters')).stdout).toMatch(/dead +1 +run 2 +LayoutChanged/);
});

it('says that there is no such task, and no such field', async () => {
  expect(await tasks('why', 'nobody')).toEqual(failure(/There is no task nobody/, 'not_found'));
  const wrong = await tasks('submit', 'check', 'house', '--args', '{"days_back": 1}');
  expect(wrong).toEqual(failure(/days_back is not a known field/, 'usage'));
});
