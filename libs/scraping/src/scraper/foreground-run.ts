import { parseArgs } from 'node:util';
import { type Command, kindOf, kindsOf, ScrapeCommand, type TaskName } from '#rotunda/contracts';
import { databaseSettings, migrate, PersistenceModule, RawDocuments } from '#rotunda/persistence';
import { ClockModule, endWithReader, readConfiguration, type Settings, systemClock } from '#rotunda/runtime';
import { parseCommand } from '#rotunda/tasks';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OwnBudget } from '../budget/request-budget.js';
import { DISCLOSURE_SITE, GuardedSite } from '../gates/guarded-site.js';
import { MISSING_TERMS } from '../gates/missing-terms.js';
import { SiteCheck } from '../gates/site-check.js';
import type { HandlerClass, TaskHandler } from '../handlers/task-handler.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { Reparse } from '../reparse/reparse.js';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';
import { FilingScrape, windowOf } from '../scrape/filing-scrape.js';
import { printFilings } from '../scrape/print-filings.js';
import { siteSettings } from '../settings.js';
import { ForegroundTask } from './foreground-task.js';
import { type DocumentArchive, handlersOfScraper, OPEN_SITE, type OpenSite, type Scraper } from './scraper.js';

interface Run {
  name: TaskName;
  command: Command;
  isPrinted: boolean;
}

const NOTHING_KEPT: DocumentArchive = { latest: () => Promise.resolve(null), save: () => Promise.resolve('') };

/**
 * `rotunda run <kind> <chamber>`: runs one task in the foreground and prints its result as a line of JSON. It needs no
 * NATS: announcements wait in the outbox until a service sends them. A kind that uses Postgres needs DATABASE_URL,
 * except a scrape with `--print`, which prints each filing as a line of JSON and stores nothing.
 *
 * @returns the exit code: 0 if the task succeeded completely
 */
export async function runInForeground<S extends Settings>(scraper: Scraper<S>): Promise<number> {
  endWithReader();
  try {
    const run = await readArguments(scraper);
    return await (run.isPrinted ? printScrape(scraper, run.command) : runTask(scraper, run));
  } catch (error) {
    process.stderr.write(`rotunda run: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** `<kind> <its command as JSON> [--print]`, as passed by the CLI. */
async function readArguments<S extends Settings>({ chamber }: Scraper<S>): Promise<Run> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { print: { type: 'boolean', default: false } },
  });
  const [given, body = ''] = positionals;
  const name = kindsOf(chamber).find((kind) => kind === given);
  if (!name) throw new Error(`the ${chamber} has no task ${given}; use ${kindsOf(chamber).join(', ')}`);
  const command = await parseCommand(kindOf(name).command, Buffer.from(body));
  if (command instanceof ScrapeCommand) windowOf(command, systemClock());
  else if (values.print) throw new Error(`--print is for a scrape; a ${name} prints its result anyway`);
  return { name, command, isPrinted: values.print };
}

async function printScrape<S extends Settings>(scraper: Scraper<S>, command: ScrapeCommand): Promise<number> {
  const opened = await openSite(scraper, NOTHING_KEPT);
  try {
    return (await printFilings(opened.site, new ForegroundTask(command))) ? 0 : 1;
  } finally {
    await opened.close();
  }
}

async function runTask<S extends Settings>(scraper: Scraper<S>, { name, command }: Run): Promise<number> {
  const handler = handlersOfScraper(scraper).get(name)!;
  const app = await openContext(scraper, handler, kindOf(name).needs.includes('postgres'));
  try {
    const result = await app.get<TaskHandler>(handler).run(new ForegroundTask(command));
    process.stderr.write('\n');
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return result.status === 'success' ? 0 : 1;
  } finally {
    await app.get<OpenSite>(OPEN_SITE).close();
    await app.close();
  }
}

/** The handlers' surroundings as in the service, without what needs NATS: the breaker and the shared budget. */
async function openContext<S extends Settings>(
  scraper: Scraper<S>,
  handler: HandlerClass,
  needsPostgres: boolean,
): Promise<INestApplicationContext> {
  const databaseUrl = needsPostgres ? readConfiguration(databaseSettings).DATABASE_URL : null;
  if (databaseUrl !== null) await migrate(databaseUrl);
  const applicationName = 'rotunda run';
  const module = {
    module: class Foreground {},
    imports: [
      ClockModule,
      ...(databaseUrl === null ? [] : [PersistenceModule.forRoot({ databaseUrl, applicationName })]),
    ],
    providers: [
      ...[handler, SiteCheck, ...(databaseUrl === null ? [] : [FilingScrape, Reparse])],
      { provide: OutboxRelay, useValue: { nudge: () => undefined } },
      { provide: SCRAPED_CHAMBER, useValue: scraper.chamber },
      { provide: MISSING_TERMS, useFactory: () => scraper.missingTerms?.(readConfiguration(scraper.settings)) ?? null },
      {
        provide: OPEN_SITE,
        inject: [{ token: RawDocuments, optional: true }],
        useFactory: (archive?: RawDocuments) => openSite(scraper, archive ?? NOTHING_KEPT),
      },
      { provide: DISCLOSURE_SITE, inject: [OPEN_SITE], useFactory: ({ site }: OpenSite) => site },
      { provide: GuardedSite, useExisting: DISCLOSURE_SITE },
    ],
  };
  return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
}

async function openSite<S extends Settings>(scraper: Scraper<S>, archive: DocumentArchive): Promise<OpenSite> {
  const own = readConfiguration(scraper.settings);
  const config = readConfiguration({ ...siteSettings, ...scraper.settings });
  return scraper.open(config, new OwnBudget(scraper.intervalMs(own)), archive);
}
