import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { BUCKETS, keyToken, type WorkerNameClaim, workerNameKey, type WorkerState } from '#rotunda/contracts';
import { KvBucket, type WorkersBucket } from '#rotunda/messaging';
import { startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorkerName } from './worker-name.js';

const SERVICE = 'house-scraper';

let nats: TestNats;
let bucket: WorkersBucket;
let hosts = 0;
let names = 0;

beforeAll(async () => {
  nats = await startTestNats();
  bucket = await KvBucket.open<WorkerState | WorkerNameClaim>(nats.client, BUCKETS.workers);
});
afterAll(() => nats.stop());

/** A fake host with processes; those whose pids are in `running` are alive. */
function newHost() {
  const host = `host-${++hosts}.example`;
  const running = new Set<number>();
  let started = 0;
  return {
    host,
    running,
    start: (pid = ++started): WorkerName => {
      running.add(pid);
      const owner = { worker: `${keyToken(host)}-${pid}-${++names}`, service: SERVICE, host, pid };
      return new WorkerName(bucket, owner, (other) => running.has(other));
    },
    expire: (n: number) => bucket.remove(workerNameKey(SERVICE, host, n)),
  };
}

describe('the name of a worker', () => {
  it('is unique, even if ten start at the same moment, and stays', async () => {
    const { host, start } = newHost();
    const workers = Array.from({ length: 10 }, () => start());
    const names = await Promise.all(workers.map((worker) => worker.hold()));
    const wanted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `${SERVICE}${n === 1 ? '' : `-${n}`}@${host}`);
    expect(names.toSorted()).toEqual(wanted.toSorted());
    expect(await Promise.all(workers.map((worker) => worker.hold()))).toEqual(names);
  });

  it('is the same for two simultaneous calls', async () => {
    const { host, start } = newHost();
    const worker = start();
    expect(await Promise.all([worker.hold(), worker.hold()])).toEqual([`${SERVICE}@${host}`, `${SERVICE}@${host}`]);
    expect(await start().hold()).toBe(`${SERVICE}-2@${host}`);
  });

  it('is free again as soon as its worker has stopped in order', async () => {
    const { host, start } = newHost();
    const [first, second] = [start(), start()];
    await first.hold();
    await second.hold();
    await first.release();
    expect(await start().hold()).toBe(`${SERVICE}@${host}`);
    await second.release();
    expect(await start().hold()).toBe(`${SERVICE}-2@${host}`);
  });

  it('is free again even if its worker stops while claiming or renewing it', async () => {
    const { host, start } = newHost();
    const [first, second] = [start(), start()];
    const claiming = first.hold();
    await first.release();
    await claiming;
    expect(await second.hold()).toBe(`${SERVICE}@${host}`);
    const renewing = second.hold();
    await second.release();
    await renewing;
    expect(await start().hold()).toBe(`${SERVICE}@${host}`);
  });

  it('is not lost to the previous holder, which stops late', async () => {
    const { host, start, expire } = newHost();
    const [first, second] = [start(), start()];
    await first.hold();
    await expire(1);
    await second.hold();
    await first.release();
    expect(await second.hold()).toBe(`${SERVICE}@${host}`);
    expect(await start().hold()).toBe(`${SERVICE}-2@${host}`);
  });

  it('goes at once to the successor of a killed process, even in a container, where all have pid 1', async () => {
    const { host, start, running } = newHost();
    await start(7).hold();
    const claim = await bucket.get(workerNameKey(SERVICE, host, 1));
    const { worker } = claim!.value as WorkerNameClaim;
    await bucket.put(worker, { v: 1, id: worker } as WorkerState);
    running.delete(7);
    expect(await start(8).hold()).toBe(`${SERVICE}@${host}`);
    expect(await bucket.get(worker)).toBeNull();
    const container = newHost();
    for (let restart = 0; restart < 3; restart++) {
      expect(await container.start(1).hold()).toBe(`${SERVICE}@${container.host}`);
    }
  });

  it('is kept through an outage that outlasts the claims', async () => {
    const { host, start, expire } = newHost();
    const [first, second] = [start(), start()];
    const names = [await first.hold(), await second.hold()];
    for (const n of [1, 2]) await expire(n);
    expect([await second.hold(), await first.hold()].toReversed()).toEqual(names);
    expect(names).toEqual([`${SERVICE}@${host}`, `${SERVICE}-2@${host}`]);
  });

  it('settles if containers share a host name: each gets its own and keeps it', async () => {
    const { start } = newHost();
    const workers = [start(1), start(1), start(1)];
    for (const worker of workers) await worker.hold();
    for (const worker of workers) await worker.hold();
    const names = await Promise.all(workers.map((worker) => worker.hold()));
    expect(new Set(names).size).toBe(3);
    expect(await Promise.all(workers.map((worker) => worker.hold()))).toEqual(names);
  });

  it('distinguishes a running process from one that has ended', async () => {
    const host = `host-${++hosts}`;
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);
    const first = { worker: 'w1', service: SERVICE, host, pid: child.pid! };
    await new WorkerName(bucket, first).hold();
    const second = { worker: 'w2', service: SERVICE, host, pid: process.pid };
    expect(await new WorkerName(bucket, second).hold()).toBe(`${SERVICE}-2@${host}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await new WorkerName(bucket, { ...second, worker: 'w3' }).hold()).toBe(`${SERVICE}@${host}`);
  });
});
