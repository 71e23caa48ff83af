import { hostname } from 'node:os';
import { eventually, gatewayDatabase, ServiceProcess } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { houseWithInterval } from '../flow/house-under-test.js';
import { ChamberStack } from './chamber-stack.js';
import {
  expectActive,
  expectCancelled,
  expectHealth,
  expectQueued,
  expectScheduled,
  expectStats,
  expectStatus,
} from './replaced-shapes.js';

/** One slot each; after a failure a task waits for its retry until the test ends. */
const WORKER = { WORKER_CONCURRENCY: '1', SITE_TRIES: '1', TASK_RETRY_DELAY_MS: '600000' };
const LISTING = '/public_disc/financial-pdfs/*';
const FIRST = `house-scraper@${hostname()}`;
const SECOND = `house-scraper-2@${hostname()}`;

let stack: ChamberStack;
let gateway: ServiceProcess;
let scrapers: ServiceProcess[];

beforeAll(async () => {
  stack = await ChamberStack.start(houseWithInterval(0));
  const gatewayEnv = { NATS_URL: stack.nats.server.url, ...gatewayDatabase(stack.roles) };
  const both = [stack.startScraper(WORKER), stack.startScraper(WORKER)];
  [gateway, ...scrapers] = await Promise.all([ServiceProcess.start('gateway', gatewayEnv), ...both]);
});
afterAll(async () => {
  await gateway?.stop();
  await stack.stop();
});

// oxlint-disable-next-line typescript/no-explicit-any -- JSON, whose shape the test checks
type Json = any;

async function ask(method: string, path: string, body?: object): Promise<{ status: number; body: Json }> {
  const json = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
  const answer = await fetch(`${gateway.url}/api/${path}`, { method, ...json });
  return { status: answer.status, body: await answer.json() };
}

async function get(path: string): Promise<Json> {
  const { status, body } = await ask('GET', `v1/tasks/${path}`);
  expect({ path, status }).toEqual({ path, status: 200 });
  return body;
}

/** Polls until the answer is as expected. */
const getWhen = (path: string, isSo: (body: Json) => boolean): Promise<Json> =>
  eventually(`that of ${path}`, async () => {
    const body = await get(path);
    return isSo(body) ? body : null;
  });

const lastDay = () => ({ start_date: stack.site.window.end, end_date: stack.site.window.end });

async function scrape(chamber: string, args: object = lastDay()): Promise<string> {
  const { status, body } = await ask('POST', `v1/tasks/scrape/${chamber}`, args);
  expect(status).toBe(202);
  expectQueued(body);
  return body.task_id;
}

async function statusWhen(id: string, wanted: string): Promise<Json> {
  const body = await getWhen(`status/${id}`, ({ status }) => status === wanted);
  expectStatus(body);
  return body;
}

async function cancel(id: string): Promise<void> {
  const { status, body } = await ask('POST', `v1/tasks/cancel/${id}`);
  expect(status).toBe(200);
  expectCancelled(body);
  expect(body.task_id).toBe(id);
  await statusWhen(id, 'REVOKED');
}

const idsOf = (tasks: { task_id: string }[]): string[] => tasks.map(({ task_id }) => task_id).toSorted();

