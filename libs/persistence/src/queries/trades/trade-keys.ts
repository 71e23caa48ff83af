import type { IsoDate } from '#rotunda/domain';
import type { DataSource } from 'typeorm';
import type { Key } from '../../database/cursor.js';
import { after, KEY, orderBy, type Section, type TradeKey } from './trade-orders.js';
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
export async function firstKeys(dataSource: DataSource, filters: KnownFilters, wanted: Wanted): Promise<TradeKey[]> {
  const { section, direction, place } = wanted;
  const buckets = bucketsOf(filters, section);
  const where = tradeConditions(filters, buckets?.column);
  section.restrict(where);
  if (place) where.and(after(section, direction, place, where));
  if (buckets) where.and(`s.${buckets.column} = bucket.value`);
  const limit = where.bind(wanted.limit);
  const first = `SELECT s.* FROM trade_search s WHERE ${where.sql} ORDER BY ${orderBy(section, direction, 's')} LIMIT ${limit}`;
  const sql = buckets
    ? `SELECT ${KEY} FROM unnest(${where.bind(buckets.values)}::${buckets.type}[]) AS bucket (value) CROSS JOIN LATERAL (${first}) s
       ORDER BY ${orderBy(section, direction, 's')} LIMIT ${limit}`
    : `SELECT ${KEY} FROM (${first}) s`;
  return dataSource.query<TradeKey[]>(sql, where.parameters);
}

function bucketsOf(filters: KnownFilters, { columns, names }: Section): Buckets | null {
  if (columns[0]!.name !== 'filed') return null;
  const { assets, filers } = names ?? {};
  if (Array.isArray(assets) && isFew(assets)) return { column: 'asset_id', type: 'integer', values: assets };
  if (filers && isFew(filers)) return { column: 'filer_id', type: 'integer', values: filers };
  for (const [column, values] of valuesOf(filters)) {
    const type = BUCKETED.get(column);
    if (!values || !type) continue;
    return values.length > 1 && isFew(values) ? { column, type, values } : null;
  }
  const months = filters.tradedTo === undefined ? [] : monthsBetween(filters.tradedFrom, filters.tradedTo);
  return months.length > 0 && isFew(months) ? { column: 'traded_month', type: 'date', values: months } : null;
}

const isFew = (values: readonly unknown[]): boolean => values.length <= MOST_BUCKETS;

const FIRST_MONTH = '2012-01';

/** The buckets of `traded_month` that have the days of a range: one is for all days before PTRs, one for days to come. */
function monthsBetween(from: IsoDate | undefined, to: IsoDate): string[] {
  const start = from === undefined || from < FIRST_MONTH ? FIRST_MONTH : from.slice(0, 7);
  const months = from === start || start !== FIRST_MONTH ? [] : ['-infinity'];
  for (let month = start; month <= to.slice(0, 7) && isFew(months); month = monthAfter(month))
    months.push(`${month}-01`);
  return [...months, 'infinity'];
}

function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
