import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { BUCKETS, budgetKey, type SiteBudget } from '#rotunda/contracts';
import { NatsServer } from '#rotunda/embedded';
import { KvBucket, NatsClient } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { eventually, natsServerCommand, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FailedTry } from '../failed-try.js';
import { SharedBudget } from './shared-budget.js';
import { SiteUnavailable } from '../site-errors.js';

const never = new AbortController().signal;
const KEY = budgetKey('house');
const INTERVAL_MS = 60;
const LEASE_MS = 600;
/** Timers may fire a millisecond early. */
const EARLY_MS = 2;

type Bucket = KvBucket<SiteBudget>;

interface Worker {
  budget: SharedBudget;
  client: NatsClient;
}

let nats: TestNats;
let workers: Worker[] = [];
/** The requests that the site sees, on one clock. */
let requests: { by: string; begun: number; ended: number }[] = [];

beforeAll(async () => {
  nats = await startTestNats();
});
afterAll(() => nats.stop());
beforeEach(async () => {
  requests = [];
  await (await KvBucket.open<SiteBudget>(nats.client, BUCKETS.sites)).remove(KEY);
});
afterEach(async () => {
  for (const { budget, client } of workers) {
    budget.onModuleDestroy();
    await client.close();
  }
  workers = [];
});

/** As in a process of its own, with its own connection. */
async function startWorker(worker: string, through = (bucket: Bucket): Bucket => bucket): Promise<Worker> {
  const client = await NatsClient.connect(nats.server.url, worker);
  const bucket = through(await KvBucket.open<SiteBudget>(client, BUCKETS.sites));
  const budget = await SharedBudget.open({
    ...{ bucket, key: KEY, worker, intervalMs: INTERVAL_MS, leaseMs: LEASE_MS },
    now: systemClock,
  });
  workers.push({ budget, client });
  return { budget, client };
}

const ask = (by: string, { budget }: Worker, lastsMs = 5, signal = never, onBegun = (): void => {}): Promise<void> =>
  budget.spend(signal, async (inBudget) => {
    const begun = performance.now();
    onBegun();
    try {
      await delay(lastsMs, undefined, { signal: inBudget });
    } finally {
      requests.push({ by, begun, ended: performance.now() });
    }
  });

/**
 * Begins a request, which lasts until it is ended. KV does not show when it began: until the lease of the request
 * before is released, that one is still there, and a lease appears before its holder has the answer.
 */
async function beginToAsk(by: string, worker: Worker) {
  const controller = new AbortController();
  let failed: Promise<unknown> = Promise.resolve();
  await new Promise<void>((begun, reject) => {
    failed = ask(by, worker, 60_000, controller.signal, begun).catch((error: unknown) => error);
    void failed.then(reject);
  });
  return { failed, end: () => controller.abort(new Error('ended')) };
}

function expectInterval(): void {
  const inOrder = requests.toSorted((a, b) => a.begun - b.begun);
  const pauses = inOrder.slice(1).map(({ begun }, i) => begun - inOrder[i]!.ended);
  expect(Math.min(...pauses)).toBeGreaterThan(INTERVAL_MS - EARLY_MS);
}

