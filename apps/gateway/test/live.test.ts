import { afterAll, beforeAll, expect, it } from 'vitest';
import { budgetKey, BUCKETS, deadLetterSubject, type SiteState, STREAMS, tradeSubject } from '#rotunda/contracts';
import { bucketStream, KvBucket } from '#rotunda/messaging';
import { eventually, TcpProxy } from '#rotunda/testing';
import { expectProblem, GatewayUnderTest } from './gateway-under-test.js';
import { readEvents, type ReceivedEvent } from './read-events.js';
import { ended, schedule, task, worker } from './tasks/task-samples.js';

const proxy = new TcpProxy();
let gateway: GatewayUnderTest;
let natsUrl: string;
let sites: KvBucket<object>;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start({}, undefined, (url) => {
    natsUrl = url;
    return proxy.open(url);
  });
  sites = await KvBucket.open(gateway.client, BUCKETS.sites);
});
afterAll(async () => {
  await gateway.stop();
  await proxy.cut();
});

const url = (query = ''): string => `${gateway.url}/api/v1/live${query}`;
const follow = (
  query: string,
  isLast: (event: ReceivedEvent) => boolean,
  write: () => unknown = () => undefined,
  id?: string,
): Promise<ReceivedEvent[]> =>
  readEvents(url(query), isLast, id === undefined ? {} : { 'last-event-id': id }, async () => void (await write()));
const is =
  (event: string, fields: object = {}) =>
  (received: ReceivedEvent): boolean =>
    received.event === event && Object.entries(fields).every(([name, value]) => received.data[name] === value);
const inWords = ({ event, data }: ReceivedEvent): string =>
  [event, data.id ?? data.name ?? data.connected, data.state].join(' ').trim();
const names = (events: ReceivedEvent[]): string[] => events.map(inWords);

const announcement = (id: string) => ({
  ...{ specversion: '1.0', id, source: '/filings/f', type: 'rotunda.trade.new', subject: 't', backfill: false },
  ...{
    time: '2026-11-24T10:00:00.000Z',
    datacontenttype: 'application/json',
    data: { trade_id: 't', ticker: 'BRK.B' },
  },
});

it('sends tasks, workers and schedules as the API shows them, and what is gone', async () => {
  const shown = async (path: string): Promise<unknown> =>
    eventually(path, async () => {
      const { status, body } = await gateway.get(path);
      return status === 200 && body;
    });
  const present: unknown[] = [];
  const daily = schedule('daily', '0 2 * * *', new Date().toISOString());
  const events = await follow('?topics=tasks,workers,schedules', is('schedule-gone'), async () => {
    await gateway.tasks.put('a', task('a', { state: 'STARTED' }));
    present.push(await shown('tasks/a'));
    await gateway.workers.put('here', worker('here', new Date()));
    present.push(await shown('workers/here'));
    await gateway.schedules.put('daily', daily);
    present.push(await shown('schedules/daily'));
    await gateway.workers.remove('here');
    await eventually('the worker to be gone', async () => (await gateway.get('workers/here')).status === 404);
    await gateway.schedules.put('daily', { ...daily, cron: 'daily' });
    await gateway.schedules.remove('daily');
  });
  expect(names(events)).toEqual([
    ...['ready true', 'task a STARTED', 'worker here', 'schedule daily', 'worker-gone here'],
    ...['schedule-damaged daily', 'schedule-gone daily'],
  ]);
  expect(events[0]!.data).toMatchObject({ connected: true, dead_letters: 0, notice: expect.any(String) });
  const { last_runs, ...entry } = present.pop() as { last_runs: unknown };
  expect(last_runs).toEqual([]);
  expect(events.slice(1, 4).map(({ data }) => data)).toEqual([...present, entry]);
  expect(events[5]!.data.reason).toMatch(/cron/);
});

it('sends each site with its budget, the number of dead letters, and trades as they are announced', async () => {
  const budget = { v: 1, holder: 'w', held_until: null, next_request_at: '2026-11-24T10:00:02.000Z' };
  const asked: Record<string, () => Promise<unknown>> = {
    site: () => sites.put('house', { paused: true }),
    budget: () => sites.put(budgetKey('house'), budget),
    letter: () => gateway.client.publish(deadLetterSubject('house', 'scrape'), '{}'),
    trade: () => gateway.client.publish(tradeSubject('house', 'BRK.B'), JSON.stringify(announcement('t-1'))),
  };
  await gateway.client.publish(tradeSubject('house', 'OLD'), JSON.stringify(announcement('old')));
  const isBudget = ({ event, data }: ReceivedEvent): boolean => event === 'site' && data.budget?.holder === 'w';
  const site = await follow('?topics=sites', isBudget, () => Promise.all([asked['site']!(), asked['budget']!()]));
  const house = (await gateway.get('sites')).body.sites.find(({ chamber }: SiteState) => chamber === 'house');
  expect(site.at(-1)!.data).toEqual(house);
  const letters = await follow('?topics=dead-letters', is('dead-letters', { count: 1 }), asked['letter']);
  expect(names(letters)).toEqual(['ready true', 'dead-letters']);
  const trades = await follow('?topics=trades', is('trade', { id: 't-1' }), async () => {
    await gateway.client.publish(tradeSubject('house', 'X'), 'not JSON');
    await asked['trade']!();
  });
  const { id, type, time, backfill, data } = announcement('t-1');
  expect(trades.slice(1).map((trade) => trade.data)).toEqual([{ id, type, time, backfill, data, chamber: 'house' }]);
});

