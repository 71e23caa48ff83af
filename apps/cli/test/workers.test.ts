import { eventually, WorkerStub } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addWorkers } from '../src/commands/workers/workers.js';
import { GatewayUnderTest } from '../../gateway/test/gateway-under-test.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

let gateway: GatewayUnderTest;
const workers: WorkerStub[] = [];
beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway?.stop());
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.end();
  await eventually('no worker', async () => (await list()).length === 0);
});

const running = (...args: string[]): RunningVerb =>
  new RunningVerb(addWorkers, ['workers', ...args, '--gateway', gateway.url]);
const rotunda = (...args: string[]): Promise<Outcome> => running(...args).outcome();

async function list(): Promise<string[]> {
  const { stdout } = await rotunda('list', '--quiet');
  return stdout.split('\n').filter(Boolean);
}

async function start(chamber: 'house' | 'senate', n: number, more = {}): Promise<WorkerStub> {
  const worker = await WorkerStub.start(gateway.nats.client, chamber, n, more);
  workers.push(worker);
  await worker.listen();
  await eventually('the worker', async () => (await list()).includes(worker.state.id));
  return worker;
}

const STARTED = '2026-11-28T05:00:00.123Z';
const BUSY = { started: STARTED, active: [{ task_id: 'a-task', name: 'scrape' }], memory_mb: 180, cpu_percent: 12.5 };

describe('workers', () => {
  it('are listed, shown and pinged', async () => {
    expect(await rotunda('ping')).toMatchObject({ code: 1, stdout: expect.stringMatching(/^No worker is running/) });
    await start('house', 1, { ...BUSY, processed: 7, totals: { scrape: 6, check: 1 } });
    await start('senate', 1, { started: STARTED, draining: 'drain' });
    expect((await rotunda('list')).stdout.split('\n').toSorted()).toEqual([
      '',
      'WORKER               CHAMBER  VERSION  UP SINCE              BUSY  DONE   MEMORY     CPU  STATE',
      'house-scraper@host   house    0.0.0    2026-11-28T05:00:00Z   1/2     7  180 MiB  12.5 %  busy',
      'senate-scraper@host  senate   0.0.0    2026-11-28T05:00:00Z   0/2     0        -       -  draining',
    ]);
    const { stdout } = await rotunda('show', 'house-scraper@host');
    for (const line of ['doing     scrape a-task', 'done      7 (6 scrape, 1 check)', 'takes     scrape, check']) {
      expect(stdout).toContain(line);
    }
    const [line] = (await rotunda('ping')).stdout.split('\n').slice(1).toSorted().slice(1);
    expect(line).toMatch(/^house-scraper@host +house +pong after \d+ ms$/);
    expect(await rotunda('show', 'nobody')).toEqual(failure(/no worker "nobody" now/, 'not_found'));
  });

  it('are drained by name, with what still runs; --wait waits for it', async () => {
    const worker = await start('house', 1, BUSY);
    expect(await rotunda('drain', 'house-scraper@host')).toEqual({
      code: 0,
      stdout: 'house-scraper@host drains; 1 still runs: scrape a-task\n',
      stderr: '',
    });
    const waiting = running('drain', worker.state.id, '--wait');
    await expect.poll(() => waiting.stdout).toContain('house-scraper@host: 1 still runs: scrape a-task');
    await worker.end();
    const { code, stdout } = await waiting.outcome();
    expect([code, stdout.split('\n').at(-2)]).toEqual([0, 'house-scraper@host is drained']);
    expect(worker.asked).toEqual(['drain', 'drain']);
  });

  it('restart one by one: the next one once the last one has a successor', async () => {
    const old = [await start('house', 1), await start('house', 2)];
    const other = await start('senate', 1);
    const left = await start('house', 3, { draining: 'drain' });
    const events: string[] = [];
    old.forEach((worker, i) => {
      worker.onLeaving = () => {
        events.push('asked');
        void worker
          .end()
          .then(() => start('house', i + 4))
          .then(() => events.push('came'));
      };
    });
    const { code, stdout, stderr } = await rotunda('restart', '--all', '--chamber', 'house');
    expect({ code, lines: stdout.split('\n').filter((line) => line.endsWith('takes tasks')) }).toEqual({
      code: 0,
      lines: expect.arrayContaining(['house-scraper-4@host takes tasks', 'house-scraper-5@host takes tasks']),
    });
    expect(events).toEqual(['asked', 'came', 'asked', 'came']);
    expect(stderr).toContain('house-scraper-3@host is being drained, and is left alone');
    expect([other.asked, left.asked]).toEqual([[], []]);
  });

  it('whose successor does not come hold up the others', async () => {
    const all = [await start('house', 1), await start('house', 2)];
    for (const worker of all) worker.onLeaving = () => void worker.end();
    const { code, stderr } = await rotunda('restart', '--all', '--timeout', '1');
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/within 1 s no other house-scraper/),
    });
    expect(all.flatMap(({ asked }) => asked)).toEqual(['restart']);
  });

  it('that are silent, or end by themselves meanwhile, do not keep the others', async () => {
    const all = [await start('house', 1), await start('house', 2), await start('house', 3)];
    const [first, second, third] = all;
    await first!.mute();
    second!.onLeaving = () => void Promise.all([second!.end(), third!.end()]).then(() => start('house', 4));
    const restarted = await rotunda('restart', '--wait', ...all.map(({ state }) => state.id));
    expect(restarted).toMatchObject({ code: 1, stdout: expect.stringMatching(/house-scraper-4@host takes tasks\n$/) });
    expect(restarted.stderr).toMatch(/house-scraper@host does not answer/);
    expect([second!.asked, third!.asked]).toEqual([['restart'], []]);
    const drained = await rotunda('drain', '--all', '--json');
    expect(drained).toMatchObject({ code: 1, stderr: expect.stringMatching(/^\{"error":.*does not answer/) });
    expect(JSON.parse(drained.stdout)).toMatchObject({ workers: [{ name: 'house-scraper-4@host' }] });
  });

  it('are not waited for where no gateway answers', async () => {
    const args = ['workers', 'list', '--gateway', 'http://127.0.0.1:1'];
    expect(await new RunningVerb(addWorkers, args).outcome()).toEqual(failure(/does not answer/, 'no_answer'));
  });

  it('have to be named, or all of them meant', async () => {
    await expect(rotunda('drain')).resolves.toEqual(failure(/name the workers .* or give --all/, 'usage'));
    await expect(rotunda('restart', 'one', '--all')).resolves.toEqual(failure(/or give --all/, 'usage'));
    await expect(rotunda('drain', 'one', '--chamber', 'house')).resolves.toEqual(failure(/goes with --all/, 'usage'));
  });
});
