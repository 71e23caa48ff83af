import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CHAMBERS, type Chamber, type ScheduleState, type WorkerState } from '#rotunda/contracts';
import type { NatsFacts, StoredMessage } from '#rotunda/messaging';
import type { DatabaseFacts } from '#rotunda/persistence';
import { VERSION } from '#rotunda/runtime';
import { untouchedSite } from '#rotunda/tasks';
import { expect, it, onTestFinished } from 'vitest';
import { RotundaApi } from '../../src/api/rotunda-api.js';
import type { Check } from '../../src/doctor/check.js';
import { examine } from '../../src/doctor/examine.js';
import type { Finding } from '../../src/doctor/finding.js';
import type { Installation, ScheduleEntry } from '../../src/doctor/installation.js';

export const NOW = new Date();
export const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

export const NATS: NatsFacts = { version: '2.12.0', planned: [], streams: [], ahead: [], storage: null };

export const DATABASE: DatabaseFacts = {
  ...{ version: 180_001, now: NOW, askedAt: NOW, migrations: { missing: [], unknown: [] } },
  settings: { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' },
  connections: { used: 10, most: 97 },
  ...{
    idle: [],
    blocked: [],
    unsent: { count: 0, oldestAt: null },
    bytes: 1,
    bytesPerDay: 0,
    folder: null,
    verdicts: [],
  },
};

export const worker = (chamber: Chamber, more: Partial<WorkerState> = {}): WorkerState => ({
  ...{ v: 1, id: `${chamber}-1`, name: `${chamber}-scraper@host`, chamber, pid: 7, version: VERSION, processed: 0 },
  ...{ started: NOW.toISOString(), seen: NOW.toISOString(), tasks: ['scrape', 'check', 'reparse'], active: [] },
  ...more,
});

/** With ticks at each full hour. */
export function schedule(name: string, lastFire: Date, more: Partial<ScheduleState> = {}): ScheduleEntry {
  const state: ScheduleState = {
    ...{
      v: 1,
      name,
      cron: '0 * * * *',
      every: null,
      timezone: 'UTC',
      task: 'check',
      args: {},
      overlap: 'skip',
      catch_up: 'none',
    },
    ...{ expires: false, chambers: [...CHAMBERS], paused_at: null, last_fire: lastFire.toISOString(), last_tasks: {} },
    ...more,
  };
  return { name, schedule: state, faults: '' };
}

export const SCHEDULES = ['daily', 'weekly', 'check'].map((name) => schedule(name, NOW));

export const waiting = (subject: string, oldestAt: Date) => ({
  ...{ subject, count: 3, oldestAt },
  oldest: {
    subject,
    sequence: 1,
    publishedAt: oldestAt,
    data: new Uint8Array(),
    header: () => undefined,
  } as StoredMessage,
});

const VALUES: Record<string, string> = {
  NATS_URL: 'nats://nats.invalid:4222',
  DATABASE_URL: 'postgres://u:secret@postgres.invalid/rotunda',
  DATABASE_POOL_SIZE: '10',
  WORKER_MAX_MEMORY_MB: '768',
  SENATE_FETCH: 'http',
  ROTUNDA_ACCEPT_TERMS: 'true',
  SITE_CONTACT: 'a@example.org',
};

/** An installation in which nothing is wrong. */
export const sound = (more: Partial<Installation> = {}): Installation => ({
  ...{ env: {}, folder: null, isOffline: true, now: NOW, nodeVersion: '24.1.0' },
  api: new RotundaApi('http://gateway.invalid'),
  settings: async () => [],
  setting: async (name) => VALUES[name] ?? '',
  natsClient: () => Promise.reject(new Error('no NATS here')),
  natsFacts: async () => NATS,
  databaseFacts: async () => DATABASE,
  plannedRoles: async () => [],
  workers: async () => CHAMBERS.map((chamber) => worker(chamber)),
  queue: async () => [],
  schedules: async () => SCHEDULES,
  sites: async () => CHAMBERS.map(untouchedSite),
  deadLetters: async () => 0,
  siteAnswers: async () => [],
  ask: async () => null,
  listener: async () => null,
  close: async () => undefined,
  ...more,
});

/** The same with other values of some settings. */
export const withSettings = (values: Record<string, string>): Partial<Installation> => ({
  setting: async (name) => ({ ...VALUES, ...values })[name] ?? '',
});

export const findingsOf = (check: Check, more: Partial<Installation>): Promise<Finding[]> =>
  examine([check], sound(more));

/** A test that a check finds this fault in such an installation; registry.test.ts looks for one of each code. */
export function provokes(
  check: Check,
  code: string,
  how: Partial<Installation> | (() => Promise<Partial<Installation>>),
): void {
  it(`${check.name} finds ${code}`, async () => {
    const findings = await findingsOf(check, typeof how === 'function' ? await how() : how);
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(findings.find((finding) => finding.code === code)!.message).not.toContain('secret@');
  });
}

/** A web server for one test. */
export async function serve(answer: RequestListener): Promise<{ port: number; url: string }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}` };
}