it('continues after the last event of a client, over all topics', async () => {
  const events = await follow('', is('task', { id: 'one' }), async () => gateway.tasks.put('one', task('one')));
  const place = events.at(-1)!.id!;
  await gateway.tasks.put('one', ended('one', new Date()));
  await gateway.workers.put('two', worker('two', new Date()));
  await eventually('the worker', async () => (await gateway.get('workers/two')).status === 200);
  await gateway.workers.remove('two');
  const known = ['ready true', 'task one SUCCESS', 'worker two', 'worker-gone two'];
  const isGone = is('worker-gone', { id: 'two' });
  expect(names(await follow('', isGone, undefined, place))).toEqual(known);
  expect(names(await follow(`?last_event_id=${place}`, isGone))).toEqual(known);
  expect(names(await follow('?topics=workers', isGone, undefined, place))).toEqual(known.toSpliced(1, 1));
});

it('says so where it can’t continue: a place of another gateway, or of one before its restart', async () => {
  const events = await follow('', is('reset'), undefined, '0123456789ab.7');
  expect(events.map(({ event, data }) => [event, data.reason])).toEqual([
    ['ready', undefined],
    ['reset', 'other_gateway'],
  ]);
  const later = events[1]!.id!.replace(/\d+$/, '999999');
  expect((await follow('', is('reset'), undefined, later)).at(-1)!.data).toEqual({ reason: 'too_old' });
});

it('tells that tasks are gone from KV with a reset', async () => {
  await gateway.tasks.put('by-hand', task('by-hand'));
  await eventually('the task', async () => (await gateway.get('tasks/by-hand')).status === 200);
  const events = await follow('?topics=trades', is('reset'), async () => gateway.tasks.remove('by-hand'));
  expect(events.at(-1)!.data).toEqual({ reason: 'tasks_removed' });
});

it('tells that a worker is silent', async () => {
  const events = await follow('?topics=workers', is('worker-gone', { id: 'silent' }), async () => {
    await gateway.workers.put('silent', worker('silent', new Date()));
    await eventually('the worker', async () => (await gateway.get('workers/silent')).status === 200);
    gateway.now = new Date(Date.now() + 31_000);
  });
  gateway.now = null;
  expect(names(events)).toEqual(['ready true', 'worker silent', 'worker-gone silent']);
});

it('refuses unknown topics, and ids that are not its own', async () => {
  expectProblem(await gateway.get('live?topics=tasks,all'), 400, /topics must be some of tasks, workers/);
  expectProblem(await gateway.get('live?topics='), 400, /topics must be some of/);
  expectProblem(await gateway.get('live?last_event_id=7'), 400, /last_event_id must be the id of an event/);
  const headers = { 'last-event-id': '0123456789ab.7; drop' };
  expectProblem(await gateway.ask('/api/v1/live', { headers }), 400, /last_event_id must be the id of an event/);
});

it('makes no consumers for further streams', async () => {
  const streams = [...Object.values(BUCKETS).map(bucketStream), STREAMS.disclosures, STREAMS.deadLetters];
  const consumers = (): Promise<number[]> =>
    Promise.all(streams.map(async (name) => (await gateway.client.manager.streams.info(name)).state.consumer_count));
  const before = await consumers();
  const stop = new AbortController();
  const open = await Promise.all(Array.from({ length: 50 }, () => fetch(url(), { signal: stop.signal })));
  const readers = open.map(({ body }) => body!.getReader());
  await Promise.all(readers.map((reader) => reader.read()));
  expect(await consumers()).toEqual(before);
  stop.abort();
  await Promise.allSettled(readers.map((reader) => reader.read()));
});

it('stays open while NATS is away, says so, and then misses nothing', async () => {
  await gateway.schedules.put('deleted', schedule('deleted', '0 2 * * *', new Date().toISOString()));
  await eventually('the schedule', async () => (await gateway.get('schedules/deleted')).status === 200);
  const seen: string[] = [];
  const isOver = (event: ReceivedEvent): boolean => {
    seen.push(inWords(event));
    return ['nats true', 'task meanwhile SUCCESS', 'schedule-gone deleted', 'trade t-2'].every((one) =>
      seen.includes(one),
    );
  };
  const outage = async (): Promise<void> => {
    await proxy.cut();
    await eventually('the stream to say so', () => seen.includes('nats false'));
    await gateway.tasks.put('meanwhile', task('meanwhile'));
    await gateway.tasks.put('meanwhile', ended('meanwhile', new Date()));
    await gateway.schedules.remove('deleted');
    await gateway.client.publish(tradeSubject('house', 'X'), JSON.stringify(announcement('t-2')));
    await proxy.open(natsUrl);
  };
  const outages: Promise<void>[] = [];
  const events = await follow('', isOver, () => void outages.push(outage()));
  await Promise.all(outages);
  expect(names(events.filter(is('nats')))).toEqual(['nats false', 'nats true']);
  expect(seen.filter((one) => one === 'task one SUCCESS')).toEqual([]);
});

it('ends its streams at once when the gateway stops', async () => {
  const second = await GatewayUnderTest.beside(gateway);
  const stream = await fetch(`${second.url}/api/v1/live`);
  const reader = stream.body!.getReader();
  await reader.read();
  const startedMs = performance.now();
  const ended = reader.read().catch(() => ({ done: true }));
  await second.stop();
  expect(await ended).toMatchObject({ done: true });
  expect(performance.now() - startedMs).toBeLessThan(3_000);
});
