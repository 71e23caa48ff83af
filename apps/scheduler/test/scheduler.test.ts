import { BUCKETS, type ScheduleDefinition, type ScheduleState, STREAMS, type TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import {
  DEFAULT_SCHEDULES,
  ExpiredCommands,
  ScheduleBook,
  scheduleOf,
  Schedules,
  TaskDispatcher,
  TaskStore,
} from '#rotunda/tasks';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Scheduler } from '../src/scheduler.js';

const MINUTE_MS = 60_000;
/** The commands of a daily tick, 02:00 on 23 November. */
const DAILY = {
  days_back: 1,
  include_unknown: true,
  since_last_success: true,
  expires_at: '2026-11-24T02:00:00.000Z',
};

const LIMITS = { TASK_MAX_RETRIES: 3, SCRAPE_MAX_WINDOW_DAYS: 30 };
const HOURLY: ScheduleDefinition = { cron: '0 * * * *', task: 'check', chambers: ['house'] };

let nats: TestNats;
let schedules: KvBucket<ScheduleState>;
let tasks: KvBucket<TaskState>;

beforeAll(async () => {
  nats = await startTestNats();
  schedules = await KvBucket.open(nats.client, BUCKETS.schedules);
  tasks = await KvBucket.open(nats.client, BUCKETS.tasks);
});

afterAll(() => nats.stop());

beforeEach(async () => {
  await nats.client.manager.streams.purge(STREAMS.tasks);
  await nats.client.manager.streams.purge(`KV_${BUCKETS.schedules}`);
  await nats.client.manager.streams.purge(`KV_${BUCKETS.tasks}`);
});

const started: Scheduler[] = [];

/** A store whose reader freezes after each read, like a process that the system stopped; the clock goes on. */
class FreezingStore extends TaskStore {
  freezeMs = 0;
  now = new Date('2027-04-20T03:00:00Z');
  override async find(...id: Parameters<TaskStore['find']>): ReturnType<TaskStore['find']> {
    const found = await super.find(...id);
    this.now = new Date(this.now.getTime() + this.freezeMs);
    return found;
  }
}

async function scheduler(
  store = new TaskStore(tasks),
  dispatcher = new TaskDispatcher(nats.queue, store, LIMITS, systemClock),
  book = new ScheduleBook(new Schedules(schedules), systemClock),
  now = systemClock,
): Promise<Scheduler> {
  const expired = new ExpiredCommands(nats.queue, store);
  const one = new Scheduler(new Schedules(schedules), book, dispatcher, store, expired, now);
  started.push(one);
  await one.onApplicationBootstrap();
  return one;
}
afterEach(() => {
  started.splice(0).forEach((one) => one.onModuleDestroy());
});

/** Stores schedules whose last fire was `last_fire`. */
async function enter(last_fire: string): Promise<void> {
  for (const definition of DEFAULT_SCHEDULES) {
    await schedules.put(definition.name, scheduleOf(definition.name, definition, null, new Date(last_fire)));
  }
}

/** The ids and bodies of the commands in the queue, in order, from the sequence `first` on. */
async function commands(first = 1): Promise<[id: string, body: unknown][]> {
  const found: [string, unknown][] = [];
  for (let next = first; ;) {
    const message = await nats.client.nextStored(STREAMS.tasks, next);
    if (!message) return found;
    found.push([message.header('Rotunda-Task-Id')!, JSON.parse(new TextDecoder().decode(message.data))]);
    next = message.sequence + 1;
  }
}

async function end(id: string): Promise<void> {
  const { value, revision } = (await tasks.get(id))!;
  await tasks.update(id, { ...value, state: 'SUCCESS' }, revision);
}

it('publishes a tick under an id made of its instant', async () => {
  await enter('2026-11-22T03:00:00Z');
  await (await scheduler()).fireDue(new Date('2026-11-23T02:00:00.400Z'));
  expect(await commands()).toEqual([
    ['daily-senate-20261123T020000Z', DAILY],
    ['daily-house-20261123T020000Z', DAILY],
    ['check-senate-20261123T020000Z', { expires_at: '2026-11-23T02:05:00.000Z' }],
    ['check-house-20261123T020000Z', { expires_at: '2026-11-23T02:05:00.000Z' }],
  ]);
  expect((await tasks.get('daily-house-20261123T020000Z'))?.value.state).toBe('PENDING');
});

