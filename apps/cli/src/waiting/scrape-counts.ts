import type { FilingCounts, TransactionStats } from '#rotunda/contracts';

/** What a scrape found in a chamber. */
export type ScrapeCounts = { stats: TransactionStats; filings: FilingCounts };

export function describeCounts({
  stats: { saved, skipped, errors },
  filings: { listed, ...settled },
}: ScrapeCounts): string {
  const counts = Object.entries(settled)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name.replace('_', ' ')}`);
  return (
    `${listed} filings (${counts.join(', ') || 'none'}), ` +
    `${saved} trades saved, ${skipped} already stored, ${errors} unreadable.`
  );
}
