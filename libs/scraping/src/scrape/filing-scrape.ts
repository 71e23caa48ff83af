import { type Chamber, inOneLine, type ScrapeCommand, type ScrapeResult, type TaskProgress } from '#rotunda/contracts';
import {
  addDays,
  type DateWindow,
  easternDate,
  InvalidWindowError,
  resolveWindow,
  reviewSentence,
  settledStatus,
  storable,
} from '#rotunda/domain';
import {
  rejectionOfData,
  type FilingOutcome,
  type Fence,
  type FilingRecord,
  Filings,
  RawDocuments,
  ScrapedWindows,
  type StoredFiling,
  type Tally,
  type UnfinishedOutcome,
} from '#rotunda/persistence';
import { type Clock, CLOCK, inSpan, type SpanOptions } from '#rotunda/runtime';
import { InvalidCommand, type RunningTask, taskLog } from '#rotunda/tasks';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { announcing } from '../outbox/announcements.js';
import type { DisclosureSite, Listing } from '../disclosure-site.js';
import { FailureStreak } from './failure-streak.js';
import { FilingsInHand } from './filings-in-hand.js';
import { shareOf } from './child-share.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { ownFirst } from './own-first.js';
import { type Archived, paperPages } from './paper-pages.js';
import { sheetLog } from './sheet-log.js';
import { rowsOf, ScrapeMetrics } from './scrape-metrics.js';
import { orAborted, Turns } from '../turns.js';

/** Sites list some filings days after their filing date. */
const OVERLAP_DAYS = 14;

/**
 * The scrape of a chamber, whatever its site: list, store the listing, then fetch, archive, parse and store each filing
 * that is not settled yet. Each filing is one transaction. An attempt that dies leaves only whole filings, and the next
 * one continues from there.
 */
@Injectable()
export class FilingScrape {
  private readonly inHand = new FilingsInHand();

  constructor(
    private readonly filings: Filings,
    private readonly documents: RawDocuments,
    private readonly outbox: OutboxRelay,
    private readonly windows: ScrapedWindows,
    @Inject(CLOCK) private readonly now: Clock,
    @Optional() private readonly storing: Turns = new Turns(),
    @Optional() private readonly metrics?: ScrapeMetrics,
  ) {}

  async run(chamber: Chamber, site: DisclosureSite, task: RunningTask<ScrapeCommand>): Promise<ScrapeResult> {
    const regular = task.args.since_last_success === true;
    const window = await this.reachingBack(chamber, windowOf(task.args, this.now()), regular);
    task.report({ phase: 'listing' });
    taskLog().log(`Listing the filings of ${window.start} to ${window.end}.`);
    const listedAt = this.now();
    const listing = storable(await site.list(window, task.signal));
    const share = shareOf(chamber, task, window);
    const listed = (await this.enter(chamber, listing, task)).filter(share.listed);
    const unsettled = ownFirst((await this.filings.unfinished(chamber)).filter(share.unfinished), listed);
    const ids = [...new Set([...listed, ...unsettled].map(({ id }) => id))];
    for (const warning of listing.warnings) taskLog().warn(warning);
    taskLog().log(`${listed.length} filings listed; fetching the ${unsettled.length} that are not settled yet.`);
    await this.obtainAll(unsettled, ids.length, site, task);
    const tally = await this.filings.tally(task.id, ids);
    // A partial listing proves nothing about its days, so they still count as not scraped.
    if (listing.warnings.length === 0) {
      await this.windows.record(chamber, { ...window, regular }, listedAt, { taskId: task.id, attempt: task.attempt });
    }
    const { saved, skipped, errors } = tally.stats;
    taskLog().log(`${ids.length} filings: ${saved} transactions saved, ${skipped} known, ${errors} unreadable.`);
    return result(chamber, window, tally, listing.warnings);
  }

  /** After an outage a regular scrape includes the days since the last one. */
  private async reachingBack(chamber: Chamber, window: DateWindow, regular: boolean): Promise<DateWindow> {
    const last = regular ? await this.windows.lastRegularDay(chamber) : null;
    if (last === null) return window;
    const overlapping = addDays(last, -OVERLAP_DAYS);
    return overlapping < window.start ? { ...window, start: overlapping } : window;
  }

  /**
   * Stores the filings of the window, and, where the command asks for them, the others of the listings that were never
   * seen before. A filing that can't be stored becomes a warning.
   */
  private async enter(chamber: Chamber, listing: Listing, task: RunningTask<ScrapeCommand>): Promise<FilingRecord[]> {
    const filings = [...listing.inWindow];
    if (task.args.include_unknown) {
      const known = await this.filings.known(
        chamber,
        listing.others.map(({ externalId }) => externalId),
      );
      filings.push(...listing.others.filter(({ externalId }) => !known.has(externalId)));
    }
    return this.filings.enter(chamber, filings, task.id, (id, reason) =>
      listing.warnings.push(`${inOneLine(id)} was left out: ${reason}`),
    );
  }

  private async obtainAll(
    filings: FilingRecord[],
    total: number,
    site: DisclosureSite,
    task: RunningTask<ScrapeCommand>,
  ): Promise<void> {
    const progress = new ScrapeProgress(total - filings.length, total, task.report.bind(task));
    const failures = new FailureStreak();
    for (const filing of filings) {
      task.signal.throwIfAborted();
      const stored = await this.inHand.alone(filing.id, task.signal, () =>
        this.obtainOne(filing, site, task, failures),
      );
      if (stored) progress.count(stored);
      else progress.pass();
    }
  }

