import type { IsoDate } from '#rotunda/domain';
import type { EntityManager } from 'typeorm';
import type { Key } from '../../database/cursor.js';
import { after, KEY, orderBy, type Section, type TradeKey, type TradeList } from './trade-orders.js';
import { type KnownFilters, tradeConditions, valuesOf } from './trade-conditions.js';

/** An index probe for each bucket costs some 20 µs; of more, reading in order finds a page as soon. */
const MOST_BUCKETS = 200;

/** Columns with an index in the order of the list of filings, and the types of their values. */
const BUCKETED = new Map([
  ['ticker', 'text'],
  ['member_id', 'text'],
  ['filer_id', 'integer'],
  ['state', 'text'],
  ['asset_type', 'text'],
  ['format', 'text'],
]);

interface Buckets {
  column: string;
  type: string;
  values: readonly (string | number)[];
}

interface Wanted {
  section: Section;
  direction: 'asc' | 'desc';
  place?: Key | undefined;
  limit: number;
}

/**
 * The first trades of a section. A filter by several values reads the first ones of each value, which an index has in
 * order, and merges them; a filter by one value leaves the choice to Postgres, which knows how many trades have it.
 */
export async function firstKeys(manager: EntityManager, filters: KnownFilters, wanted: Wanted): Promise<TradeKey[]> {
  const { section, direction, place } = wanted;
  const buckets = bucketsOf(filters, section);
  const where = tradeConditions(filters, buckets?.column);
  section.restrict(where);
  if (place) where.and(after(section, direction, place, where));
  if (buckets) where.and(`s.${buckets.column} = bucket.value`);
  const rest = `ORDER BY ${orderBy(section, direction)} LIMIT ${where.bind(wanted.limit)}`;
  const first = `SELECT ${KEY} FROM trade_search s WHERE ${where.sql} ${rest}`;
  if (!buckets) return manager.query<TradeKey[]>(first, where.parameters);
  const values = `unnest(${where.bind(buckets.values)}::${buckets.type}[]) AS bucket (value)`;
  const ofAll = first.replace(KEY, 's.*');
  return manager.query(`SELECT ${KEY} FROM ${values} CROSS JOIN LATERAL (${ofAll}) s ${rest}`, where.parameters);
}

/** Opens a cursor over all trades of a section, in the transaction of `manager`. */
export async function openKeys(
  manager: EntityManager,
  { filters, direction }: TradeList,
  section: Section,
): Promise<void> {
  const where = tradeConditions(filters);
  section.restrict(where);
  const sql = `SELECT ${KEY} FROM trade_search s WHERE ${where.sql} ORDER BY ${orderBy(section, direction)}`;
  await manager.query(`DECLARE trade_keys NO SCROLL CURSOR FOR ${sql}`, where.parameters);
}

export const nextKeys = (manager: EntityManager, limit: number): Promise<TradeKey[]> =>
  manager.query(`FETCH ${limit} FROM trade_keys`);

export const closeKeys = (manager: EntityManager): Promise<unknown> => manager.query('CLOSE trade_keys');

function bucketsOf(filters: KnownFilters, { columns, names }: Section): Buckets | null {
  if (columns[0]!.name !== 'filed') return null;
  const { assets, filers } = names ?? {};
  if (Array.isArray(assets) && isFew(assets)) return { column: 'asset_id', type: 'integer', values: assets };
  if (filers && isFew(filers)) return { column: 'filer_id', type: 'integer', values: filers };
  const first = valuesOf(filters).find(([column, values]) => values && BUCKETED.has(column));
  // The months of one member have an index of their own.
  if (!first || isOneMember(first)) {
    const months = filters.tradedTo === undefined ? [] : monthsBetween(filters.tradedFrom, filters.tradedTo);
    if (months.length > 0 && isFew(months)) return { column: 'traded_month', type: 'date', values: months };
  }
  if (!first) return seenMonths(filters);
  const [column, values] = first;
  return values!.length > 1 && isFew(values!) ? { column, type: BUCKETED.get(column)!, values: values! } : null;
}

const isOneMember = ([column, values]: ReturnType<typeof valuesOf>[number]): boolean =>
  column === 'member_id' && values?.length === 1;

/** Lists begin with the newest filings: what was known long ago is far from there. */
function seenMonths({ firstSeenTo, asOf }: KnownFilters): Buckets | null {
  const [seen] = [firstSeenTo, asOf].filter((at) => at !== undefined).toSorted((a, b) => a.getTime() - b.getTime());
  if (seen === undefined || Date.now() - seen.getTime() < LONG_AGO_MS) return null;
  const months = monthsBetween(undefined, seen.toISOString().slice(0, 10));
  return isFew(months) ? { column: 'seen_month', type: 'date', values: months } : null;
}

const LONG_AGO_MS = 90 * 24 * 60 * 60 * 1000;

const isFew = (values: readonly unknown[]): boolean => values.length <= MOST_BUCKETS;

const FIRST_MONTH = '2012-01';

/** The buckets of `traded_month` that have the days of a range: one is for all days before PTRs, one for days to come. */
function monthsBetween(from: IsoDate | undefined, to: IsoDate): string[] {
  const start = from === undefined || from < FIRST_MONTH ? FIRST_MONTH : from.slice(0, 7);
  const months = start === FIRST_MONTH ? ['-infinity'] : [];
  for (let month = start; month <= to.slice(0, 7) && isFew(months); month = monthAfter(month))
    months.push(`${month}-01`);
  return [...months, 'infinity'];
}

function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
