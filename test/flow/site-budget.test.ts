import { eventually } from '#rotunda/testing';
import { afterEach, expect, it } from 'vitest';
import { ChamberStack } from '../contract/chamber-stack.js';
import type { LoggedRequest } from '../../apps/stand-ins/src/request-log.js';
import { houseWithInterval } from './house-under-test.js';

const INTERVAL_MS = 40;
/** How long the site takes to answer: the interval begins after that. */
const ANSWER_MS = 20;
/** The stand-in's log has whole milliseconds, and so do Node's timers. */
const ROUNDING_MS = 3;

let stack: ChamberStack;
afterEach(() => stack.stop());

/**
 * The times between the arrivals of successive requests. The stand-in's times of answers are less reliable: a process
 * that waits for a core after it wrote its answer records a later end than its client saw.
 */
function gaps(requests: LoggedRequest[]): number[] {
  const arrivals = requests.map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b);
  return arrivals.slice(1).map((arrival, i) => arrival - arrivals[i]!);
}

it('three scrapers send requests no more often than one would, even when one of them is killed', async () => {
  stack = await ChamberStack.start(houseWithInterval(INTERVAL_MS));
  stack.site.faults = { faults: [{ kind: 'slow', delayMs: ANSWER_MS }] };
  const scrapers = [await stack.startScraper(), await stack.startScraper(), await stack.startScraper()];
  // Some twenty filings each.
  const windows = [
    { start_date: '2015-01-01', end_date: '2019-12-31' },
    { start_date: '2020-01-01', end_date: '2021-12-31' },
    { start_date: '2025-10-01', end_date: stack.site.window.end },
  ];
  const ids: string[] = [];
  for (const window of windows) ids.push(await stack.submit(window));
  const workersOf = async (): Promise<Set<string | null>> =>
    new Set(await Promise.all(ids.map(async (id) => (await stack.find(id))?.worker ?? null)));
  await eventually('a task for each of them', async () => {
    const workers = await workersOf();
    return workers.size === 3 && !workers.has(null);
  });
  await eventually('requests of all of them', () => stack.site.requests.length > 25);
  await scrapers[1]!.stop('SIGKILL');
  await stack.takenOver(...ids);
  for (const id of ids) expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS', retries: 0 });
  const filings = await stack.count('filings');
  expect(filings).toBeGreaterThan(45);
  expect(
    await stack.count(`filings WHERE status IN ('parsed', 'paper', 'paper_read', 'paper_review', 'needs_review')`),
  ).toBe(filings);
  expect(Math.min(...gaps(stack.site.requests))).toBeGreaterThanOrEqual(ANSWER_MS + INTERVAL_MS - ROUNDING_MS);
});