it('fires each tick of a day once with three schedulers', async () => {
  await enter('2026-11-28T23:59:00Z');
  const three = await Promise.all([scheduler(), scheduler(), scheduler()]);
  const midnight = Date.parse('2026-11-29T00:00:00Z');
  let seen = 0;
  for (let minute = 0; minute < 4 * 60; minute++) {
    const now = new Date(midnight + minute * MINUTE_MS);
    await Promise.all(three.map((one) => one.fireDue(now)));
    for (const [id] of await commands(seen + 1)) await end(id);
    seen = (await nats.client.storedRange(STREAMS.tasks)).last;
  }
  const ids = (await commands()).map(([id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.startsWith('check'))).toHaveLength(96);
  expect(ids.filter((id) => !id.startsWith('check'))).toEqual([
    'daily-senate-20261129T020000Z',
    'daily-house-20261129T020000Z',
    'weekly-senate-20261129T030000Z',
    'weekly-house-20261129T030000Z',
  ]);
});

it('catches up on the latest tick of an outage, and does not fire it again after a restart', async () => {
  await enter('2026-11-21T02:00:00Z');
  await (await scheduler()).fireDue(new Date('2026-11-24T07:31:00Z'));
  await (await scheduler()).fireDue(new Date('2026-11-24T07:31:01Z'));
  const ids = (await commands()).map(([id]) => id);
  expect(ids).toContain('daily-house-20261124T020000Z');
  expect(ids.filter((id) => id.startsWith('daily'))).toHaveLength(2);
});

it('skips a tick while the last one is unfinished, and continues afterwards', async () => {
  await enter('2026-11-25T01:57:00Z');
  const often = scheduleOf('often', { cron: '*/5 * * * *', task: 'check' }, null, new Date('2026-11-25T02:01:00Z'));
  await schedules.put('often', often);
  const one = await scheduler();
  await one.fireDue(new Date('2026-11-25T02:05:00Z'));
  await one.fireDue(new Date('2026-11-25T02:10:00Z'));
  expect((await commands()).map(([id]) => id).filter((id) => id.startsWith('often'))).toEqual([
    'often-senate-20261125T020500Z',
    'often-house-20261125T020500Z',
  ]);
  await end('often-house-20261125T020500Z');
  await one.fireDue(new Date('2026-11-25T02:15:00Z'));
  expect((await commands()).map(([id]) => id).filter((id) => id.startsWith('often'))).toEqual([
    'often-senate-20261125T020500Z',
    'often-house-20261125T020500Z',
    'often-house-20261125T021500Z',
  ]);
});

/** The commands of one schedule in the queue, with their expiry. */
async function expiries(schedule: string): Promise<[id: string, expires_at: unknown][]> {
  const own = (await commands()).filter(([id]) => id.startsWith(`${schedule}-`));
  return own.map(([id, body]) => [id, (body as { expires_at?: unknown }).expires_at]);
}

async function enterHouse(name: string, cron: string, last_fire: string, more = {}): Promise<void> {
  const definition: ScheduleDefinition = { cron, task: 'scrape', chambers: ['house'], ...more };
  await schedules.put(name, scheduleOf(name, definition, null, new Date(last_fire)));
}

it('replaces a tick that expired before a worker took it', async () => {
  await enter('2027-04-01T03:00:00Z');
  await enterHouse('nobody', '0 2 * * *', '2027-04-01T03:00:00Z');
  const one = await scheduler();
  for (const day of ['02', '03', '04']) await one.fireDue(new Date(`2027-04-${day}T02:00:00.400Z`));
  // However long no worker comes, they do not pile up.
  expect(await expiries('nobody')).toEqual([['nobody-house-20270404T020000Z', '2027-04-05T02:00:00.000Z']]);
  for (const day of ['02', '03']) {
    const { value } = (await tasks.get(`nobody-house-202704${day}T020000Z`))!;
    expect(value).toMatchObject({ state: 'REVOKED', error: { code: 'Expired' } });
  }
});

it('waits for a tick that a worker took, however long ago it would have expired', async () => {
  await enter('2027-04-06T03:00:00Z');
  await enterHouse('begun', '0 2 * * *', '2027-04-06T03:00:00Z');
  const one = await scheduler();
  await one.fireDue(new Date('2027-04-07T02:00:00Z'));
  const id = 'begun-house-20270407T020000Z';
  const { value, revision } = (await tasks.get(id))!;
  const begun = { n: 1, worker: 'w', started: '2027-04-07T02:00:01.000Z', finished: null };
  const times = { ...value.times, started: begun.started };
  await tasks.update(id, { ...value, state: 'RETRY', attempts: [begun], times }, revision);
  await one.fireDue(new Date('2027-04-08T02:00:00Z'));
  expect(await expiries('begun')).toEqual([[id, '2027-04-08T02:00:00.000Z']]);
});

it.each([
  ['weekly', '0 3 * * 0', {}, '2027-04-11T03:00:00Z', '2027-04-18T03:00:00.000Z'],
  ['workdays', '0 9-17 * * 1-5', {}, '2027-04-16T09:00:00Z', '2027-04-19T09:00:00.000Z'],
  ['hourly', '0 * * * *', {}, '2027-04-16T09:00:00Z', '2027-04-17T09:00:00.000Z'],
  ['weekly-expiring', '0 3 * * 0', { expires: true }, '2027-04-11T03:00:00Z', '2027-04-18T03:00:00.000Z'],
])('keeps the command of a %s tick (%s) until another replaces it', async (name, cron, more, fire, expiry) => {
  await enter(fire);
  await enterHouse(`kept-${name}`, cron, new Date(Date.parse(fire) - MINUTE_MS).toISOString(), more);
  await (await scheduler()).fireDue(new Date(fire));
  expect((await expiries(`kept-${name}`)).map(([, at]) => at)).toEqual([expiry]);
});

it('publishes nothing that it read before it was frozen, and reads again', async () => {
  await enter('2027-04-20T00:00:00Z');
  await enterHouse('frozen', '0 3 * * *', '2027-04-20T00:00:00Z');
  const store = new FreezingStore(tasks);
  const dispatcher = new TaskDispatcher(nats.queue, store, LIMITS, systemClock);
  const one = await scheduler(store, dispatcher, undefined, () => store.now);
  store.freezeMs = 25 * 60 * MINUTE_MS;
  await one.fireDue(new Date('2027-04-20T03:00:00Z'));
  expect(await expiries('frozen')).toEqual([]);
  store.freezeMs = 0;
  await one.fireDue(new Date('2027-04-20T03:00:01Z'));
  expect((await expiries('frozen')).map(([id]) => id)).toEqual(['frozen-house-20270420T030000Z']);
});

it('does not repeat a finished tick, even where another scheduler crashed before it stored the last fire', async () => {
  await enter('2026-11-25T03:00:00Z');
  // A day of its own: the stream remembers ids even after a purge.
  const now = new Date('2026-11-26T02:00:01Z');
  await (await scheduler()).fireDue(now);
  expect(await commands()).toHaveLength(4);
  await nats.client.manager.streams.purge(STREAMS.tasks);
  await enter('2026-11-25T03:00:00Z');
  await (await scheduler()).fireDue(now);
  expect(await commands()).toEqual([]);
});

it('does not catch up on a first start', async () => {
  const first = await scheduler();
  await first.fireDue(new Date());
  expect(await commands()).toEqual([]);
  expect((await schedules.get('weekly'))?.value).toMatchObject({ cron: '0 3 * * 0', timezone: 'UTC' });
});

it('fires all schedules, including one written by hand, but none that is unreadable', async () => {
  await nats.client.jetstream.publish(`$KV.${BUCKETS.schedules}.broken`, 'no JSON');
  await schedules.put('never', { cron: '0 0 30 2 *', task: 'check' } as ScheduleState);
  await schedules.put('martian', { cron: '* * * * *', task: 'check', chambers: ['mars'] } as unknown as ScheduleState);
  await schedules.put('by-hand', { cron: '*/10 * * * *', task: 'check', chambers: ['house'] } as ScheduleState);
  const one = await scheduler();
  await one.fireDue(new Date('2027-01-04T10:05:00Z'));
  await one.fireDue(new Date('2027-01-04T10:10:00Z'));
  const own = DEFAULT_SCHEDULES.map(({ name }) => `${name}-`);
  const ids = (await commands()).map(([id]) => id).filter((id) => !own.some((name) => id.startsWith(name)));
  expect(ids).toEqual(['by-hand-house-20270104T101000Z']);
});

it('skips the ticks of a paused schedule, and fires none of them later', async () => {
  await enter('2027-01-05T00:00:00Z');
  const check = (await schedules.get('check'))!;
  await schedules.update('check', { ...check.value, paused_at: '2027-01-05T00:01:00Z' }, check.revision);
  const one = await scheduler();
  await one.fireDue(new Date('2027-01-05T00:05:00Z'));
  const paused = (await schedules.get('check'))!;
  expect(paused.value.last_fire).toBe('2027-01-05T00:05:00.000Z');
  await schedules.update('check', { ...paused.value, paused_at: null }, paused.revision);
  await one.fireDue(new Date('2027-01-05T00:06:00Z'));
  expect(await commands()).toEqual([]);
  await one.fireDue(new Date('2027-01-05T00:10:00Z'));
  expect((await commands()).map(([id]) => id)).toContain('check-house-20270105T001000Z');
});

it('does not restore a removed schedule', async () => {
  await enter('2027-01-06T00:00:00Z');
  await schedules.remove('weekly');
  await scheduler();
  expect(await schedules.get('weekly')).toBeNull();
});

it('publishes a window that is too long for one task as a group, and waits for its last child', async () => {
  await enter('2026-11-22T03:00:00Z');
  const [daily] = DEFAULT_SCHEDULES;
  const long = { ...daily!, chambers: ['house' as const], args: { days_back: 40 } };
  await schedules.put(daily!.name, scheduleOf(daily!.name, long, null, new Date('2026-11-22T03:00:00Z')));
  await (await scheduler()).fireDue(new Date('2026-11-23T02:00:00.400Z'));
  const house = (await commands()).filter(([id]) => id.startsWith('daily-house'));
  expect(house).toMatchObject([
    ['daily-house-20261123T020000Z-house-1', { start_date: '2026-10-13', end_date: '2026-11-11' }],
    ['daily-house-20261123T020000Z-house-2', { start_date: '2026-11-12', end_date: '2026-11-22' }],
  ]);
  expect((await schedules.get(daily!.name))!.value.last_tasks.house).toBe(house.at(-1)![0]);
});

it('skips a tick while any child of the group before it is unfinished', async () => {
  await enter('2026-11-25T00:00:00Z');
  const long: ScheduleDefinition = { cron: '0 * * * *', task: 'scrape', args: { days_back: 40 }, chambers: ['house'] };
  await schedules.put('long', scheduleOf('long', long, null, new Date('2026-11-25T10:30:00Z')));
  const one = await scheduler();
  const ofLong = async (): Promise<string[]> =>
    (await commands()).map(([id]) => id).filter((id) => id.startsWith('long-'));
  await one.fireDue(new Date('2026-11-25T11:00:00Z'));
  const [first, last] = await ofLong();
  expect(last).toBe('long-house-20261125T110000Z-house-2');
  await end(last!);
  await one.fireDue(new Date('2026-11-25T12:00:00Z'));
  expect(await ofLong()).toEqual([first, last]);
  await end(first!);
  await one.fireDue(new Date('2026-11-25T13:00:00Z'));
  expect((await ofLong()).slice(2)).toEqual([
    'long-house-20261125T130000Z-house-1',
    'long-house-20261125T130000Z-house-2',
  ]);
});

it('records the tasks of a tick during which the cron expression was edited', async () => {
  await enter('2027-03-01T00:00:00Z');
  const before = scheduleOf('edited', { ...HOURLY, cron: '0 * * * *' }, null, new Date('2027-03-01T09:30:00Z'));
  await schedules.put('edited', before);
  const store = new TaskStore(tasks);
  const entries = new Schedules(schedules);
  class EditedMeanwhile extends TaskDispatcher {
    override async submitScheduled(...task: Parameters<TaskDispatcher['submitScheduled']>): Promise<string> {
      const id = await super.submitScheduled(...task);
      const edited = { ...HOURLY, cron: '30 * * * *' };
      if (id.startsWith('edited-')) await entries.put('edited', edited, new Date('2027-03-01T10:00:01Z'), () => {});
      return id;
    }
  }
  const dispatcher = new EditedMeanwhile(nats.queue, store, LIMITS, systemClock);
  const one = await scheduler(store, dispatcher);
  await one.fireDue(new Date('2027-03-01T10:00:00Z'));
  const id = 'edited-house-20270301T100000Z';
  expect((await schedules.get('edited'))!.value).toMatchObject({ cron: '30 * * * *', last_tasks: { house: id } });
  const ofEdited = async (): Promise<string[]> =>
    (await commands()).map(([task]) => task).filter((task) => task.startsWith('edited-'));
  const again = await scheduler();
  await again.fireDue(new Date('2027-03-01T10:30:00Z'));
  expect(await ofEdited()).toEqual([id]);
  await end(id);
  await again.fireDue(new Date('2027-03-01T11:30:00Z'));
  expect(await ofEdited()).toEqual([id, 'edited-house-20270301T113000Z']);
});

it('reports a schedule that can’t be fired for a reason outside of its entry', async () => {
  await enter('2027-04-21T00:00:00Z');
  await enterHouse('unlucky', '0 3 * * *', '2027-04-21T00:00:00Z');
  let isBroken = true;
  class BrokenStore extends TaskStore {
    override find(id: string): ReturnType<TaskStore['find']> {
      if (isBroken && id.startsWith('unlucky-')) throw new TypeError('no such luck');
      return super.find(id);
    }
  }
  const book = new ScheduleBook(new Schedules(schedules), systemClock);
  const one = await scheduler(new BrokenStore(tasks), undefined, book);
  const now = new Date('2027-04-21T03:00:00Z');
  await one.fireDue(now);
  expect(book.damaged(now)).toEqual([{ name: 'unlucky', reason: expect.stringContaining('no such luck') }]);
  expect((await expiries('daily')).length).toBeGreaterThan(0);
  isBroken = false;
  await one.fireDue(now);
  expect(book.damaged(now)).toEqual([]);
  expect((await expiries('unlucky')).map(([id]) => id)).toEqual(['unlucky-house-20270421T030000Z']);
});

it('publishes nothing of a schedule with invalid args, and reports it until it is fixed', async () => {
  const wrong = { ...HOURLY, cron: '* * * * *', task: 'scrape', args: { days: 2 }, last_fire: '2027-03-02T09:59:30Z' };
  const later = { ...wrong, args: { start_date: '2027-06-01' } };
  await schedules.put('wrong', wrong as unknown as ScheduleState);
  await schedules.put('later', later as unknown as ScheduleState);
  const entries = new Schedules(schedules);
  const book = new ScheduleBook(entries, systemClock);
  await book.open();
  const one = await scheduler();
  const minute = new Date('2027-03-02T10:00:00Z');
  await one.fireDue(minute);
  const own = async (): Promise<string[]> =>
    (await commands()).map(([id]) => id).filter((id) => /^(?:wrong|later)-/.test(id));
  expect(await own()).toEqual([]);
  expect(book.damaged(minute)).toEqual([
    { name: 'wrong', reason: expect.stringMatching(/^args: .*days/) },
    { name: 'later', reason: expect.stringContaining('start_date 2027-06-01 must not be after') },
  ]);
  await expect(entries.find('wrong', minute)).rejects.toThrow(/wrong is damaged and does not fire: args: .*days/);

  await schedules.put('wrong', { ...wrong, args: { days_back: 2 } } as unknown as ScheduleState);
  await eventually('the mended one', () => book.damaged(minute).length === 1);
  await eventually('its tick', async () => {
    await one.fireDue(minute);
    return (await own()).length === 1;
  });
  expect(book.damaged(new Date('2027-06-02T12:00:00Z'))).toEqual([]);
  book.close();
});
