import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itAll } from '#rotunda/testing';
import { type FuzzedGateway, startFuzzedGateway } from './fuzzed-gateway.js';
import { type FuzzReport, FuzzRun } from './fuzz-run.js';

/** ROTUNDA_FUZZ_SEED=7 makes other requests, ROTUNDA_FUZZ_REQUESTS=50000 more of them (`npm run test:all`). */
const SEED = Number(process.env['ROTUNDA_FUZZ_SEED'] ?? 20_261_128);
const FEW = 300;
const MANY = Number(process.env['ROTUNDA_FUZZ_REQUESTS'] ?? 10_000);
/** Compiles code and fills caches and pools. */
const WARM_UP = 2_000;
/** A leak of this much each request would show. Tasks, schedules and keys that requests make stay, and are less. */
const LEAK_BYTES = 5_000;
const MIB = 1024 * 1024;
const SHOWN_FAULTS = 20;

const KEYED = { KEYS_REQUIRED: 'true', RATE_LIMIT_PER_MINUTE: '0', DASHBOARD_PASSWORD: 'a test’s' };

describe.each([
  { mode: 'open', env: {}, keyed: false },
  { mode: 'keyed', env: KEYED, keyed: true },
])('a gateway, $mode, under hostile requests to each operation', ({ mode, env, keyed }) => {
  let gateway: FuzzedGateway;
  let run: FuzzRun;
  beforeAll(async () => {
    gateway = await startFuzzedGateway(env);
    run = await FuzzRun.of(gateway);
  });
  afterAll(() => gateway.stop());

  const fuzz = async (requests: number, seed: number): Promise<FuzzReport> => {
    const report = await run.send({ requests, seed, keyed });
    const statuses = JSON.stringify(report.statuses).replaceAll('"', '');
    console.log(`${mode}, seed ${seed}: ${requests} requests in ${report.seconds.toFixed(1)} s; answers: ${statuses}`);
    return report;
  };

  const expectFaultless = async ({ faults, answered }: FuzzReport): Promise<void> => {
    expect(faults.slice(0, SHOWN_FAULTS), `${faults.length} faults`).toEqual([]);
    expect(run.operations.filter(({ name }) => !answered.has(name))).toEqual([]);
    // It logs what it did not expect.
    const errors = gateway.process.log.split('\n').filter((line) => /"level":"?(error|fatal)/.test(line));
    expect(errors.slice(0, SHOWN_FAULTS)).toEqual([]);
    expect((await fetch(`${gateway.process.url}/health/ready`)).status).toBe(200);
  };

  it('answers with a problem at worst', async () => {
    await expectFaultless(await fuzz(FEW, SEED));
  });

  itAll('holds on to nothing of 10,000', async () => {
    await expectFaultless(await fuzz(WARM_UP, SEED + 1));
    const before = await gateway.memory();
    const report = await fuzz(MANY, SEED + 1_000);
    const after = await gateway.memory();
    const inMib = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`;
    for (const kind of ['usedBytes', 'residentBytes'] as const) {
      console.log(`${mode}, ${kind}: ${inMib(before[kind])} before, ${inMib(after[kind])} after`);
    }
    await expectFaultless(report);
    // Of these, some never succeed by chance, such as the replay of a dead letter that nobody has.
    const refused = run.operations.filter(
      ({ name }) => ![...report.answered.get(name)!].some((status) => status < 300),
    );
    console.log(`${mode}: never did what was asked: ${refused.map(({ name }) => name).join(', ')}`);
    expect(refused.length).toBeLessThan(run.operations.length / 5);
    expect(after.usedBytes - before.usedBytes).toBeLessThan(LEAK_BYTES * MANY);
    // Resident memory also grows by what V8 does not give back.
    expect(after.residentBytes - before.residentBytes).toBeLessThan(2 * LEAK_BYTES * MANY);
  });
});
