import { expect, it } from 'vitest';
import { EventRing } from './event-ring.js';
import { LiveFeed } from './live-feed.js';
import { LIVE_TOPICS, type LiveTopic } from './live-topics.js';

const READY = { connected: true, dead_letters: 0, notice: '' };
const BEGINNING = { after: null, topics: new Set(LIVE_TOPICS), ready: READY };
const textOf = async (events: AsyncGenerator<string, void>): Promise<string> => String((await events.next()).value);
const letters = (feed: LiveFeed, ...counts: number[]): void => {
  for (const count of counts) feed.push('dead-letters', 'dead-letters', { count });
};

it('tells a reader that is too slow to begin again, and keeps nothing for it', async () => {
  const feed = new LiveFeed(new EventRing<LiveTopic>(3));
  const events = feed.follow(BEGINNING, new AbortController().signal);
  expect(await textOf(events)).toContain('event: ready');
  for (const _ of ['at once', 'and once more']) {
    letters(feed, 1, 2, 3, 4);
    expect(await textOf(events)).toMatch(/event: reset\ndata: {"reason":"too_old"}\n\n$/);
  }
  letters(feed, 5);
  expect(await textOf(events)).toMatch(/^id: [0-9a-f]{12}\.9\nevent: dead-letters\ndata: {"count":5}\n\n$/);
  await events.return();
});

it('wakes a waiting reader, and ends it when its signal aborts or the feed closes', async () => {
  const feed = new LiveFeed();
  const gone = new AbortController();
  const [first, second] = [gone.signal, new AbortController().signal].map((signal) => feed.follow(BEGINNING, signal));
  await Promise.all([first!.next(), second!.next()]);
  const waiting = [textOf(first!), textOf(second!)];
  letters(feed, 1);
  for (const text of await Promise.all(waiting)) expect(text).toContain('{"count":1}');
  const ends = [first!.next(), second!.next()];
  gone.abort();
  expect((await ends[0])!.done).toBe(true);
  expect(feed.isFollowed).toBe(true);
  feed.close();
  expect((await ends[1])!.done).toBe(true);
  expect(feed.isFollowed).toBe(false);
});

it('tells a reset once, however many things are gone', async () => {
  const feed = new LiveFeed();
  const events = feed.follow(BEGINNING, new AbortController().signal);
  await events.next();
  feed.reset('tasks_removed');
  feed.reset('tasks_removed');
  expect((await textOf(events)).match(/event: reset/g)).toHaveLength(1);
  await events.return();
});