it('answers in the shapes of the replaced system while tasks run, wait for a retry and are queued', async () => {
  const done = await scrape('house');
  expect((await statusWhen(done, 'SUCCESS')).result).toMatchObject({ status: 'success', chamber: 'house' });
  stack.site.faults = { faults: [{ kind: 'overloaded', times: 1, path: LISTING }] };
  const failed = await scrape('house', { days_back: 3 });
  expect((await statusWhen(failed, 'RETRY')).error).toMatch(/^SiteUnavailable: /);
  stack.site.faults = { faults: [{ kind: 'slow', delayMs: 120_000, path: LISTING }] };
  const running = [await scrape('house'), await scrape('house')];
  for (const id of running) await statusWhen(id, 'STARTED');
  const queued = await scrape('all');
  await statusWhen(queued, 'PENDING');
  await ask('PUT', 'v1/schedules/nightly', { cron: '0 2 * * *', task: 'scrape', args: { days_back: 1 } });

  const active = await getWhen('active', ({ active_tasks }) => active_tasks.length === 2);
  expectActive(active);
  expect(active.worker_count).toBe(2);
  expect(idsOf(active.active_tasks)).toEqual(running.toSorted());
  expect(active.active_tasks.map(({ worker }: Json) => worker).toSorted()).toEqual([SECOND, FIRST].toSorted());
  expect(active.active_tasks[0]).toMatchObject({ task_name: 'tasks.house.scrape', kwargs: lastDay() });

  const scheduled = await getWhen('scheduled', ({ scheduled_tasks }) => scheduled_tasks.length === 3);
  expectScheduled(scheduled);
  expect(scheduled.worker_count).toBe(2);
  const retry = scheduled.scheduled_tasks.find(({ task_id }: Json) => task_id === failed);
  expect(retry).toMatchObject({ worker: expect.stringContaining('@'), kwargs: { days_back: 3 } });
  expect(Date.parse(retry.eta)).toBeGreaterThan(Date.now());

  const isBusy = ({ workers }: Json) => Object.values<Json>(workers).every(({ active_tasks }) => active_tasks === 1);
  const stats = await getWhen('stats', isBusy);
  expectStats(stats);
  expect(Object.keys(stats.workers).toSorted()).toEqual([SECOND, FIRST].toSorted());
  const totals = Object.values<Json>(stats.workers).map(({ total_tasks }) => total_tasks['tasks.house.scrape'] ?? 0);
  expect(totals[0] + totals[1]).toBe(2);
  expect(Object.values<Json>(stats.workers)).toMatchObject([{ pool_size: 1 }, { pool_size: 1 }]);

  const health = await get('health');
  expectHealth(health);
  expect(health).toMatchObject({ status: 'healthy', workers: 2 });

  for (const id of [...running, failed, queued]) await cancel(id);
  expect((await get('active')).active_tasks).toEqual([]);
});

it('gives the successor of a killed process its name, and reports when no worker is there', async () => {
  const { workers } = await get('stats');
  const killed = scrapers.find(({ pid }) => pid === workers[FIRST].pid)!;
  await killed.stop('SIGKILL');
  const successor = await stack.startScraper(WORKER);
  const stats = await getWhen('stats', (body) => body.workers[FIRST]?.pid === successor.pid);
  expect(Object.keys(stats.workers).toSorted()).toEqual([SECOND, FIRST].toSorted());

  await Promise.all([...scrapers, successor].map((scraper) => scraper.stop()));
  const none = await getWhen('stats', ({ worker_count }) => worker_count === 0);
  expectStats(none);
  const health = await get('health');
  expectHealth(health);
  expect(health).toMatchObject({ status: 'unhealthy', message: expect.stringMatching(/^No worker/), workers: 0 });
});

it('has each of these answers as an example in its OpenAPI document', async () => {
  const { body: document } = await ask('GET', 'docs-json');
  const documented: [string, string, string, number, (answer: Json) => unknown][] = [
    ['post', 'scrape/{chamber}', '202', 1, expectQueued],
    ['get', 'status/{id}', '200', 3, expectStatus],
    ['get', 'active', '200', 1, expectActive],
    ['get', 'scheduled', '200', 1, expectScheduled],
    ['get', 'stats', '200', 1, expectStats],
    ['get', 'health', '200', 2, expectHealth],
    ['get', 'health', '503', 1, expectHealth],
    ['post', 'cancel/{id}', '200', 2, expectCancelled],
  ];
  for (const [method, path, status, count, expectShape] of documented) {
    const { example, examples } =
      document.paths[`/api/v1/tasks/${path}`][method].responses[status].content['application/json'];
    const answers = example ? [example] : Object.values<Json>(examples).map(({ value }) => value);
    expect({ path, answers: answers.length }).toEqual({ path, answers: count });
    answers.forEach(expectShape);
  }
});
