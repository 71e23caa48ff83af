import { STREAMS } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectEvidence } from './stand/collect-evidence.js';
import { Commands } from './stand/commands.js';
import type { Day } from './stand/endless-site.js';
import { violations } from './stand/invariants.js';
import type { ServiceUnderTest } from './stand/service-under-test.js';
import { type Fault, FAULTS, strike } from './stand/strikes.js';
import { System } from './stand/system.js';
import { Ticks } from './stand/ticks.js';
import { HANGS_AFTER_MS } from './stand/timing.js';

/** All of them are published in the short lane: a worker moves each. */
const HAND_OVER = /PUB tasks\.house\.scrape\.long/;

let system: System;
let commands: Commands;

beforeAll(async () => {
  system = await System.start({ houseScrapers: 2, gateway: true, slots: 1, longAfterDays: 1 });
  commands = new Commands(system);
}, HANGS_AFTER_MS);
afterAll(() => system?.stop(), HANGS_AFTER_MS);

function longWindow(): Day {
  const [first, last] = [system.house.nextDay(), system.house.nextDay()];
  return { date: first.date, until: last.date, docIds: [...first.docIds, ...last.docIds] };
}

const VICTIMS = ['worker', 'broker', 'worker and broker'] as const;

/** The hand-over itself, or the answer that the stream has it, is on its way when they die. */
it.each(VICTIMS.flatMap((victim) => (['message', 'answers'] as const).map((held) => [victim, held] as const)))(
  'the %s killed in a hand-over, with its %s on the way: the command runs once',
  async (victim, held) => {
    const { houseScrapers, nats } = system;
    const reached = houseScrapers.map(async (scraper): Promise<ServiceUnderTest> => {
      await scraper.toNats.holdAt(HAND_OVER, held);
      return scraper;
    });
    const id = await commands.publish(longWindow());
    const worker = await Promise.race(reached);
    if (victim !== 'broker') await worker.end('SIGKILL');
    if (victim !== 'worker') await nats.end('SIGKILL');
    for (const { toNats } of houseScrapers) toNats.letGo();
    if (victim !== 'worker') await nats.start();
    if (victim !== 'broker') await worker.start();
    // No attempt was lost: the command was not begun.
    expect(await commands.ended(id, HANGS_AFTER_MS)).toMatchObject({
      state: 'SUCCESS',
      crashes: 0,
      attempts: [{ n: 1 }],
    });
  },
  HANGS_AFTER_MS,
);

const STRIKES = (['worker', 'broker'] as const).flatMap((victim) =>
  FAULTS.map((fault): [Fault, string] => [fault, victim]),
);

it.each(STRIKES)(
  '%s of a %s: long and short commands are done once',
  async (fault, victim) => {
    const ids = await Promise.all([
      ...[longWindow(), longWindow(), longWindow(), system.house.nextDay()].map((day) => commands.publish(day)),
      ...[longWindow(), system.house.nextDay()].map((day) => commands.post(day)),
    ]);
    await eventually('the first one', async () => {
      const states = await Promise.all(ids.map((id) => system.tasks.find(id)));
      return states.some((state) => state?.state === 'STARTED');
    });
    await strike([victim === 'worker' ? system.houseScrapers[0]! : system.nats], fault);
    for (const id of ids) expect(await commands.ended(id, HANGS_AFTER_MS)).toMatchObject({ state: 'SUCCESS' });
  },
  HANGS_AFTER_MS,
);

it(
  'in the end no promise is broken',
  async () => {
    expect(violations(await collectEvidence(system, commands, new Ticks(system)))).toEqual([]);
    expect((await system.client.manager.streams.info(STREAMS.deadLetters)).state.messages).toBe(0);
  },
  2 * HANGS_AFTER_MS,
);
