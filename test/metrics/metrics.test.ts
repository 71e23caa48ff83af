import { spawnSync } from 'node:child_process';
import { commandSubject, BUCKETS } from '#rotunda/contracts';
import { VERSION } from '#rotunda/runtime';
import { eventually, ServiceProcess } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChamberStack } from '../contract/chamber-stack.js';
import { houseWithInterval } from '../flow/house-under-test.js';
import { documentedMetrics, renderMetrics, rewriteMetrics } from './metrics-list.js';
import { MetricsText } from './metrics-text.js';

const HOUR_MS = 60 * 60_000;
const LATE_MS = 2 * HOUR_MS;
const HAS_PROMTOOL = spawnSync('promtool', ['--version']).error === undefined;

const SERVICES = ['gateway', 'scheduler', 'house-scraper', 'senate-scraper'] as const;
type Service = (typeof SERVICES)[number];
/** Labels whose values are few: those of `worker` and `schedule` disappear with their worker or schedule. */
const LABELS: ReadonlySet<string> = new Set([
  ...['chamber', 'kind', 'source', 'outcome', 'status', 'state', 'schedule', 'worker', 'service', 'version', 'le'],
]);
type Served = Record<Service, MetricsText>;

const scrapes = { chamber: 'house', kind: 'scrape' };
const checks = { chamber: 'house', kind: 'check' };

let stack: ChamberStack;
let processes: Record<Service, ServiceProcess>;
let before: Served;
let after: Served;
/** Rows that the scrapes saved. */
let saved: number;

beforeAll(async () => {
  stack = await ChamberStack.start(houseWithInterval(10), {
    env: { TASK_MAX_RETRIES: '1', SITE_TRIES: '1', SITE_BREAKER_FAILURES: '100' },
  });
  const env = {
    NATS_URL: stack.nats.server.url,
    DATABASE_URL: stack.database.url,
    TASK_MAX_RETRIES: '1',
    TASK_HEARTBEAT_MS: '500',
  };
  const house = await stack.useScraper();
  const [gateway, scheduler, senate] = await Promise.all(
    ['gateway', 'scheduler', 'senate-scraper'].map((name) => ServiceProcess.start(name, env)),
  );
  processes = { gateway: gateway!, scheduler: scheduler!, 'house-scraper': house, 'senate-scraper': senate! };
  before = await readAll();
  await doEverythingOnce();
  after = await eventually('figures of what happened', readFresh);
});
afterAll(async () => {
  await Promise.all(Object.values(processes ?? {}).map((service) => service.stop()));
  await stack.stop();
});

const read = async (service: Service): Promise<MetricsText> =>
  new MetricsText(await (await fetch(`${processes[service].url}/metrics`)).text());

async function readAll(): Promise<Served> {
  return Object.fromEntries(
    await Promise.all(SERVICES.map(async (service) => [service, await read(service)])),
  ) as Served;
}

/** Figures of Postgres are up to five seconds old, and the history is written a moment after the task's end. */
async function readFresh(): Promise<Served | null> {
  const served = await readAll();
  const isThere = served.gateway.value('rotunda_last_success_timestamp_seconds', { chamber: 'house' }) !== undefined;
  const checksDone = ['success', 'rejected'].map((outcome) =>
    served['house-scraper'].value('rotunda_task_runs_total', { ...checks, outcome }),
  );
  const missed = served.scheduler.value('rotunda_schedule_missed_total', { schedule: 'missed' });
  return isThere && checksDone.join() === '2,1' && missed === 1 ? served : null;
}

