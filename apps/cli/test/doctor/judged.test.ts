import { NatsAccessError, type NatsFacts } from '#rotunda/messaging';
import { type ConnectionFault, DatabaseConnectionError, type DatabaseFacts } from '#rotunda/persistence';
import { untouchedSite } from '#rotunda/tasks';
import { describe, expect, it } from 'vitest';
import { NotThere } from '../../src/doctor/check.js';
import { clock, zoneFaults } from '../../src/doctor/checks/clock.js';
import { nats } from '../../src/doctor/checks/nats.js';
import { postgres } from '../../src/doctor/checks/postgres.js';
import { queue } from '../../src/doctor/checks/queue.js';
import { schedules } from '../../src/doctor/checks/schedules.js';
import { sites } from '../../src/doctor/checks/sites.js';
import { workers } from '../../src/doctor/checks/workers.js';
import { examine } from '../../src/doctor/examine.js';
import type { Installation } from '../../src/doctor/installation.js';
import { CHECKS } from '../../src/doctor/registry.js';
import { askSite } from '../../src/doctor/site-answers.js';
import {
  ago,
  DATABASE,
  findingsOf,
  NATS,
  NOW,
  provokes,
  schedule,
  SCHEDULES,
  serve,
  sound,
  waiting,
  withSettings,
  worker,
} from './provoked.js';

const later = (minutes: number): Date => ago(-minutes);

it('finds nothing where all is well', async () => {
  const judged = CHECKS.filter(({ name }) => !['files', 'memory', 'disk'].includes(name));
  const findings = await examine(judged, sound());
  expect(findings.map(({ check, code }) => [check, code])).toEqual(judged.map(({ name }) => [name, 'well']));
});

describe('any check', () => {
  const never = new Promise<never>(() => undefined);
  provokes(workers, 'not-checked', { workers: () => Promise.reject(new NotThere('NATS')) });
  provokes(workers, 'check-failed', { workers: () => Promise.reject(new Error('a bug of ours')) });
  // Its own time limit is twelve seconds.
  it("workers finds check-late, and doesn't hang", async () => {
    const findings = await examine([workers], sound({ workers: () => never }), 10);
    expect(findings).toMatchObject([{ code: 'check-late', level: 'error' }]);
  });
});

describe('nats', () => {
  const facts = (more: Partial<NatsFacts>): Partial<Installation> => ({
    natsFacts: async () => ({ ...NATS, ...more }),
  });
  const stream = { name: 'TASKS', bytes: 0, messages: 0, maxBytes: 1_000, maxMessages: null, since: null, lagging: [] };
  provokes(nats, 'nats-unreachable', { natsFacts: () => Promise.reject(new Error('NATS does not answer')) });
  provokes(nats, 'nats-refuses', {
    natsFacts: () => Promise.reject(new NatsAccessError('NATS refuses the credentials')),
  });
  provokes(nats, 'topology-behind', facts({ planned: ['consumer house-check created'] }));
  provokes(nats, 'replicas-lag', facts({ streams: [{ ...stream, lagging: ['nats-2'] }] }));
  provokes(nats, 'consumer-ahead', facts({ ahead: [{ stream: 'TASKS', consumer: 'house-scrape' }] }));
  provokes(nats, 'stream-nearly-full', facts({ streams: [{ ...stream, bytes: 900, since: ago(60).toISOString() }] }));
  provokes(nats, 'jetstream-nearly-full', facts({ storage: { used: 95, most: 100 } }));

  it('says when a stream is full at the present rate', async () => {
    const streams = [{ ...stream, bytes: 900, since: ago(9 * 60).toISOString() }];
    expect((await findingsOf(nats, facts({ streams })))[0]!.params).toMatchObject({
      percent: 90,
      when: 'in 1 h at this rate',
    });
  });
});

describe('postgres', () => {
  const facts = (more: Partial<DatabaseFacts>): Partial<Installation> => ({
    databaseFacts: async () => ({ ...DATABASE, ...more }),
  });
  const fault = (which: ConnectionFault): Partial<Installation> => ({
    databaseFacts: () => Promise.reject(new DatabaseConnectionError(which, new Error('it says why'))),
  });
  provokes(postgres, 'postgres-unreachable', fault('unreachable'));
  provokes(postgres, 'postgres-refuses', fault('refused'));
  provokes(postgres, 'database-missing', fault('missing'));
  provokes(postgres, 'migrations-missing', facts({ migrations: { missing: ['AddOne1'], unknown: [] } }));
  provokes(postgres, 'migrations-unknown', facts({ migrations: { missing: [], unknown: ['AddTwo2'] } }));
  provokes(postgres, 'roles-behind', { plannedRoles: async () => ['rights of role rotunda_read updated'] });
  provokes(postgres, 'connections-nearly-used', facts({ connections: { used: 96, most: 97 } }));
  provokes(postgres, 'pools-too-large', withSettings({ DATABASE_POOL_SIZE: '50' }));
  provokes(postgres, 'postgres-unsafe', facts({ settings: { ...DATABASE.settings, fsync: 'off' } }));
  provokes(postgres, 'transaction-idle', facts({ idle: [{ pid: 9, application: 'psql', seconds: 900 }] }));
  provokes(postgres, 'lock-waits', facts({ blocked: [{ pid: 9, by: 8, seconds: 60 }] }));
  provokes(postgres, 'outbox-stuck', facts({ unsent: { count: 4, oldestAt: ago(60) } }));
});

