import type { EntityManager } from 'typeorm';
import { type ParsedFiling, type ReviewReason, reviewStatus, storable } from '#rotunda/domain';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { ReadRow } from '../entities/read-row.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import type { Announce, SettledOutcome, StoredFiling } from '../rows/filing-outcome.js';
import {
  type FilingReviews,
  isFinal,
  judge,
  type Judged,
  reviewsOf,
  updateReview,
  withdrawRows,
} from '../reviews/filing-reviews.js';
import { keepDecisions } from '../reviews/decided-rows.js';
import { asRead } from '../reviews/reviewed-reading.js';
import { documentsOf, storePages } from '../rows/filing-pages.js';
import { markSettled } from '../rows/filing-update.js';
import { isListingFlag } from './listing-entry.js';
import { enterAnnouncements } from '../database/outbox.js';
import { relink, type Relinked } from '../lineage/relink.js';
import { storeSheets } from '../rows/scan-sheets.js';
import { currentRows, type Reading, type StoredRows, storeRows } from '../rows/stored-rows.js';

/** The rows of a reading, as they are stored now. */
interface Kept extends Omit<StoredRows, 'ids'> {
  /** As they were read, with their ids. */
  read: ReadRow[];
  /** Why a person should look at the reading. */
  reasons: ReviewReason[];
}

/**
 * Stores the content of a filing's document: its rows, what they amend, reviewers' decisions, the announcements. Call
 * it in a transaction, under `lockLineage`, with the filing locked.
 */
export async function settle(
  manager: EntityManager,
  filing: FilingRecord,
  outcome: SettledOutcome,
  taskId: string,
  announce: Announce,
): Promise<StoredFiling> {
  const read = storable(outcome.parsed);
  // Flags that come from the listing stay, whatever the document says.
  const parsed = { ...read, qualityFlags: [...filing.qualityFlags.filter(isListingFlag), ...read.qualityFlags] };
  const { documentSha256 } = outcome;
  const { format, parserVersion, amendmentNo } = parsed;
  if (outcome.pages) await storePages(manager, filing.id, outcome.pages);
  const reviews = await reviewsOf(manager, filing.id);
  const reading = { filing, documentSha256, parserVersion, format, amendmentNo, taskId };
  const kept = await keepRows(manager, reading, parsed, reviews);
  const { stored, skipped, vanished } = kept;
  const relinked = await relink(manager, { ...filing, amendmentNo }, taskId);
  const verdict = judge(reviews, judgedOf(outcome, kept, relinked));
  if (verdict.isWithdrawn) await withdrawRows(manager, filing.id);
  await updateReview(manager, filing, reviews, verdict, kept.read, taskId);
  const judged = { ...outcome, ...verdict, parsed: { ...parsed, reviewReasons: verdict.reviewReasons } };
  const settled = await markSettled(manager, filing.id, judged, taskId, kept.changed);
  const isNews = settled !== null || relinked.linked.length + relinked.switched.length > 0;
  if (!isNews) return { ...unchanged(filing), skipped };
  const current = asLinked(stored, relinked);
  // Rows that a reviewer withdrew are not announced.
  const told = announce(settled ?? filing, verdict.isWithdrawn ? [] : current, { ...relinked, vanished });
  await enterAnnouncements(manager, filing.chamber, told);
  return { filing: settled ?? filing, changed: true, stored: current, skipped };
}

async function keepRows(
  manager: EntityManager,
  reading: Reading,
  parsed: ParsedFiling,
  reviews: FilingReviews,
): Promise<Kept> {
  const { filing, documentSha256 } = reading;
  if (parsed.format === 'paper' && isFinal(reviews, await documentsOf(manager, filing.id, documentSha256))) {
    const skipped = (await currentRows(manager, filing.id)).length;
    return { read: reviews.confirmed, reasons: [], stored: [], skipped, vanished: [], changed: false };
  }
  const waiting = new Set(parsed.paper?.waiting);
  const found = [...parsed.transactions, ...waiting].toSorted((a, b) => a.ordinal - b.ordinal);
  const decided = keepDecisions(reviews, found, waiting);
  const { ids, ...stored } = await storeRows(
    manager,
    reading,
    decided.filter(({ isRemoved }) => !isRemoved),
  );
  if (parsed.paper) await storeSheets(manager, filing.id, reading, parsed.paper.sheets);
  const idsAsRead = decided.flatMap(({ read, id, row }) => (read === null ? [] : [id ?? ids.get(row.ordinal)!]));
  return { ...stored, read: asRead(found, idsAsRead), reasons: parsed.reviewReasons };
}

/** The doubt about what the filing amends is a reason, too: a person decides on both. */
function judgedOf(
  { status, parsed: { format } }: SettledOutcome,
  { read, reasons }: Kept,
  { doubt }: Relinked,
): Judged {
  if (doubt === null) return { format, status, reviewReasons: reasons, rows: read };
  return { format, status: reviewStatus(format), reviewReasons: [...reasons, doubt], rows: read };
}

const asLinked = (stored: TransactionRecord[], { fresh }: Relinked): TransactionRecord[] =>
  stored.map((row) => fresh.find(({ id }) => id === row.id) ?? row);

/** The result for a filing where nothing changed. */
export const unchanged = (filing: FilingRecord): StoredFiling => ({ filing, changed: false, stored: [], skipped: 0 });
