import type { EntityManager } from 'typeorm';
import { storable } from '#rotunda/domain';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import type { Announce, SettledOutcome, StoredFiling } from '../rows/filing-outcome.js';
import { judge, keepCorrections, reviewsOf, updateReview, withdrawRows } from '../reviews/filing-reviews.js';
import { storePages } from '../rows/filing-pages.js';
import { markSettled } from '../rows/filing-update.js';
import { isListingFlag } from './listing-entry.js';
import { enterAnnouncements } from '../database/outbox.js';
import { relink, type Relinked } from '../lineage/relink.js';
import { storeRows } from '../rows/stored-rows.js';

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
  const { parserVersion, amendmentNo } = parsed;
  const reviews = await reviewsOf(manager, filing.id);
  const reading = { filing, documentSha256, parserVersion, amendmentNo, taskId };
  const rows = keepCorrections(reviews, parsed.transactions);
  const { stored, skipped, vanished } = await storeRows(manager, reading, rows);
  const relinked = await relink(manager, { ...filing, amendmentNo }, taskId);
  const verdict = judge(reviews, withDoubt({ ...outcome, parsed }, relinked));
  if (verdict.isWithdrawn) await withdrawRows(manager, filing.id);
  await updateReview(manager, filing, reviews, verdict, parsed.transactions, taskId);
  const rowsChanged = stored.length + vanished.length > 0;
  const judged = { ...outcome, ...verdict, parsed: { ...parsed, reviewReasons: verdict.reviewReasons } };
  if (outcome.pages) await storePages(manager, filing.id, outcome.pages);
  const settled = await markSettled(manager, filing.id, judged, taskId, rowsChanged);
  const isNews = settled !== null || relinked.linked.length + relinked.switched.length > 0;
  if (!isNews) return { ...unchanged(filing), skipped };
  const current = asLinked(stored, relinked);
  // Rows that a reviewer withdrew are not announced.
  const told = announce(settled ?? filing, verdict.isWithdrawn ? [] : current, { ...relinked, vanished });
  await enterAnnouncements(manager, filing.chamber, told);
  return { filing: settled ?? filing, changed: true, stored: current, skipped };
}

/** Adds the doubt about what the filing amends to its review reasons: a person decides on both. */
function withDoubt(outcome: SettledOutcome, { doubt }: Relinked): SettledOutcome {
  if (doubt === null) return outcome;
  const parsed = { ...outcome.parsed, reviewReasons: [...outcome.parsed.reviewReasons, doubt] };
  return { ...outcome, status: 'needs_review', parsed };
}

const asLinked = (stored: TransactionRecord[], { fresh }: Relinked): TransactionRecord[] =>
  stored.map((row) => fresh.find(({ id }) => id === row.id) ?? row);

/** The result for a filing where nothing changed. */
export const unchanged = (filing: FilingRecord): StoredFiling => ({ filing, changed: false, stored: [], skipped: 0 });
