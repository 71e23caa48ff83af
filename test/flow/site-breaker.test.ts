import { BUCKETS, type SiteState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { SiteControl, SiteStore } from '#rotunda/tasks';
import { eventually, itAll } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChamberStack } from '../contract/chamber-stack.js';
import { houseWithInterval } from './house-under-test.js';

/** One request per try and probe, so that requests can be counted. Once open, the breaker stays open. */
const ONE_TRY = { SITE_TRIES: '1', SITE_BREAKER_OPEN_MS: '600000' };
const OPEN_MS = 200;
const OPENS_SOON = { SITE_BREAKER_OPEN_MS: String(OPEN_MS) };
const ENTRY_PAGE = '/FinancialDisclosure';
const DOCUMENTS = '/public_disc/ptr-pdfs/*';

let stack: ChamberStack;
let store: SiteStore;
/** The successive states of the chamber's entry in KV `sites`. */
let states: SiteState[];
let stopWatching: () => void;

beforeAll(async () => {
  stack = await ChamberStack.start(houseWithInterval(0), { env: ONE_TRY });
  store = new SiteStore(await KvBucket.open(stack.nats.client, BUCKETS.sites));
});
beforeEach(async () => {
  states = [];
  ({ stop: stopWatching } = await store.watch('house', ({ state }) => void states.push(state)));
});
afterEach(async () => {
  stopWatching();
  await stack.reset();
});
afterAll(() => stack.stop());

const breakerStates = (): string[] =>
  states.map(({ breaker }) => breaker.state).filter((state, i, all) => i === 0 || state !== all[i - 1]);

/** How long the breaker opened, each time. */
const waits = (): number[] =>
  states
    .map(({ breaker }) => breaker)
    .filter(({ state }, i) => state === 'open' && states[i - 1]?.breaker.state !== 'half_open')
    .map(({ opened_at, probe_at }) => Date.parse(probe_at!) - Date.parse(opened_at!));

const breakerIs = (wanted: string): Promise<boolean> =>
  eventually(`a breaker that is ${wanted}`, () => states.at(-1)?.breaker.state === wanted);

describe('a site that refuses', () => {
  it('now and then costs a retry, as always; after refusals in a row it is left alone', async () => {
    await stack.useScraper();
    stack.site.faults = { faults: [{ kind: 'overloaded' }] };
    const id = await stack.submit(stack.recent());
    await breakerIs('open');
    const state = await eventually('the task to be given back', async () => {
      const found = await stack.find(id);
      return found?.attempts.at(-1)?.error?.code === 'SiteClosed' ? found : null;
    });
    expect(state).toMatchObject({ state: 'RETRY', retries: 2 });
    expect(state.attempts.map(({ error }) => error!.code)).toEqual([
      'SiteUnavailable',
      'SiteUnavailable',
      'SiteClosed',
    ]);
    expect(states.at(-1)!.breaker).toMatchObject({ failures: 3, reason: expect.stringContaining('503') });

    // The operator knows better than the timer.
    stack.site.faults = { faults: [] };
    await new SiteControl(store, systemClock).resume('house');
    expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 2 });
  });

  it('is left alone before an attempt fails, where the list answers but the documents do not', async () => {
    await stack.useScraper();
    stack.site.faults = { faults: [{ kind: 'overloaded', path: DOCUMENTS }] };
    const id = await stack.submit(stack.recent());
    const state = await eventually('the task to be given back', async () => {
      const found = await stack.find(id);
      return found?.attempts.at(-1)?.finished ? found : null;
    });
    expect(state).toMatchObject({ state: 'RETRY', retries: 0, attempts: [{ error: { code: 'SiteClosed' } }] });
    await breakerIs('open');
    stack.site.faults = { faults: [] };
    await new SiteControl(store, systemClock).resume('house');
    expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 0, result: { status: 'success' } });
  });

  it('is left alone until its time has come, even if a check is answered', async () => {
    await stack.useScraper();
    stack.site.faults = { faults: [{ kind: 'challenge', times: 1 }] };
    const id = await stack.submit(stack.recent());
    await breakerIs('open');
    expect(await stack.ended(await stack.submitCheck())).toMatchObject({ state: 'SUCCESS' });
    expect(states.at(-1)!.breaker.state).toBe('open');
    await new SiteControl(store, systemClock).resume('house');
    expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 0 });
  });
});

describe('a chamber that is paused', () => {
  it('lets running tasks continue, starts no further scrape, and runs checks', async () => {
    await stack.useScraper();
    stack.site.faults = { faults: [{ kind: 'slow', delayMs: 100, path: DOCUMENTS }] };
    const running = await stack.submit(stack.recent());
    await eventually('progress', async () => ((await stack.find(running))?.progress.done ?? 0) > 3);
    const control = new SiteControl(store, systemClock);
    await control.pause('house', 'a test');
    const waiting = await stack.submit(stack.recent());
    expect(await stack.ended(running)).toMatchObject({ state: 'SUCCESS' });
    expect(await stack.ended(await stack.submitCheck())).toMatchObject({ state: 'SUCCESS' });
    expect(await stack.find(waiting)).toMatchObject({ state: 'PENDING', attempts: [] });
    await control.resume('house');
    const state = await stack.ended(waiting);
    expect(state).toMatchObject({ state: 'SUCCESS' });
    expect(state.attempts).toHaveLength(1);
  });
});

describe('a site that blocks us', () => {
  it('is left alone: scrapes wait without an attempt, one worker probes, and work resumes', async () => {
    await stack.startScraper(OPENS_SOON);
    await stack.startScraper(OPENS_SOON);
    stack.site.faults = { faults: [{ kind: 'challenge' }] };
    const first = await stack.submit(stack.recent());
    await breakerIs('open');
    const second = await stack.submit(stack.recent());
    // A reparse needs no site.
    await stack.reparse();
    await eventually('a second probe', () => breakerStates().filter((state) => state === 'half_open').length >= 2);
    expect(await stack.find(second)).toMatchObject({ state: 'PENDING', attempts: [] });
    const waiting = (await stack.find(first))!;
    expect(waiting).toMatchObject({ state: 'RETRY', retries: 0, crashes: 0 });
    expect(waiting.attempts[0]!.error).toMatchObject({ code: 'SiteClosed' });
    expect(waiting.attempts[0]!.error!.message).toContain('403');

    stack.site.faults = { faults: [] };
    for (const id of [first, second]) expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 0 });
    expect((await stack.find(second))!.attempts).toHaveLength(1);
    await breakerIs('closed');
    const probes = breakerStates().filter((state) => state === 'half_open').length;
    expect(stack.site.requests.filter(({ path }) => path === ENTRY_PAGE)).toHaveLength(probes);
  });

  itAll('only for documents is left alone for longer each time', async () => {
    await stack.startScraper(OPENS_SOON);
    stack.site.faults = { faults: [{ kind: 'challenge', path: DOCUMENTS }] };
    const id = await stack.submit(stack.recent());
    await eventually('a third opening', () => waits().length >= 3);
    expect(waits().slice(0, 3)).toEqual([OPEN_MS, 2 * OPEN_MS, 4 * OPEN_MS]);
    stack.site.faults = { faults: [] };
    expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 0 });
    expect((await store.find('house')).state.breaker).not.toHaveProperty('trips');
  });
});
