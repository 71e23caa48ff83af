import { byTier, onServer } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectEvidence } from '../stand/collect-evidence.js';
import { violations } from '../stand/invariants.js';
import { NamedCases } from './named-cases.js';
import { POINTS } from './points.js';
import { Rounds } from './rounds.js';
import { DIAGONAL, GRID } from '../stand/strikes.js';
import { System } from '../stand/system.js';
import { HANGS_AFTER_MS } from '../stand/timing.js';

/** Four hold the work that is struck; one is free to take over. */
const HOUSE_SCRAPERS = 5;
const CASE_MS = 2 * HANGS_AFTER_MS;
const CELLS = byTier({ enough: DIAGONAL, all: GRID });
const ROUNDS = CELLS.map(({ fault, victim }) => [fault, victim] as const);

/** One system for all tests, struck again and again, and checked when it has come to rest. */
describe('what was accepted is done once', () => {
  let system: System;
  let rounds: Rounds;
  let named: NamedCases;

  beforeAll(async () => {
    system = await System.start({ houseScrapers: HOUSE_SCRAPERS, schedulers: 2, gateway: true, senate: true });
    rounds = new Rounds(system, HANGS_AFTER_MS);
    named = new NamedCases(system, rounds);
  }, CASE_MS);
  afterAll(async () => {
    if (rounds) process.stdout.write(`\n${rounds.matrix.print()}\n`);
    await system?.stop();
  }, CASE_MS);

  const ranOnce = (chamber: string) =>
    expect.objectContaining({ chamber, state: 'SUCCESS', attempts: [expect.anything()] });
  const EACH_CHAMBER_ONCE = [ranOnce('senate'), ranOnce('house')];

  it(
    'a slow second scheduler doubles no tick',
    async () => {
      expect(await named.slowSecondScheduler()).toEqual(EACH_CHAMBER_ONCE);
      // Only one scheduler from here on, so that work at the point `tick` is always with this one.
      await system.schedulers.pop()!.remove();
    },
    CASE_MS,
  );

  it(
    'a broker that was restarted after a tick was done doubles nothing',
    async () => expect(await named.brokerRestartedAfterATick()).toEqual(EACH_CHAMBER_ONCE),
    CASE_MS,
  );

  it.each(ROUNDS)(
    '%s of %s: the work of all six points goes on',
    async (fault, victim) => {
      const ends = Object.values(await rounds.play(fault, victim));
      expect(ends.length).toBeGreaterThanOrEqual(POINTS.length);
      expect(new Set(ends)).toEqual(new Set(['SUCCESS']));
    },
    CASE_MS,
  );

  it(
    'a group whose scraper and broker are killed in the middle tells of each filing once',
    async () => {
      const { state, size, children, result } = await named.senateKilledInTheMiddle();
      expect(state).toBe('SUCCESS');
      expect(size).toBeGreaterThan(2);
      expect(children.filter(({ crashes }) => crashes > 0).length).toBeGreaterThan(0);
      const { filings, stats } = result!.totals;
      expect(filings).toMatchObject({ listed: system.senate.filings, known: 0, unavailable: 0, failed: 0 });
      const places = `SELECT count(*)::int AS rows, count(DISTINCT (t.filing_id, t.ordinal))::int AS places
        FROM transactions t JOIN filings f ON f.id = t.filing_id WHERE f.chamber = 'senate' AND t.superseded_at IS NULL`;
      const { rows } = await onServer(system.postgres.url, (client) => client.query(places));
      expect(rows).toEqual([{ rows: stats.saved, places: stats.saved }]);
    },
    CASE_MS,
  );

  // On a busy machine the peer may be late with a heartbeat of its own.
  const CRASHED: unknown = expect.toSatisfy((crashes: number) => crashes >= 1);
  const TAKEN_OVER = { state: 'SUCCESS', crashes: CRASHED, retries: 0, result: { stats: { saved: 6, skipped: 0 } } };

  it(
    'a worker frozen just before COMMIT is refused it, once a peer took over',
    async () => expect(await named.frozenBeforeCommit()).toMatchObject(TAKEN_OVER),
    CASE_MS,
  );

  it(
    'a worker that wakes up with an outdated document stores nothing',
    async () => expect(await named.frozenWithADocument()).toMatchObject(TAKEN_OVER),
    CASE_MS,
  );

  it(
    'in the end no cell is untried and no promise broken',
    async () => {
      expect(rounds.matrix.untried(CELLS)).toEqual([]);
      expect(named.stuck).toEqual([]);
      expect(violations(await collectEvidence(system, rounds.commands, rounds.ticks))).toEqual([]);
    },
    2 * CASE_MS,
  );
});
