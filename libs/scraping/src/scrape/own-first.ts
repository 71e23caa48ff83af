import type { FilingRecord } from '#rotunda/persistence';

/** So many filings that it does not list itself may the shortest scrape do. */
const LEAST_SHARE = 100;

type Unfinished = Pick<FilingRecord, 'id' | 'lastTriedAt'>;

/**
 * What a scrape does of a chamber's unfinished filings, in this order: those that it lists itself, then others, those
 * first that were never tried or not for the longest time. It does no more others than it lists, or `LEAST_SHARE`: else
 * a day's scrape beside a backfill would do all that the backfill has listed.
 */
export function ownFirst<F extends Unfinished>(unfinished: F[], listed: Pick<FilingRecord, 'id'>[]): F[] {
  const own = new Set(listed.map(({ id }) => id));
  const others = unfinished.filter(({ id }) => !own.has(id)).toSorted((a, b) => triedAt(a) - triedAt(b));
  return [...unfinished.filter(({ id }) => own.has(id)), ...others.slice(0, Math.max(LEAST_SHARE, own.size))];
}

const triedAt = ({ lastTriedAt }: Unfinished): number => lastTriedAt?.getTime() ?? 0;