const api = async <T>(path: string, body: unknown = {}): Promise<T> => {
  const answer = await fetch(`${processes.gateway.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
};

/** A scrape; one that fails after its retry, is queued again, fails again and is replayed; a valid and an invalid command
 * from the bus; late ticks. */
async function doEverythingOnce(): Promise<void> {
  const scrape = (): Promise<{ task_id: string }> => api('tasks/scrape/house', stack.recent());
  expect(await stack.ended((await scrape()).task_id)).toMatchObject({ state: 'SUCCESS' });
  stack.site.faults = { faults: [{ kind: 'overloaded' }] };
  const { task_id } = await scrape();
  expect(await stack.ended(task_id)).toMatchObject({ state: 'FAILURE', retries: 1 });
  await api(`tasks/${task_id}/retry`);
  await eventually('the second run', async () => {
    const state = await stack.find(task_id);
    return state?.run === 2 && state.state === 'FAILURE';
  });
  stack.site.faults = { faults: [] };
  await api('tasks/dead-letters/replay');
  await eventually('the replay', async () => (await stack.find(task_id))?.state === 'SUCCESS');
  await stack.nats.client.publish(commandSubject('house', 'check'), '{}');
  await stack.nats.client.publish(commandSubject('house', 'check'), 'not JSON');
  saved = await stack.count('transactions WHERE superseded_at IS NULL');
  await fireLate();
}

/** Two schedules whose tick was two hours ago: one makes up for it, the other skips it. */
async function fireLate(): Promise<void> {
  const at = new Date(Date.now() - LATE_MS);
  const last_fire = new Date(at.getTime() - HOUR_MS).toISOString();
  const late = {
    cron: `${at.getUTCMinutes()} ${at.getUTCHours()} * * *`,
    task: 'check',
    chambers: ['house'],
    last_fire,
  };
  for (const [name, catch_up] of [
    ['late', 'latest'],
    ['missed', 'none'],
  ] as const) {
    await stack.nats.client.publish(`$KV.${BUCKETS.schedules}.${name}`, JSON.stringify({ ...late, catch_up }));
  }
}

const moved = (service: Service, name: string, labels: Record<string, string> = {}): number =>
  after[service].value(name, labels)! - before[service].value(name, labels)!;

describe('counters begin at 0 and move when their thing happens', () => {
  it.each([
    ['gateway', { ...scrapes, source: 'rest' }, 2],
    ['gateway', { ...scrapes, source: 'retry' }, 1],
    ['gateway', { ...scrapes, source: 'replay' }, 1],
    ['gateway', { ...scrapes, source: 'sweep' }, 0],
    ['scheduler', { ...checks, source: 'schedule' }, 1],
    ['house-scraper', { ...checks, source: 'bus' }, 1],
    ['senate-scraper', { ...checks, chamber: 'senate', source: 'bus' }, 0],
  ] as const)('commands accepted, at the %s: %o', (service, labels, times) => {
    expect(before[service].value('rotunda_commands_accepted_total', labels)).toBe(0);
    expect(moved(service, 'rotunda_commands_accepted_total', labels)).toBe(times);
  });

  it.each([
    // The replay fetches what failed before; the site's failures leave its listing unread.
    [{ ...scrapes, outcome: 'success' }, 2],
    [{ ...scrapes, outcome: 'retry' }, 2],
    [{ ...scrapes, outcome: 'failure' }, 2],
    [{ ...checks, outcome: 'success' }, 2],
    [{ ...checks, outcome: 'rejected' }, 1],
  ])('attempts that ended as %o', (labels, times) => {
    expect(before['house-scraper'].value('rotunda_task_runs_total', labels)).toBe(0);
    expect(moved('house-scraper', 'rotunda_task_runs_total', labels)).toBe(times);
    const measured = after['house-scraper'].value('rotunda_task_duration_seconds_count', labels);
    expect(measured).toBe(labels.outcome === 'rejected' ? undefined : times);
  });

  it('the wait of each run in the queue, and its requests, filings and rows', () => {
    const house = { chamber: 'house' };
    expect(moved('house-scraper', 'rotunda_task_queue_wait_seconds_count', scrapes)).toBe(4);
    expect(moved('house-scraper', 'rotunda_task_queue_wait_seconds_count', checks)).toBe(2);
    const requests = { ok: '200', refused: '503' };
    const { ok, refused } = Object.fromEntries(
      Object.entries(requests).map(([key, status]) => [
        key,
        moved('house-scraper', 'rotunda_site_requests_total', { ...house, status }),
      ]),
    );
    expect(ok).toBeGreaterThan(5);
    expect(refused).toBe(stack.site.requests.filter(({ status }) => status === 503).length);
    expect(moved('house-scraper', 'rotunda_site_budget_wait_seconds_count', house)).toBe(stack.site.requests.length);
    expect(moved('house-scraper', 'rotunda_site_request_duration_seconds_count', house)).toBe(
      stack.site.requests.length,
    );
    expect(moved('house-scraper', 'rotunda_filings_stored_total', { ...house, status: 'parsed' })).toBeGreaterThan(2);
    expect(moved('house-scraper', 'rotunda_rows_total', { ...house, outcome: 'saved' })).toBe(saved);
    expect(after['house-scraper'].value('rotunda_tasks_running', scrapes)).toBe(0);
  });

  it('how late a tick was published, and that one was missed', () => {
    const lag = after.scheduler.value('rotunda_schedule_lag_seconds', { schedule: 'late' })!;
    expect(lag).toBeGreaterThan(LATE_MS / 1_000 - 60);
    expect(lag).toBeLessThan(LATE_MS / 1_000 + 10 * 60);
    expect(after.scheduler.value('rotunda_schedule_missed_total', { schedule: 'missed' })).toBe(1);
    expect(after.scheduler.value('rotunda_schedule_missed_total', { schedule: 'late' })).toBe(0);
    const next = after.scheduler.value('rotunda_schedule_next_fire_timestamp_seconds', { schedule: 'late' })!;
    expect(next).toBeGreaterThan(Date.now() / 1_000);
  });
});

it('the gateway shows the whole system', () => {
  const { gateway } = after;
  expect(before.gateway.value('rotunda_last_success_timestamp_seconds', { chamber: 'house' })).toBeUndefined();
  const success = gateway.value('rotunda_last_success_timestamp_seconds', { chamber: 'house' })!;
  expect(Math.abs(success - Date.now() / 1_000)).toBeLessThan(600);
  expect(before.gateway.value('rotunda_dead_letters')).toBe(0);
  expect(gateway.value('rotunda_workers', { chamber: 'house' })).toBe(1);
  const [heartbeat] = gateway.families.get('rotunda_worker_heartbeat_age_seconds')!.samples;
  expect(heartbeat!.value).toBeLessThan(30);
  expect(gateway.value('rotunda_queue_depth', scrapes)).toBe(0);
  expect(gateway.value('rotunda_queue_oldest_age_seconds', scrapes)).toBe(0);
  expect(gateway.value('rotunda_announcements_pending')).toBe(0);
  expect(gateway.value('rotunda_announcements_oldest_age_seconds')).toBe(0);
});

describe.each(SERVICES)('the metrics of %s', (service) => {
  it('say what it is, and whether NATS answers', () => {
    expect(after[service].value('rotunda_build_info', { service, version: VERSION })).toBe(1);
    expect(after[service].value('rotunda_nats_up')).toBe(1);
    expect(after[service].value('process_resident_memory_bytes')).toBeGreaterThan(0);
    expect(after[service].value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });

  it('have names with a unit where there is one, and each a help text', () => {
    for (const { name, type, help } of after[service].own) {
      expect(name).toMatch(/^rotunda_[a-z]+(_[a-z]+)*$/);
      expect(name.endsWith('_total'), name).toBe(type === 'counter');
      const isOfTime = type === 'histogram' || /_(age|wait|duration|lag|timestamp)(_|$)/.test(name);
      expect(name.endsWith('_seconds'), name).toBe(isOfTime);
      expect(help, name).toMatch(/^[A-Z0-9].{10,}[^.]$/);
    }
  });

  it('have no task ids or other labels without bounds', () => {
    for (const { name, samples } of after[service].own) {
      for (const { labels } of samples) {
        expect(
          Object.keys(labels).filter((label) => !LABELS.has(label)),
          name,
        ).toEqual([]);
      }
    }
  });

  it.skipIf(!HAS_PROMTOOL)('pass promtool check metrics; skipped without promtool on PATH', () => {
    const { stderr, status } = spawnSync('promtool', ['check', 'metrics'], { input: after[service].text });
    expect({ status, said: stderr.toString() }).toEqual({ status: 0, said: '' });
  });
});

it('docs/observability.md lists all of them; UPDATE_METRICS_DOC=1 rewrites it', async () => {
  const list = renderMetrics(after);
  if (process.env['UPDATE_METRICS_DOC']) await rewriteMetrics(list);
  expect(await documentedMetrics()).toBe(list);
});