describe('clock', () => {
  const database = (now: Date): Partial<Installation> => ({ databaseFacts: async () => ({ ...DATABASE, now }) });
  provokes(clock, 'clock-drifts', database(new Date(NOW.getTime() + 5_000)));
  provokes(clock, 'clock-wrong', database(ago(2)));
  provokes({ ...clock, run: async () => zoneFaults(['Mars/Olympus_Mons']) }, 'time-zone-unknown', {});

  it('takes a Date header, which has whole seconds, for what it is', async () => {
    const answer = {
      chamber: 'house',
      host: 'h',
      url: 'http://h/',
      failed: null,
      reason: '',
      status: 200,
      at: NOW,
    } as const;
    const at = (offMs: number) => ({ siteAnswers: async () => [{ ...answer, date: new Date(NOW.getTime() + offMs) }] });
    expect(await findingsOf(clock, at(-2_900))).toMatchObject([{ code: 'well' }]);
    expect(await findingsOf(clock, at(-3_100))).toMatchObject([{ code: 'clock-drifts' }]);
  });
});

describe('workers', () => {
  provokes(workers, 'no-worker', { workers: async () => [worker('house')] });
  provokes(workers, 'worker-silent', { workers: async () => [worker('house', { seen: ago(0.4).toISOString() })] });
});

describe('queue', () => {
  provokes(queue, 'queue-stuck', { queue: async () => [waiting('tasks.house.scrape', ago(45))] });
  provokes(queue, 'task-not-registered', {
    queue: async () => [waiting('tasks.house.reparse', NOW)],
    workers: async () => [worker('house', { tasks: ['scrape', 'check'] })],
  });
  provokes(queue, 'dead-letters', { deadLetters: async () => 2 });

  it('asks the gateway why it is stuck', async () => {
    const asked: string[] = [];
    const ask = async <T>(path: string): Promise<T> => (asked.push(path), { reason: 'workers_busy' } as T);
    const [finding] = await findingsOf(queue, { queue: async () => [waiting('tasks.house.scrape', ago(45))], ask });
    expect(finding!.params).toMatchObject({ why: 'workers_busy', minutes: 45 });
    expect(asked).toEqual([expect.stringMatching(/^\/tasks\/.+\/why$/)]);
  });

  it('leaves scrapes that wait on purpose to the check of sites', async () => {
    const paused = { ...untouchedSite('house'), paused: { at: NOW.toISOString(), reason: null } };
    const held = { queue: async () => [waiting('tasks.house.scrape', ago(45))], sites: async () => [paused] };
    expect(await findingsOf(queue, held)).toMatchObject([{ code: 'well' }]);
  });
});

describe('schedules', () => {
  const entries = (...more: typeof SCHEDULES): Partial<Installation> => ({
    schedules: async () => [...SCHEDULES, ...more],
  });
  const all = (lastFire: Date): Partial<Installation> => ({
    schedules: async () => ['daily', 'weekly', 'check'].map((name) => schedule(name, lastFire)),
  });
  provokes(schedules, 'scheduler-silent', all(ago(180)));
  provokes(schedules, 'schedule-stale', entries(schedule('mine', ago(180))));
  provokes(schedules, 'schedule-ahead', entries(schedule('mine', later(120))));
  provokes(schedules, 'schedule-damaged', entries({ name: 'mine', schedule: null, faults: 'cron is missing' }));
  provokes(schedules, 'schedule-paused', entries(schedule('mine', NOW, { paused_at: ago(9).toISOString() })));
  provokes(schedules, 'schedule-missing', { schedules: async () => SCHEDULES.slice(1) });
});

describe('sites', () => {
  const answer = async (url: string): Promise<Partial<Installation>> => {
    const answered = await askSite('house', url, 'a@example.org');
    return { siteAnswers: async () => [answered] };
  };
  const house = (more: object): Partial<Installation> => ({
    sites: async () => [{ ...untouchedSite('house'), ...more }],
  });
  provokes(sites, 'site-unresolved', () => answer('http://site.invalid/'));
  provokes(sites, 'site-unreachable', () => answer('http://127.0.0.1:1/'));
  provokes(sites, 'site-refuses', async () => answer((await serve((_, reply) => reply.writeHead(403).end())).url));
  provokes(sites, 'site-paused', house({ paused: { at: NOW.toISOString(), reason: null } }));
  provokes(sites, 'site-blocked', house({ breaker: { ...untouchedSite('house').breaker, state: 'open' } }));
  provokes(sites, 'layout-changed', {
    ask: async <T>() => ({ degraded: [{ chamber: 'house', code: 'LayoutChanged', task_id: 't-1' }] }) as T,
  });
  const unaccepted = withSettings({ ROTUNDA_ACCEPT_TERMS: 'false' });
  provokes(sites, 'terms-not-accepted', { ...unaccepted, workers: async () => [] });
  it('believes the running workers, not the settings here, about the terms', async () => {
    const codes = async (more: Partial<Installation>) => (await findingsOf(sites, more)).map(({ code }) => code);
    expect(await codes(unaccepted)).toEqual(['well']);
    const withholds = [worker('senate', { withheld: { scrape: 'the terms are not accepted' } })];
    expect(await codes({ workers: async () => withholds })).toEqual(['terms-not-accepted']);
  });
  provokes(sites, 'contact-missing', withSettings({ SITE_CONTACT: '' }));

  it('asks a site once, under our name and with the contact', async () => {
    const agents: string[] = [];
    const { url } = await serve(({ headers }, reply) => {
      agents.push(headers['user-agent'] ?? '');
      reply.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect((await askSite('house', url, 'a@example.org')).status).toBe(302);
    expect(agents).toEqual([expect.stringMatching(/Rotunda.*a@example\.org/i)]);
  });
});