  /** Null where another task has tried the filing since it was listed. */
  private async obtainOne(
    filing: FilingRecord,
    site: DisclosureSite,
    task: RunningTask<ScrapeCommand>,
    failures: FailureStreak,
  ): Promise<StoredFiling | null> {
    if (await this.filings.wasTriedSince(filing)) {
      taskLog().log(`${filing.externalId}: another task has just tried it.`);
      return null;
    }
    const outcome = await this.obtain(filing, site, task.signal, failures);
    const fence = { taskId: task.id, attempt: task.attempt };
    const kept = await this.storing.take(task.signal, () =>
      inSpan('commit', ofFiling(filing), () => this.store(filing, outcome, fence)),
    );
    this.outbox.nudge();
    this.metrics?.stored(kept.outcome, kept.stored);
    tell(filing.externalId, kept.outcome, kept.stored);
    return kept.stored;
  }

  /** If Postgres rejects a filing, only that filing fails. */
  private async store(
    { id }: FilingRecord,
    outcome: FilingOutcome,
    fence: Fence,
  ): Promise<{ outcome: FilingOutcome; stored: StoredFiling }> {
    const announce = announcing(this.now);
    try {
      return { outcome, stored: await this.filings.store(id, outcome, fence, announce) };
    } catch (error) {
      const failed = unstorable(error);
      return { outcome: failed, stored: await this.filings.store(id, failed, fence, announce) };
    }
  }

  private async obtain(
    filing: FilingRecord,
    site: DisclosureSite,
    signal: AbortSignal,
    failures: FailureStreak,
  ): Promise<FilingOutcome> {
    try {
      const document = await site.fetchDocument(filing, signal);
      if (!document)
        return { status: 'unavailable', reason: 'The site lists the filing and has no document for it yet.' };
      const documentSha256 = await this.documents.save(document);
      const pictures = new Map<string, Archived>();
      for (const attachment of document.attachments ?? []) {
        pictures.set(attachment.url, { ...attachment, sha256: await this.documents.save(attachment) });
      }
      const parsed = await inSpan('parse', ofFiling(filing), () =>
        orAborted(site.parse(document, filing, { signal, onSheet: sheetLog(filing.externalId) }), signal),
      );
      const archived = { ...document, sha256: documentSha256 };
      const pages = await paperPages(archived, parsed, async (url) => pictures.get(url) ?? null);
      failures.end();
      return { status: settledStatus(parsed), documentSha256, parsed, ...(pages && { pages }) };
    } catch (error) {
      signal.throwIfAborted();
      if (rejectionOfData(error) !== null) return unstorable(error);
      return { status: 'failed', reason: failures.add(error) };
    }
  }
}

/** A span of a filing's. */
const ofFiling = ({ chamber, externalId }: FilingRecord): SpanOptions => ({
  attributes: { 'rotunda.chamber': chamber, 'rotunda.filing.external_id': externalId },
});

/** @throws the error itself where it is not about the data */
function unstorable(error: unknown): UnfinishedOutcome {
  const refusal = rejectionOfData(error);
  if (refusal === null) throw error;
  return { status: 'failed', reason: `UnstorableData: ${refusal}` };
}

/** @throws InvalidCommand */
export function windowOf(command: ScrapeCommand, now: Date): DateWindow {
  try {
    return resolveWindow(command, easternDate(now));
  } catch (error) {
    if (error instanceof InvalidWindowError) throw new InvalidCommand(error.message, { cause: error });
    throw error;
  }
}

function tell(externalId: string, outcome: FilingOutcome, { stored, skipped }: StoredFiling): void {
  if ('reason' in outcome) return taskLog().warn(`${externalId}: ${outcome.status}: ${outcome.reason}`);
  const rows = `${stored.length} transactions saved, ${skipped} known`;
  if (outcome.status === 'needs_review' || outcome.status === 'paper_review') {
    const line = `${externalId}: ${rows}, for review: ${outcome.parsed.reviewReasons.map(reviewSentence).join(' ')}`;
    // A scan waits for a person as a rule; a report that was filed electronically does because something is odd.
    return outcome.status === 'paper_review' ? taskLog().log(line) : taskLog().warn(line);
  }
  taskLog().log(`${externalId}: ${outcome.status}, ${rows}`);
}

class ScrapeProgress {
  private readonly counts = { saved: 0, skipped: 0, errors: 0 };

  constructor(
    private done: number,
    private readonly total: number,
    private readonly report: (progress: Partial<TaskProgress>) => void,
  ) {
    this.tell();
  }

  count(filing: StoredFiling): void {
    const { saved, skipped, errors } = rowsOf(filing);
    this.done += 1;
    this.counts.saved += saved;
    this.counts.skipped += skipped;
    this.counts.errors += errors;
    this.tell();
  }

  /** For a filing that another task did: it does not count here. */
  pass(): void {
    this.done += 1;
    this.tell();
  }

  private tell(): void {
    this.report({ phase: 'documents', done: this.done, total: this.total, ...this.counts });
  }
}

function result(chamber: Chamber, window: DateWindow, { stats, filings }: Tally, warnings: string[]): ScrapeResult {
  const isWhole = filings.unavailable === 0 && filings.failed === 0 && warnings.length === 0;
  return {
    status: isWhole ? 'success' : 'partial',
    chamber,
    start_date: window.start,
    end_date: window.end,
    stats,
    filings,
    warnings,
  };
}
