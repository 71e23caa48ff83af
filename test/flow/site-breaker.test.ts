import { BUCKETS, type SiteState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { SiteControl, SiteStore } from '#rotunda/tasks';
import { eventually } from '#rotunda/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChamberStack } from '../contract/chamber-stack.js';
import { houseWithInterval } from './house-under-test.js';

/** One request a try and a probe: what the site sees can be counted. */
const ONE_TRY = { SITE_TRIES: '1', SITE_BREAKER_OPEN_MS: '1000' };
const ENTRY_PAGE = '/FinancialDisclosure';
const DOCUMENTS = '/public_disc/ptr-pdfs/*';

let stack: ChamberStack;
let store: SiteStore;
/** What the chamber's entry in KV `sites` went through. */
let states: SiteState[];
let stopWatching: () => void;

beforeEach(async () => {
  stack = await ChamberStack.start(houseWithInterval(0));
  store = new SiteStore(await KvBucket.open(stack.nats.client, BUCKETS.sites));
  states = [];
  ({ stop: stopWatching } = await store.watch('house', ({ state }) => void states.push(state)));
});
afterEach(async () => {
  stopWatching();
  await stack.stop();
});

const breakerStates = (): string[] =>
  states.map(({ breaker }) => breaker.state).filter((state, i, all) => i === 0 || state !== all[i - 1]);

/** For how long the breaker opened, each time. */
const waits = (): number[] =>
  states
    .map(({ breaker }) => breaker)
    .filter(({ state }, i) => state === 'open' && states[i - 1]?.breaker.state !== 'half_open')
    .map(({ opened_at, probe_at }) => Date.parse(probe_at!) - Date.parse(opened_at!));

const breakerIs = (wanted: string): Promise<boolean> =>
  eventually(`a breaker that is ${wanted}`, () => states.at(-1)?.breaker.state === wanted);

describe('a site that blocks us', () => {
  it('is left alone: scrapes wait without an attempt, one worker probes, and work goes on', async () => {
    await stack.startScraper(ONE_TRY);
    await stack.startScraper(ONE_TRY);
    stack.site.faults = { faults: [{ kind: 'challenge' }] };
    const first = await stack.submit();
    await breakerIs('open');
    const second = await stack.submit();
    // The archive is read without the site.
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
});

describe('a site that refuses', () => {
  it('a few times costs a retry, as ever; in a row it is left alone', async () => {
    await stack.startScraper({ ...ONE_TRY, SITE_BREAKER_OPEN_MS: '600000' });
    stack.site.faults = { faults: [{ kind: 'overloaded' }] };
    const id = await stack.submit();
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
    await new SiteControl(store).resume('house');
    expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 2 });
  });

  it('is left alone before an attempt fails of it, where the list answers and the documents do not', async () => {
    await stack.startScraper({ ...ONE_TRY, SITE_BREAKER_OPEN_MS: '600000' });
    stack.site.faults = { faults: [{ kind: 'overloaded', path: DOCUMENTS }] };
    const id = await stack.submit();
    const state = await eventually('the task to be given back', async () => {
      const found = await stack.find(id);
      return found?.attempts.at(-1)?.finished ? found : null;
    });
    expect(state).toMatchObject({ state: 'RETRY', retries: 0, attempts: [{ error: { code: 'SiteClosed' } }] });
    await breakerIs('open');
    stack.site.faults = { faults: [] };
    await new SiteControl(store).resume('house');
    expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 0, result: { status: 'success' } });
  });

  it('is left alone until its time has come, though a check is answered', async () => {
    await stack.startScraper({ ...ONE_TRY, SITE_BREAKER_OPEN_MS: '600000' });
    stack.site.faults = { faults: [{ kind: 'challenge', times: 1 }] };
    const id = await stack.submit();
    await breakerIs('open');
    expect(await stack.ended(await stack.submitCheck())).toMatchObject({ state: 'SUCCESS' });
    expect(states.at(-1)!.breaker.state).toBe('open');
    await new SiteControl(store).resume('house');
    expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 0 });
  });

  it('to give documents, and answers all else, is left alone for longer each time', async () => {
    await stack.startScraper(ONE_TRY);
    stack.site.faults = { faults: [{ kind: 'challenge', path: DOCUMENTS }] };
    const id = await stack.submit();
    await eventually('a third opening', () => waits().length >= 3);
    expect(waits().slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
    stack.site.faults = { faults: [] };
    expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 0 });
    expect((await store.find('house')).state.breaker).not.toHaveProperty('trips');
  });
});

describe('a chamber that is paused', () => {
  it('lets what runs go on, takes up no further scrape, and does checks', async () => {
    await stack.startScraper();
    stack.site.faults = { faults: [{ kind: 'slow', delayMs: 50, path: DOCUMENTS }] };
    const running = await stack.submit();
    await eventually('progress', async () => ((await stack.find(running))?.progress.done ?? 0) > 3);
    const control = new SiteControl(store);
    await control.pause('house', 'a test');
    const waiting = await stack.submit();
    expect(await stack.ended(running)).toMatchObject({ state: 'SUCCESS' });
    expect(await stack.ended(await stack.submitCheck())).toMatchObject({ state: 'SUCCESS' });
    expect(await stack.find(waiting)).toMatchObject({ state: 'PENDING', attempts: [] });
    await control.resume('house');
    const state = await stack.ended(waiting);
    expect(state).toMatchObject({ state: 'SUCCESS' });
    expect(state.attempts).toHaveLength(1);
  });
});
