import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { collectEvidence } from './collect-evidence.js';
import { violations } from './invariants.js';
import { Load } from './load.js';
import { NamedCases } from './named-cases.js';
import { randomFrom } from './random.js';
import { Rounds } from './rounds.js';
import { FAULTS, strikeName, VICTIMS } from './strikes.js';
import { System } from './system.js';

const USAGE = `Faults at random under a steady load; then everything is looked at.
  npm run test:chaos -- --minutes 10
  --minutes NUMBER       how long (10)
  --seed NUMBER          the same faults in the same order (random; printed)
  --nats-server PATH     which nats-server (that of PATH)
  --broken fence         scrapers without the fence: the run must find violations, and exit with 1
`;
const MINUTE_MS = 60_000;
const HOUSE_SCRAPERS = 5;
const COMMAND_EVERY_MS = 1_500;
/** Of the strikes after the first matrix, those that hit work at all six points. */
const AIMED = 0.15;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string' },
    'nats-server': { type: 'string' },
    broken: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)}  ${line}\n`);

/** Every cell once, in an order of the seed's, and then anything at any moment until the time is up. */
async function chaos(rounds: Rounds, load: Load, seed: number, until: number): Promise<void> {
  const random = randomFrom(seed);
  const cells = random.shuffled(FAULTS.flatMap((fault) => VICTIMS.map((victim) => ({ fault, victim }))));
  while (Date.now() < until) {
    const next = cells.pop();
    const { fault, victim } = next ?? { fault: random.oneOf(FAULTS), victim: random.oneOf(VICTIMS) };
    const isAimed = next !== undefined || random.number() < AIMED;
    say(`${strikeName(fault, victim)}${isAimed ? ', with work at all six points' : ''}`);
    if (isAimed) {
      await load.stop();
      await rounds.play(fault, victim, () => load.start());
    } else {
      await delay(random.number() * 1_000);
      const scraper = Math.floor(random.number() * HOUSE_SCRAPERS);
      await rounds.strikeAnywhere(fault, victim, scraper, random.oneOf(['broken', 'silent']));
    }
  }
}

async function run(): Promise<string[]> {
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
  const broken = values.broken === 'fence' ? values.broken : undefined;
  if (values.broken && !broken) throw new Error(`--broken ${values.broken}: only "fence" can be broken`);
  say(`seed ${seed}, ${values.minutes} minutes${broken ? ', without the fence' : ''}`);
  const natsServer = values['nats-server'];
  const parts = { houseScrapers: HOUSE_SCRAPERS, schedulers: 1, gateway: true, senate: true };
  const system = await System.start({ ...parts, broken, natsServer });
  const rounds = new Rounds(system);
  const named = new NamedCases(system, rounds);
  const load = new Load(rounds.commands, system.house, COMMAND_EVERY_MS);
  const found: string[] = [];
  try {
    await named.frozenWithADocument();
    await named.frozenBeforeCommit();
    await named.brokerRestartedAfterATick();
    say('the cases by name are through');
    load.start();
    await chaos(rounds, load, seed, Date.now() + Number(values.minutes) * MINUTE_MS);
  } catch (error) {
    found.push(`work did not go on: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    await load.stop();
    const evidence = await collectEvidence(system, rounds.commands, rounds.ticks);
    found.push(...named.stuck, ...violations(evidence));
    const { refused } = load;
    say(
      `${evidence.accepted.length} commands accepted (${refused} given up by their client), ${evidence.ticks.length} of ticks`,
    );
    say(`${evidence.filings.size} filings, ${evidence.announced.length} announcements`);
    for (const { name, collapses } of system.services)
      if (collapses > 0) say(`${name} ended by itself ${collapses} times`);
  } finally {
    await system.stop();
  }
  process.stdout.write(`\n${rounds.matrix.print()}\n\nseed ${seed}: ${found.length} violations\n`);
  return found;
}

if (values.help) process.stdout.write(USAGE);
else {
  Logger.overrideLogger(false);
  const found = await run();
  for (const violation of found) process.stdout.write(`  ${violation}\n`);
  process.exit(found.length > 0 ? 1 : 0);
}
