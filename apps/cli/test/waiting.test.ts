import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { BUCKETS, type ScrapeResult, type TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { eventually } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addScrape } from '../src/commands/tasks/scrape.js';
import { addTasks } from '../src/commands/tasks/tasks.js';
import { GatewayUnderTest } from '../../gateway/test/gateway-under-test.js';
import { failure, RunningVerb } from './verbs.js';

const ROTUNDA = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));

let gateway: GatewayUnderTest;
let states: KvBucket<TaskState>;
beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  states = await KvBucket.open(gateway.nats.client, BUCKETS.tasks);
});
afterAll(() => gateway?.stop());

const scrape = (...args: string[]): RunningVerb =>
  new RunningVerb(addScrape, ['scrape', ...args, '--gateway', gateway.url]);
const tasks = (...args: string[]): RunningVerb =>
  new RunningVerb(addTasks, ['tasks', ...args, '--gateway', gateway.url]);

/** What a worker would write. */
async function change(id: string, changes: Partial<TaskState>): Promise<void> {
  const { value } = (await states.get(id))!;
  await states.put(id, { ...value, ...changes });
}

const run = (id: string, done: number, total: number): Promise<void> =>
  change(id, { state: 'STARTED', progress: { phase: 'documents', done, total, saved: 2, skipped: 0, errors: 0 } });

const end = (id: string, state: TaskState['state'], more: Partial<TaskState> = {}): Promise<void> => {
  const now = new Date().toISOString();
  return change(id, { state, times: { queued: now, started: now, finished: now }, ...more });
};

const resultOf = (chamber: ScrapeResult['chamber'], warnings: string[] = []): ScrapeResult => ({
  ...{ status: 'success', chamber, start_date: '2026-11-22', end_date: '2026-11-23', warnings },
  stats: { total: 4, saved: 3, skipped: 1, errors: 0 },
  filings: { listed: 2, known: 0, parsed: 1, paper: 1, needs_review: 0, unavailable: 0, failed: 0 },
});

const idOf = (verb: RunningVerb): Promise<string> =>
  eventually('the id', () => /^key-\S+|^[0-9a-f]{8}-\S+/m.exec(verb.stdout)?.[0]);

it('scrapes a window, and prints the id of the task', async () => {
  const submitted = await scrape('house', '--from', '2026-11-01', '--to', '2026-11-02').outcome();
  expect(submitted).toMatchObject({ code: 0, stderr: expect.stringMatching(/filings from .* will be scraped/) });
  const { value } = (await states.get(submitted.stdout.trim()))!;
  expect(value.args).toEqual({ start_date: '2026-11-01', end_date: '2026-11-02' });
  const again = scrape('house', '--from', '2026-11-01', '--to', '2026-11-02', '--unique', '--json').outcome();
  expect(JSON.parse((await again).stdout)).toMatchObject({ task_id: value.id, status: 'already_queued' });
});

it.each([
  [['--days-back', '7', '--from', '2026-11-01'], /--days-back and --from both/],
  [['--from', '2026-11-02', '--to', '2026-11-01'], /--from 2026-11-02 is after --to 2026-11-01/],
  [['--from', 'yesterday'], /must be a day such as/],
  [['--days-back', '0'], /whole number of days/],
])('refuses %j', async (args, message) => {
  expect(await scrape('house', ...args).outcome()).toEqual(failure(message, 'usage'));
});

it('shows the progress of both chambers, and sums up what they did', async () => {
  const verb = scrape('all', '--wait');
  const id = await idOf(verb);
  const [house, senate] = [`${id}-house-1`, `${id}-senate-1`];
  await run(house, 1, 2);
  await eventually('the progress', () => verb.stdout.includes('house   1 of 2 filings  2 trades saved'));
  expect(verb.stdout).toContain('senate  waits in the queue\n');
  await end(house, 'SUCCESS', { result: resultOf('house', ['no index of 2027']) });
  await end(senate, 'SUCCESS', { result: resultOf('senate') });
  expect(await verb.exited).toBe(0);
  expect(verb.stdout).toMatch(
    new RegExp(
      'SUCCESS\nsenate: 2 filings \\(1 parsed, 1 paper\\), 3 trades saved, 1 already stored, 0 unreadable.\n' +
        'house: 2 filings .*\nhouse: warning: no index of 2027\n$',
    ),
  );
});