describe('the request budget of a chamber', () => {
  it('keeps the interval between the requests of all workers, and each gets its turn', async () => {
    const names = ['one', 'two', 'three'];
    const started = await Promise.all(names.map((name) => startWorker(name)));
    await Promise.all(
      started.map(async (worker, i) => {
        for (let n = 0; n < 8; n++) await ask(names[i]!, worker);
      }),
    );
    expect(requests).toHaveLength(24);
    expectInterval();
    // No worker sent all the requests while others waited.
    expect(new Set(requests.slice(0, 12).map(({ by }) => by)).size).toBe(3);
  });

  it('keeps the interval between the requests of one worker’s tasks, however many wait at once', async () => {
    const [one, other] = [await startWorker('one'), await startWorker('other')];
    const first = ask('one', one, LEASE_MS / 2);
    await eventually('its lease', async () => (await budgetNow())?.holder === 'one');
    await Promise.all([first, ask('one', one), ask('one', one), ask('other', other)]);
    expect(requests).toHaveLength(4);
    expectInterval();
  });

  it('is not withheld from others by a task of the same worker that was aborted', async () => {
    const worker = await startWorker('one');
    const patience = new AbortController();
    const first = ask('one', worker, LEASE_MS / 4);
    const given = ask('one', worker, 5, patience.signal);
    const last = ask('one', worker);
    patience.abort(new Error('cancelled'));
    await expect(given).rejects.toThrow('cancelled');
    await Promise.all([first, last]);
    expect(requests).toHaveLength(2);
    expectInterval();
  });

  it('is free again when its holder died in the middle of a request, and the interval holds', async () => {
    const [dying, living] = [await startWorker('dying'), await startWorker('living')];
    const { failed, end } = await beginToAsk('dying', dying);
    // Without a connection it can neither renew nor release its lease.
    await dying.client.connection.close();
    end();
    await failed;
    await ask('living', living);
    expect(requests.map(({ by }) => by)).toEqual(['dying', 'living']);
    expectInterval();
  });

  it('is held for as long as a request lasts, though that is longer than a lease', async () => {
    const [slow, other] = [await startWorker('slow'), await startWorker('other')];
    const { failed, end } = await beginToAsk('slow', slow);
    const asked = ask('other', other);
    await delay(3 * LEASE_MS);
    end();
    await Promise.all([failed, asked]);
    expect(requests.map(({ by }) => by)).toEqual(['slow', 'other']);
    expectInterval();
  });

  it('rests for all workers as long as the site asked one of them, even if that one dies', async () => {
    const REST_MS = 5 * INTERVAL_MS;
    const [refused, other] = [await startWorker('refused'), await startWorker('other')];
    const busy = new FailedTry(new SiteUnavailable('busy'), REST_MS);
    let endedAt = 0;
    const asking = refused.budget.spend(never, async () => {
      endedAt = performance.now();
      throw busy;
    });
    await expect(asking).rejects.toBe(busy);
    await eventually('the rest', async () => (await budgetNow())?.rest_ms === REST_MS);
    expect(await budgetNow()).toMatchObject({ holder: null, interval_ms: INTERVAL_MS });
    await refused.client.connection.close();
    await ask('other', other);
    expect(requests[0]!.begun - endedAt).toBeGreaterThan(REST_MS - EARLY_MS);
    await eventually('the release', async () => (await budgetNow())?.rest_ms === undefined);
  });

  it('rests for the worker that the site asked, even if NATS does not know', async () => {
    const REST_MS = 5 * INTERVAL_MS;
    const worker = await startWorker('one');
    let endedAt = 0;
    const asking = worker.budget.spend(never, async () => {
      // Another worker took it: the release is refused.
      await (await KvBucket.open<SiteBudget>(nats.client, BUCKETS.sites)).remove(KEY);
      endedAt = performance.now();
      throw new FailedTry(new SiteUnavailable('busy'), REST_MS);
    });
    await expect(asking).rejects.toThrow('busy');
    await ask('one', worker);
    expect(requests[0]!.begun - endedAt).toBeGreaterThan(REST_MS - EARLY_MS);
  });

  it('works again after the store was created anew and counts from one', async () => {
    const worker = await startWorker('one');
    for (let n = 0; n < 3; n++) await ask('one', worker);
    const stream = 'KV_sites';
    const { config } = await nats.client.manager.streams.info(stream);
    await nats.client.manager.streams.delete(stream);
    await nats.client.manager.streams.add(config);
    await ask('one', worker);
    expectInterval();
  });

  it('is given up at once by a worker that no longer waits', async () => {
    const [holding, waiting] = [await startWorker('holding'), await startWorker('waiting')];
    const { failed, end } = await beginToAsk('holding', holding);
    await expectToGiveUp(waiting);
    end();
    await failed;
  });

  it('is given up at once even while the release of the request before is unanswered', async () => {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const held = (bucket: Bucket): Bucket => {
      const update = bucket.update.bind(bucket);
      return Object.assign(bucket, {
        update: (...args: Parameters<Bucket['update']>) => answered.then(() => update(...args)),
      });
    };
    const worker = await startWorker('one', held);
    await ask('one', worker);
    await expectToGiveUp(worker);
    answer();
    await ask('one', worker);
    expectInterval();
  });

  it('allows no requests while NATS is unavailable, aborts one whose lease ends, and recovers', async () => {
    const worker = await startWorker('one');
    await ask('one', worker);
    const { failed } = await beginToAsk('one', worker);
    const { port, logFile } = nats.server;
    await nats.server.stop('SIGKILL');
    const cause = { message: 'The request was aborted: this worker lost its turn at the site.' };
    expect(await failed).toMatchObject({ cause });
    await expectToGiveUp(worker);
    const waitsOn = ask('one', worker);
    const restarted = await NatsServer.start({ dataDir: dirname(logFile), port, command: natsServerCommand() });
    await waitsOn;
    expect(requests).toHaveLength(3);
    expectInterval();
    await worker.client.close();
    await restarted.stop();
  });
});

async function expectToGiveUp(worker: Worker): Promise<void> {
  const patience = new AbortController();
  const waits = ask('waiting', worker, 5, patience.signal);
  patience.abort(new Error('cancelled'));
  await expect(waits).rejects.toThrow('cancelled');
}

async function budgetNow(): Promise<SiteBudget | undefined> {
  return (await (await KvBucket.open<SiteBudget>(nats.client, BUCKETS.sites)).get(KEY))?.value;
}
