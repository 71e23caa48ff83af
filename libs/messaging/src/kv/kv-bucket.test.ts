import { BUCKETS } from '#rotunda/contracts';
import { startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Change, type Entry, KvBucket } from './kv-bucket.js';

const KEY = 'counter';

let nats: TestNats;
let bucket: KvBucket<number>;

beforeAll(async () => {
  nats = await startTestNats();
  bucket = await KvBucket.open(nats.client, BUCKETS.tasks);
});
afterAll(() => nats.stop());
beforeEach(() => nats.client.manager.streams.purge(`KV_${BUCKETS.tasks}`));

const next = (entry: Entry<string> | null): number => Number(entry?.value ?? 0) + 1;

describe('a change', () => {
  it('creates a value if there is none, and replaces one', async () => {
    expect(await bucket.change(KEY, next)).toMatchObject({ value: 1 });
    const written = await bucket.change(KEY, next);
    expect(await bucket.get(KEY)).toMatchObject({ value: 2, revision: written!.revision });
    await bucket.remove(KEY);
    expect(await bucket.change(KEY, next)).toMatchObject({ value: 1 });
    expect(await bucket.get(KEY)).toMatchObject({ value: 1 });
  });

  it('writes nothing if its step returns null or throws', async () => {
    const revision = await bucket.put(KEY, 7);
    expect(await bucket.change(KEY, () => null)).toBeNull();
    const refuse = (): number => {
      throw new TypeError('no such step');
    };
    await expect(bucket.change(KEY, refuse)).rejects.toThrow(new TypeError('no such step'));
    expect(await bucket.get(KEY)).toMatchObject({ value: 7, revision });
  });

  it.each<[what: string, write: () => unknown, seen: (string | null)[], result: number]>([
    ['writes', () => bucket.put(KEY, 5), ['1', '5'], 6],
    ['removes the value', () => bucket.remove(KEY), ['1', null], 1],
  ])('repeats its step if another writer %s in between', async (_, write, wanted, result) => {
    await bucket.put(KEY, 1);
    const seen: (string | null)[] = [];
    const written = await bucket.change(KEY, (entry) => {
      // Sent over the same connection, so before the change itself.
      if (seen.length === 0) void write();
      seen.push(entry && entry.value);
      return next(entry);
    });
    expect(seen).toEqual(wanted);
    expect(await bucket.get(KEY)).toMatchObject({ value: result, revision: written!.revision });
  });

  it('repeats its step if another writer creates the first value in between', async () => {
    const seen: (string | null)[] = [];
    await bucket.change(KEY, (entry) => {
      if (seen.length === 0) void bucket.create(KEY, 5);
      seen.push(entry && entry.value);
      return next(entry);
    });
    expect(seen).toEqual([null, '5']);
    expect(await bucket.get(KEY)).toMatchObject({ value: 6 });
  });

  it('is not lost among simultaneous changes', async () => {
    const written = await Promise.all(Array.from({ length: 20 }, () => bucket.change(KEY, next)));
    expect(new Set(written.map((one) => one!.value)).size).toBe(20);
    expect(await bucket.get(KEY)).toMatchObject({ value: 20 });
  });
});

it('overwrites only the revision that was read, or creates the entry', async () => {
  const first = await bucket.write(KEY, 1, null);
  expect(await bucket.write(KEY, 2, 0)).toBeNull();
  const second = await bucket.write(KEY, 2, first);
  expect(await bucket.write(KEY, 3, first)).toBeNull();
  expect(await bucket.get(KEY)).toMatchObject({ value: 2, revision: second });
});

it('returns every change after a revision, including overwritten values and removals, then new ones', async () => {
  const first = await bucket.put('a', 1);
  await bucket.put('a', 2);
  await bucket.remove('a');
  const last = await bucket.put('b', 3);
  expect(await bucket.lastRevision()).toBe(last);
  const stop = new AbortController();
  const told: Change<string>[] = [];
  for await (const change of await bucket.changesAfter(first, stop.signal)) {
    told.push(change);
    if (change.key === 'b') await bucket.put('c', 4);
    if (change.key === 'c') break;
  }
  stop.abort();
  expect(told).toMatchObject([
    { key: 'a', value: '2', revision: first + 1 },
    { key: 'a', value: null, revision: first + 2 },
    { key: 'b', value: '3', revision: last },
    { key: 'c', value: '4', revision: last + 1, at: expect.any(Date) },
  ]);
});