it('waits for all of a group though a part has failed, and answers with the gateway’s own status', async () => {
  const verb = scrape('all', '--wait', '--json');
  const children = await eventually('its children', async () => {
    const { data } = (await (await fetch(`${gateway.url}/api/v1/tasks?state=PENDING`)).json()) as { data: TaskState[] };
    const ids = data.filter(({ group }) => group).map(({ id }) => id);
    return ids.length === 2 && ids;
  });
  await end(children[0]!, 'FAILURE', { error: { code: 'SiteUnavailable', message: 'down' } });
  const waiting = tasks('wait', children[0]!.replace(/-\w+-1$/, ''), '-q', '--timeout', '700ms').outcome();
  expect(await waiting).toEqual(failure(/not ended within 0.7 s, and going on: key-/, 'timeout'));
  await end(children[1]!, 'SUCCESS', { result: resultOf('house') });
  expect(await verb.exited).toBe(1);
  expect(JSON.parse(verb.stdout)).toMatchObject({ status: 'FAILURE', error: expect.stringContaining('down') });
});

it('waits for several tasks', async () => {
  const submit = async (chamber: string): Promise<string> => (await scrape(chamber, '-q').outcome()).stdout.trim();
  const [one, other] = [await submit('house'), await submit('senate')];
  const verb = tasks('wait', one, other, one);
  await eventually('progress', () => verb.stdout.includes('senate  waits in the queue'));
  await end(one, 'SUCCESS', { result: resultOf('house') });
  await end(other, 'REVOKED', { error: { code: 'Cancelled', message: 'by you' } });
  expect(await verb.exited).toBe(1);
  expect(verb.stdout).toMatch(
    new RegExp(`\n${one}: SUCCESS\n  house: 2 filings .*\n${other}: REVOKED: Cancelled: by you\n$`),
  );
  expect(await tasks('wait', one, '--json').outcome()).toMatchObject({
    ...{ code: 0, stdout: expect.stringMatching(/^\[\n {2}\{\n {4}"task_id"/) },
  });
  expect(await tasks('wait', one, 'nobody').outcome()).toEqual(failure(/no task nobody/, 'not_found'));
  expect(await tasks('wait', one, '--timeout', 'soon').outcome()).toEqual(failure(/number of seconds/, 'usage'));
});

it.each([429, 503])('waits where the first answer is %d, but not where the key is refused', async (status) => {
  const answers = [status, status, 200, 401];
  const busy = createServer((_, answer) => {
    answer.statusCode = answers.shift()!;
    answer.end(JSON.stringify({ detail: 'a detail', id: 'a', state: 'STARTED', progress: {} }));
  });
  await once(busy.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(busy.address() as AddressInfo).port}`;
  const verb = new RunningVerb(addTasks, ['tasks', 'wait', 'a', '--gateway', url, '--quiet']);
  expect(await verb.outcome()).toEqual(failure(/a detail/, 'refused'));
  expect(answers).toEqual([]);
  busy.close();
});

it('says after Ctrl-C that the task goes on, and how to cancel it', async () => {
  const child = spawn(process.execPath, [ROTUNDA, 'scrape', 'senate', '--wait', '--gateway', gateway.url]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  await eventually('progress', () => stdout.includes('waits in the queue'));
  const id = stdout.split('\n')[0]!;
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(stderr).toContain(
    `The task goes on.\nWait for it again: rotunda tasks wait ${id}\nCancel it: rotunda tasks cancel ${id}\n`,
  );
});
