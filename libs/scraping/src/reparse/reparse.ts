import type { Chamber, ReparseCommand, ReparseResult } from '#rotunda/contracts';
import { settledStatus } from '#rotunda/domain';
import {
  ArchivedFilings,
  type ArchivedFiling,
  type RawDocument,
  rejectionOfData,
  RawDocuments,
  type ReadingDifference,
  type SettledOutcome,
} from '#rotunda/persistence';
import { type Clock, CLOCK, inSpan } from '#rotunda/runtime';
import { InvalidCommand, type RunningTask, taskLog } from '#rotunda/tasks';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { announcing } from '../outbox/announcements.js';
import type { DisclosureSite } from '../disclosure-site.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { paperPages } from '../scrape/paper-pages.js';
import { sheetLog } from '../scrape/sheet-log.js';
import { ReparseReport } from './reparse-report.js';
import { LayoutChanged, UnreadableDocument } from '../site-errors.js';
import { orAborted, Turns } from '../turns.js';

/**
 * Parses a chamber's archive again, without its site, and reports where the current parser differs from what is stored.
 * With `apply` it stores the differences, one transaction per filing; a document that can no longer be read keeps its
 * rows.
 *
 * An attempt that takes over from a dead one with `apply` finds its work done, and reports only the rest.
 */
@Injectable()
export class Reparse {
  constructor(
    private readonly archive: ArchivedFilings,
    private readonly documents: RawDocuments,
    private readonly outbox: OutboxRelay,
    @Inject(CLOCK) private readonly now: Clock,
    @Optional() private readonly storing: Turns = new Turns(),
  ) {}

  /** @throws InvalidCommand where the dates are in the wrong order */
  async run(chamber: Chamber, site: DisclosureSite, task: RunningTask<ReparseCommand>): Promise<ReparseResult> {
    const { args } = task;
    if (args.filed_from && args.filed_to && args.filed_from > args.filed_to) {
      throw new InvalidCommand(`filed_from (${args.filed_from}) must not be after filed_to (${args.filed_to}).`);
    }
    task.report({ phase: 'archive' });
    const filings = await this.archive.find(chamber, filtersOf(args));
    taskLog().log(
      `Parsing ${filings.length} archived filings again${args.apply ? ', and storing the differences' : ''}.`,
    );
    const report = new ReparseReport(chamber, args.apply === true, filings.length);
    report.missing(args.external_ids ?? [], filings);
    for (const filing of filings) {
      task.signal.throwIfAborted();
      await this.reread(filing, site, task, report);
      task.report(report.progress);
    }
    const { filings: counts, warnings } = report.result;
    for (const warning of warnings) taskLog().warn(warning);
    taskLog().log(`${counts.same} filings unchanged, ${counts.different} different, ${counts.failed} unreadable.`);
    return report.result;
  }

  private async reread(
    filing: ArchivedFiling,
    site: DisclosureSite,
    task: RunningTask<ReparseCommand>,
    report: ReparseReport,
  ): Promise<void> {
    try {
      report.add(filing, await this.compare(filing, site, task));
    } catch (error) {
      task.signal.throwIfAborted();
      if (!isOfDocument(error)) throw error;
      report.fail(filing, error);
    }
  }

  private async compare(
    { id, externalId, documentSha256, filedOn }: ArchivedFiling,
    site: DisclosureSite,
    { id: taskId, attempt, args, signal }: RunningTask<ReparseCommand>,
  ): Promise<ReadingDifference> {
    const document = await this.documents.find(documentSha256);
    if (!document) throw new UnreadableDocument(`The archive has no document ${documentSha256} for ${externalId}.`);
    const filing = { attributes: { 'rotunda.filing.external_id': externalId } };
    const pictures = await this.archivedPictures(site.picturesOf(document));
    const whole = { ...document, attachments: [...pictures.values()] };
    const watch = { signal, onSheet: sheetLog(externalId) };
    const parsed = await inSpan('parse', filing, () => orAborted(site.parse(whole, { filedOn }, watch), signal));
    const pages = await paperPages(document, parsed, async (url) => pictures.get(url) ?? null);
    const outcome: SettledOutcome = { status: settledStatus(parsed), documentSha256, parsed, ...(pages && { pages }) };
    const apply = args.apply === true;
    const difference = await this.storing.take(signal, () =>
      inSpan('commit', filing, () =>
        this.archive.reread(id, outcome, { taskId, attempt }, { apply, announce: announcing(this.now) }),
      ),
    );
    if (apply) this.outbox.nudge();
    return difference;
  }

  /** By their URLs; without those that the archive lacks. */
  private async archivedPictures(urls: readonly string[]): Promise<Map<string, RawDocument>> {
    const pictures = new Map<string, RawDocument>();
    for (const url of urls) {
      const picture = await this.documents.latest(url);
      if (picture) pictures.set(url, picture);
    }
    return pictures;
  }
}

/** Whether the error is about this document alone, so that the others can be parsed. */
const isOfDocument = (error: unknown): error is Error =>
  error instanceof UnreadableDocument || error instanceof LayoutChanged || rejectionOfData(error) !== null;

/** `null` counts as absent. */
const filtersOf = ({ external_ids, filed_from, filed_to, parser_version_not }: ReparseCommand) => ({
  externalIds: external_ids ?? undefined,
  filedFrom: filed_from ?? undefined,
  filedTo: filed_to ?? undefined,
  parserVersionNot: parser_version_not ?? undefined,
});
