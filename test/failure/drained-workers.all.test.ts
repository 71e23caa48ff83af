import { DRAINED_EXIT_CODE, type TaskState } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectEvidence } from './stand/collect-evidence.js';
import { Commands } from './stand/commands.js';
import { violations } from './stand/invariants.js';
import type { ServiceUnderTest } from './stand/service-under-test.js';
import { System } from './stand/system.js';
import { Ticks } from './stand/ticks.js';
import { HANGS_AFTER_MS } from './stand/timing.js';

const ROUNDS = 10;
/** Each sends its next command when the last one has ended: more than all slots, on a machine of any speed. */
const CLIENTS = 6;
/** A task fetches three documents, one after the other: it runs for longer than the grace period of a stop. */
const DOCUMENT_MS = 250;
/** A scrape also looks at the days around its own. */
const DAYS_APART = 4;

let system: System;
let commands: Commands;

beforeAll(async () => {
  system = await System.start({ houseScrapers: 2, gateway: true, slots: 2 });
  commands = new Commands(system);
  const faults = [{ kind: 'slow', delayMs: DOCUMENT_MS, path: '/public_disc/ptr-pdfs/*' }];
  await fetch(`${system.house.url}/__stand-in/faults`, { method: 'POST', body: JSON.stringify({ faults }) });
}, HANGS_AFTER_MS);
afterAll(() => system?.stop(), HANGS_AFTER_MS);

const figures = { drains: 0, restarts: 0, tasksAtHand: 0, longestMs: 0, sumMs: 0 };

/** Commands without an end so far. */
const unfinished = new Set<string>();

/** Over REST or over the bus, until it is stopped. */
async function client(n: number, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const [day] = Array.from({ length: DAYS_APART }, () => system.house.nextDay());
    const id = await (n % 2 === 0 ? commands.post(day!) : commands.publish(day!));
    unfinished.add(id);
    await commands.ended(id, HANGS_AFTER_MS);
    unfinished.delete(id);
  }
}

/** The tasks that a worker is doing, as their own states say. */
async function tasksOf(worker: string): Promise<string[]> {
  const states = await Promise.all([...unfinished].map((id) => system.tasks.find(id)));
  return states.flatMap((state) => (state?.state === 'STARTED' && state.worker === worker ? [state.id] : []));
}

/** Asks a busy worker to leave, waits for its end, and starts its successor, as a supervisor or operator would. */
async function leaves(scraper: ServiceUnderTest, ask: (worker: string) => unknown): Promise<number | null> {
  const worker = system.workerIds.get(scraper.label)!;
  const atHand = await eventually(
    'a task of the worker',
    async () => {
      const tasks = await tasksOf(worker);
      return tasks.length > 0 && tasks;
    },
    HANGS_AFTER_MS,
  );
  const askedMs = performance.now();
  const code = await scraper.leave(() => ask(worker));
  const tookMs = performance.now() - askedMs;
  figures.tasksAtHand += atHand.length;
  figures.sumMs += tookMs;
  figures.longestMs = Math.max(figures.longestMs, tookMs);
  await scraper.start();
  await system.meetWorkers();
  return code;
}

async function drain(worker: string): Promise<void> {
  const answer = await fetch(`${system.gateway!.url}/api/v1/workers/${worker}/drain`, { method: 'POST' });
  expect({ status: answer.status, body: await answer.json() }).toMatchObject({
    status: 202,
    body: { id: worker, draining: 'drain' },
  });
}

it(
  'a worker drained and restarted under load, ten times: nothing is lost, and nothing runs twice',
  async () => {
    const stop = new AbortController();
    const load = Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n, stop.signal)));
    const [first, second] = system.houseScrapers;
    for (let round = 1; round <= ROUNDS; round++) {
      expect(await leaves(first!, drain)).toBe(DRAINED_EXIT_CODE);
      figures.drains += 1;
      expect(await leaves(second!, () => second!.signal('SIGHUP'))).toBe(0);
      figures.restarts += 1;
    }
    stop.abort();
    await load;

    const evidence = await collectEvidence(system, commands, new Ticks(system));
    expect(violations(evidence)).toEqual([]);
    const ends = [...evidence.histories.values()].map((states): TaskState => states.at(-1)!);
    const attempts = ends.reduce((sum, end) => sum + end.attempts.length, 0);
    process.stdout.write(`${inWords(ends.length, attempts)}\n`);
    expect(ends.length).toBeGreaterThan(ROUNDS);
    // Past its last day the site begins anew.
    expect(ends.length * DAYS_APART).toBeLessThan(system.house.days.length);
    for (const end of ends) {
      expect(end).toMatchObject({ state: 'SUCCESS', attempts: [{ n: 1 }], crashes: 0, retries: 0 });
      expect(end.attempts).toHaveLength(1);
    }
    expect(commands.repeated).toBe(0);
  },
  8 * HANGS_AFTER_MS,
);

function inWords(tasks: number, attempts: number): string {
  const { drains, restarts, tasksAtHand, longestMs, sumMs } = figures;
  const ms = `${Math.round(sumMs / (drains + restarts))} ms on average, ${Math.round(longestMs)} ms at most`;
  return `${drains} drains and ${restarts} restarts with ${tasksAtHand} tasks at hand, ${ms}; ${tasks} tasks, ${attempts} attempts`;
}
