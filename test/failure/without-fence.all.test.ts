import { afterEach, expect, it } from 'vitest';
import { collectEvidence } from './stand/collect-evidence.js';
import { violations } from './stand/invariants.js';
import { NamedCases } from './grid/named-cases.js';
import { Rounds } from './grid/rounds.js';
import { System } from './stand/system.js';
import { HANGS_AFTER_MS } from './stand/timing.js';

let system: System;

afterEach(() => system.stop(), 120_000);

it(
  'the checker catches a build without the fence',
  async () => {
    system = await System.start({ houseScrapers: 2, broken: 'fence' });
    const rounds = new Rounds(system, HANGS_AFTER_MS);
    await new NamedCases(system, rounds).frozenWithADocument();
    const found = violations(await collectEvidence(system, rounds.commands, rounds.ticks));
    expect(found).toContainEqual(expect.stringMatching(/^noZombieWrites: attempt 1 of bus-\S+ .* after attempt 2$/));
    expect(found).toContainEqual(expect.stringMatching(/^filingsAreStoredOnce: .* rows of an outdated reading$/));
  },
  2 * HANGS_AFTER_MS,
);
