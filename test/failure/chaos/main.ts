import 'reflect-metadata';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Logger } from '@nestjs/common';
import { type ChaosSettings, chaosSettings, USAGE } from './chaos-settings.js';
import { collectEvidence } from '../stand/collect-evidence.js';
import { violations } from '../stand/invariants.js';
import { Load } from './load.js';
import type { Matrix } from '../grid/matrix.js';
import { NamedCases } from '../grid/named-cases.js';
import { randomFrom } from '../stand/random.js';
import { Rounds } from '../grid/rounds.js';
import { FAULTS, GRID, strikeName, VICTIMS } from '../stand/strikes.js';
import { System } from '../stand/system.js';
import { RESUMES_LATEST_MS, RESUMES_WITHIN_MS } from '../stand/timing.js';

const LOGS = fileURLToPath(new URL('../../../.rotunda', import.meta.url));
const MINUTE_MS = 60_000;
const HOUSE_SCRAPERS = 5;
/** Expected of a run: 100 faults in ten minutes. */
const FAULTS_PER_MINUTE = 10;
const COMMAND_EVERY_MS = 1_500;
/** Share of the strikes after the first matrix that hit work at all six points. */
const AIMED = 0.15;

const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)}  ${line}\n`);

/**
 * Tries every cell once, in a random order, and then random faults at random moments until the time is up; with `grid`
 * it finishes all cells even after that.
 */
async function chaos(rounds: Rounds, load: Load, { seed, minutes, grid }: ChaosSettings): Promise<void> {
  const random = randomFrom(seed);
  const cells = random.shuffled(GRID);
  const until = Date.now() + minutes * MINUTE_MS;
  const goesOn = (): boolean => (grid && cells.length > 0) || Date.now() < until;
  while (goesOn()) {
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
      await rounds.strikeAnywhere(fault, victim, scraper);
    }
  }
}

interface Outcome {
  found: string[];
  faults: number;
}

/** One run: starts the system, strikes it, and checks it. */
async function run(settings: ChaosSettings): Promise<Outcome> {
  const { seed, grid, slots, broken, natsServer } = settings;
  const parts = { houseScrapers: HOUSE_SCRAPERS, schedulers: 1, gateway: true, senate: true };
  const system = await System.start({ ...parts, slots, broken, natsServer });
  // Its servers have their own process groups, so Ctrl-C does not reach them.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void system.stop().finally(() => process.exit(130)));
  }
  const rounds = new Rounds(system, RESUMES_LATEST_MS);
  try {
    const found = await strikeAll(rounds, settings);
    if (grid) found.push(...rounds.matrix.untried(GRID).map((cell) => `not tried: ${cell}`));
    found.push(...tooSlow(rounds.matrix), ...(await examine(rounds)));
    // Keeps the logs: they explain what the checker finds.
    if (found.length > 0) await keepLogs(system, seed);
    return { found, faults: rounds.matrix.faults };
  } finally {
    process.stdout.write(`\n${rounds.matrix.print()}\n\n`);
    await system.stop();
  }
}

/** Writes the services' output to files, the first thing to look at after a failure. */
async function keepLogs({ services }: System, seed: number): Promise<void> {
  const folder = join(LOGS, `chaos-${seed}`);
  await mkdir(folder, { recursive: true });
  for (const { name, log } of services) await writeFile(join(folder, `${name}.log`), log);
  say(`the services’ logs are in ${folder}`);
}

/** @returns problems seen during the run */
async function strikeAll(rounds: Rounds, settings: ChaosSettings): Promise<string[]> {
  const load = new Load(rounds.commands, rounds.system.house, COMMAND_EVERY_MS);
  const named = new NamedCases(rounds.system, rounds);
  try {
    await named.frozenWithADocument();
    await named.frozenBeforeCommit();
    await named.brokerRestartedAfterATick();
    say('the named cases are done');
    load.start();
    await chaos(rounds, load, settings);
    return named.stuck;
  } catch (error) {
    return [...named.stuck, `work did not continue: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await load.stop();
    if (load.refused > 0) say(`${load.refused} commands were given up by their clients`);
  }
}

/** A single round has some slack, as the machine may be busy; the median of all rounds has none. */
function tooSlow({ medianResumedMs }: Matrix): string[] {
  if (medianResumedMs <= RESUMES_WITHIN_MS) return [];
  return [
    `half of the rounds took longer than ${medianResumedMs} ms to continue; the limit is ${RESUMES_WITHIN_MS} ms`,
  ];
}

/** @returns the broken promises; if the system can't be checked at all, that is the one */
function examine(rounds: Rounds): Promise<string[]> {
  return lookAtEverything(rounds).catch((error: unknown) => [`the system did not come to rest: ${String(error)}`]);
}

async function lookAtEverything({ system, commands, ticks }: Rounds): Promise<string[]> {
  const evidence = await collectEvidence(system, commands, ticks);
  const { accepted, filings, announced } = evidence;
  say(`${accepted.length} commands and ${evidence.ticks.length} commands of ticks were accepted`);
  say(`${filings.size} filings are stored, ${announced.length} announcements made`);
  for (const { name, collapses } of system.services) {
    if (collapses > 0) say(`${name} crashed ${collapses} times`);
  }
  return violations(evidence);
}

async function main(): Promise<number> {
  Logger.overrideLogger(false);
  const settings = chaosSettings(process.argv.slice(2));
  if (!settings) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { seed, minutes, grid, slots, broken } = settings;
  const how = [grid && 'the whole grid', slots && `${slots} slots`, broken && 'without the fence'].filter(Boolean);
  say([`seed ${seed}, ${minutes} minutes`, ...how].join(', '));
  const { found, faults } = await run(settings);
  for (const violation of found) process.stdout.write(`  ${violation}\n`);
  const wanted = Math.floor(minutes * FAULTS_PER_MINUTE);
  const few = faults < wanted ? ` (fewer than the ${wanted} intended: the machine is slow or busy)` : '';
  process.stdout.write(`seed ${seed}: ${faults} faults${few}, ${found.length} violations\n`);
  return found.length > 0 ? 1 : 0;
}

process.exit(
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }),
);
