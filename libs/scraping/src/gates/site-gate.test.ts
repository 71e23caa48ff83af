import { BUCKETS, type SiteState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { pausedSite, SiteStore, untouchedSite } from '#rotunda/tasks';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DisclosureSite } from '../disclosure-site.js';
import { LOOK_AGAIN_MS, SiteGate } from './site-gate.js';
import { SiteProbe } from './site-probe.js';

const LIMITS = { SITE_BREAKER_FAILURES: 3, SITE_BREAKER_OPEN_MS: 1_000, SITE_BREAKER_LONGEST_MS: 4_000 };

/** A store whose watch misses changes while it is deaf, like one whose server was restarted. */
class DeafStore extends SiteStore {
  isDeaf = false;
  /** Runs once, between a read and the use of its result. */
  meanwhile: (() => Promise<void>) | null = null;
  /** How often a change was attempted. */
  asked = 0;

  override watch(...[chamber, onEntry]: Parameters<SiteStore['watch']>): ReturnType<SiteStore['watch']> {
    return super.watch(chamber, (entry) => (this.isDeaf ? undefined : onEntry(entry)));
  }

  override async find(...of: Parameters<SiteStore['find']>): ReturnType<SiteStore['find']> {
    const found = await super.find(...of);
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    return found;
  }

  override change(...of: Parameters<SiteStore['change']>): ReturnType<SiteStore['change']> {
    this.asked += 1;
    return super.change(...of);
  }
}

let nats: TestNats;
let bucket: KvBucket<SiteState>;
let store: DeafStore;
let gate: SiteGate;

beforeEach(async () => {
  nats = await startTestNats();
  bucket = await KvBucket.open(nats.client, BUCKETS.sites);
  store = new DeafStore(bucket);
  gate = new SiteGate(store, 'house');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  await gate.onModuleInit();
});
afterEach(async () => {
  gate.onModuleDestroy();
  vi.useRealTimers();
  await nats.stop();
});

/** Advances to the gate's next poll; how long that takes is unknown. */
const looksAgain = (): unknown => vi.advanceTimersByTime(LOOK_AGAIN_MS);

async function missRemoval(of: SiteState): Promise<void> {
  await bucket.put('house', of);
  await eventually('a shut gate', () => !gate.isOpen);
  store.isDeaf = true;
  await bucket.remove('house');
}

describe('the gate of a site', () => {
  it('is shut until it knows whether the chamber waits', async () => {
    const young = new SiteGate(store, 'house');
    expect(young.isOpen).toBe(false);
    const opened = young.opened(new AbortController().signal);
    await young.onModuleInit();
    await opened;
    expect(young.isOpen).toBe(true);
    young.onModuleDestroy();
  });

  it('knows the stored state once it has started', async () => {
    await bucket.put('house', pausedSite(untouchedSite('house'), null, '2026-11-24T10:00:00.000Z'));
    store.isDeaf = true;
    const young = new SiteGate(store, 'house');
    await young.onModuleInit();
    expect(young.isOpen).toBe(false);
    young.onModuleDestroy();
  });

  it('opens after a removal that its watch missed', async () => {
    await missRemoval(pausedSite(untouchedSite('house'), null, '2026-11-24T10:00:00.000Z'));
    expect(gate.isOpen).toBe(false);
    looksAgain();
    expect(await eventually('an open gate', () => gate.isOpen)).toBe(true);
  });

  it('keeps a change made here while it reads', async () => {
    const pausedFor = (state: SiteState, reason: string) => pausedSite(state, reason, '2026-11-24T10:00:00.000Z');
    store.isDeaf = true;
    await bucket.put('house', pausedFor(untouchedSite('house'), 'one'));
    let hasLooked = false;
    store.meanwhile = async () => {
      await gate.change((state) => pausedFor(state, 'two'));
      hasLooked = true;
    };
    looksAgain();
    await eventually('a look', () => hasLooked);
    expect(gate.state.paused?.reason).toBe('two');
  });
});

describe('the probe of a site', () => {
  it('is attempted only now and then, where its watch missed that the breaker is no longer open', async () => {
    const breaker: SiteState['breaker'] = {
      ...untouchedSite('house').breaker,
      ...{ state: 'open', opened_at: '2026-11-24T10:00:00.000Z' },
      probe_at: new Date(Date.now() + 100).toISOString(),
    };
    await missRemoval({ ...untouchedSite('house'), breaker });
    const probe = new SiteProbe({} as DisclosureSite, gate, LIMITS, null, systemClock);
    probe.onApplicationBootstrap();
    await eventually('a probe that is declined', () => store.asked > 0);
    // Enough time for many more, if the probe did not wait.
    for (let n = 0; n < 100; n++) await store.find('house');
    looksAgain();
    await eventually('an open gate', () => gate.isOpen);
    probe.onModuleDestroy();
    await probe.beforeApplicationShutdown();
    expect(store.asked).toBeLessThan(10);
  });
});
