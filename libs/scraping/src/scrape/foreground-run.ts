import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Chamber, ScrapeCommand, type TaskProgress } from '#rotunda/contracts';
import { migrate, PersistenceModule, RawDocuments } from '#rotunda/persistence';
import { ClockModule, endWithReader, systemClock } from '#rotunda/runtime';
import { parseCommand, type RunningTask, withoutNulls } from '#rotunda/tasks';
import { NestFactory } from '@nestjs/core';
import type { DisclosureSite } from '../disclosure-site.js';
import { FilingScrape, windowOf } from './filing-scrape.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { printFilings } from './print-filings.js';

/** Where documents that were fetched are kept; what a site needs of it. */
export type DocumentArchive = Pick<RawDocuments, 'latest' | 'save'>;

export interface OpenSite {
  site: DisclosureSite;
  close(): Promise<void>;
}

/** Run at a terminal, without a broker: nobody else can cancel it, and nobody takes it over. */
class ForegroundTask implements RunningTask<ScrapeCommand> {
  readonly id = `run-${randomUUID()}`;
  readonly attempt = 1;
  private readonly controller = new AbortController();

  constructor(readonly args: ScrapeCommand) {
    process.once('SIGINT', () => this.controller.abort(new Error('interrupted')));
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** What goes wrong is told at the terminal. */
  keepEvidence(): void {}

  report({ phase, done = 0, total = 0, saved = 0 }: Partial<TaskProgress>): void {
    const line = total === 0 ? `${phase} …` : `${phase}: ${done} of ${total} filings, ${saved} trades saved`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  }
}

/**
 * `rotunda run <chamber> --from DAY --to DAY [--print]`: one scrape in the foreground, for trying things out. It needs
 * no NATS; announcements wait in the outbox for a service that has one. With `--print` it needs no Postgres either: each
 * filing is a line of JSON on stdout, and nothing is kept.
 *
 * @param open makes the site, over the archive that is there
 * @returns the exit code: 0 where every filing could be had
 */
export async function runInForeground(
  chamber: Chamber,
  databaseUrl: () => string,
  open: (archive: DocumentArchive) => Promise<OpenSite>,
): Promise<number> {
  endWithReader();
  try {
    const { isPrinted, fields } = readArguments();
    const command = await parseCommand(ScrapeCommand, Buffer.from(JSON.stringify(fields)));
    windowOf(command, systemClock());
    const task = new ForegroundTask(command);
    return await (isPrinted ? printOnly(task, open) : scrapeInto(databaseUrl(), chamber, task, open));
  } catch (error) {
    process.stderr.write(`rotunda run: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function readArguments(): { isPrinted: boolean; fields: object } {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, to: { type: 'string' }, print: { type: 'boolean', default: false } },
  });
  return { isPrinted: values.print, fields: withoutNulls({ start_date: values.from, end_date: values.to }) };
}

async function printOnly(task: ForegroundTask, open: (archive: DocumentArchive) => Promise<OpenSite>): Promise<number> {
  const nothingKept: DocumentArchive = { latest: () => Promise.resolve(null), save: () => Promise.resolve('') };
  const opened = await open(nothingKept);
  try {
    return (await printFilings(opened.site, task)) ? 0 : 1;
  } finally {
    await opened.close();
  }
}

async function scrapeInto(
  databaseUrl: string,
  chamber: Chamber,
  task: ForegroundTask,
  open: (archive: DocumentArchive) => Promise<OpenSite>,
): Promise<number> {
  await migrate(databaseUrl);
  const module = {
    module: class Foreground {},
    imports: [ClockModule, PersistenceModule.forRoot({ databaseUrl, applicationName: 'rotunda run' })],
    providers: [FilingScrape, { provide: OutboxRelay, useValue: { nudge: () => undefined } }],
  };
  const context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  const opened = await open(context.get(RawDocuments));
  try {
    const result = await context.get(FilingScrape).run(chamber, opened.site, task);
    process.stderr.write('\n');
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return result.status === 'success' ? 0 : 1;
  } finally {
    await opened.close();
    await context.close();
  }
}
