import type { ScrapeCommand } from '#rotunda/contracts';
import {
  type ListedFiling,
  type PaperReading,
  type ParsedFiling,
  type ReviewReason,
  reviewSentence,
  settledStatus,
} from '#rotunda/domain';
import { systemClock } from '#rotunda/runtime';
import type { RunningTask } from '#rotunda/tasks';
import type { DisclosureSite } from '../disclosure-site.js';
import { FailureStreak } from './failure-streak.js';
import { windowOf } from './filing-scrape.js';

type PrintedReading = Omit<ParsedFiling, 'reviewReasons'> & {
  reviewReasons: string[];
  reviewReasonCodes: ReviewReason[];
};

/** A filing as listed, with its parsed document where that could be read. */
type PrintedFiling = ListedFiling & ({ status: string; parsed: PrintedReading } | { status: string; reason: string });

/**
 * Fetches and parses the filings that the site lists in the command's window, and prints a line of JSON for each.
 *
 * @returns whether every document was there and could be read
 */
export async function printFilings(site: DisclosureSite, task: RunningTask<ScrapeCommand>): Promise<boolean> {
  task.report({ phase: 'listing' });
  const { inWindow, warnings } = await site.list(windowOf(task.args, systemClock()), task.signal);
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  const failures = new FailureStreak();
  let isWhole = warnings.length === 0;
  for (const [index, filing] of inWindow.entries()) {
    task.report({ phase: 'documents', done: index, total: inWindow.length });
    const printed = await obtain(site, filing, task.signal, failures);
    isWhole &&= 'parsed' in printed;
    process.stdout.write(`${JSON.stringify(printed)}\n`);
  }
  return isWhole;
}

async function obtain(
  site: DisclosureSite,
  filing: ListedFiling,
  signal: AbortSignal,
  failures: FailureStreak,
): Promise<PrintedFiling> {
  try {
    const document = await site.fetchDocument(filing, signal);
    if (!document) return { ...filing, status: 'unavailable', reason: 'The site has no document for it yet.' };
    const parsed = await site.parse(document, filing, { signal });
    failures.end();
    return { ...filing, status: settledStatus(parsed), parsed: inWords(parsed) };
  } catch (error) {
    signal.throwIfAborted();
    return { ...filing, status: 'failed', reason: failures.add(error) };
  }
}

const inWords = ({ paper, ...parsed }: ParsedFiling): PrintedReading => ({
  ...parsed,
  ...(paper && { paper: withoutPictures(paper) }),
  reviewReasons: parsed.reviewReasons.map(reviewSentence),
  reviewReasonCodes: parsed.reviewReasons,
});

const withoutPictures = (paper: PaperReading): PaperReading => ({
  ...paper,
  sheets: paper.sheets.map(({ picture: _, ...sheet }) => sheet),
});
