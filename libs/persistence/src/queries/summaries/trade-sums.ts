import type { DataSource } from 'typeorm';
import { FIRST_PTR_DAY, type IsoDate } from '#rotunda/domain';
import type { Conditions } from '../../database/conditions.js';

/** What trades come to. An amount is a band, so a sum has two bounds; what lies between them nobody knows. */
export interface TradeSums {
  trades: number;
  /** US dollars: the lower ends of the bands together. */
  amountMin: number;
  /** The upper ends together, of the bands that have one. */
  amountMax: number;
  /** Trades without an upper end ("Over $50,000,000"): `amountMax` lacks them. */
  openEnded: number;
  /** Trades whose amount was not understood: both sums lack them. */
  unknownAmounts: number;
}

/** A sale is a full or a partial one. */
export type TradeSide = 'purchases' | 'sales' | 'exchanges' | 'unknownTypes';

/** The trades that have the same key. */
export interface TradeGroup extends Record<'all' | TradeSide, TradeSums> {
  key: string | null;
  /** One of the names that its rows have. */
  name: string | null;
  /** Of the trades whose date is known and possible. */
  firstTradedOn: IsoDate | null;
  lastTradedOn: IsoDate | null;
  lastFiledOn: IsoDate | null;
}

/** SQL over `t` and `f`: rows with the same key are one group. */
interface Grouping {
  key: string;
  name?: string;
}

interface SumsRow extends TradeSums {
  grouping: string;
  side: TradeSide;
  key: string | null;
  name: string | null;
  firstTradedOn: IsoDate | null;
  lastTradedOn: IsoDate | null;
  lastFiledOn: IsoDate | null;
}

const SIDE = `CASE t.type WHEN 'purchase' THEN 'purchases' WHEN 'exchange' THEN 'exchanges'
  WHEN 'sale' THEN 'sales' WHEN 'sale_partial' THEN 'sales' ELSE 'unknownTypes' END`;

/** A filer's 0202 for 2022 would be a month of its own, a day after the century the last one. */
const DATED = `CASE WHEN t.traded_on BETWEEN '${FIRST_PTR_DAY}' AND '2099-12-31'
  AND (t.days_to_file IS NOT NULL OR f.filed_on IS NULL) THEN t.traded_on END`;

/** The month of the trade; null where its date is missing or impossible. */
export const BY_MONTH: Grouping = { key: `to_char(${DATED}, 'YYYY-MM')` };

/** Sums of the trades `t` of filings `f` that match: of all (`total`), and by each grouping. Reads the rows once. */
export async function sumTrades<Name extends string>(
  dataSource: DataSource,
  where: Conditions,
  groupings: Record<Name, Grouping>,
): Promise<{ total: TradeGroup } & Record<Name, TradeGroup[]>> {
  const names = Object.keys(groupings) as Name[];
  const columns = names.map(
    (name, n) => `${groupings[name].key} AS key${n}, ${groupings[name].name ?? 'NULL::text'} AS name${n}`,
  );
  const chosen = (of: (n: number) => string, rest: string): string =>
    `CASE ${names.map((_, n) => `WHEN grouping(key${n}) = 0 THEN ${of(n)}`).join(' ')} ELSE ${rest} END`;
  const rows = await dataSource.query<SumsRow[]>(
    `SELECT ${chosen((n) => `'${names[n]!}'`, `'total'`)} AS grouping, side,
       ${chosen((n) => `key${n}`, 'NULL')} AS key, ${chosen((n) => `max(name${n})`, 'NULL')} AS name,
       count(*) AS trades, coalesce(sum(amount_min), 0) AS "amountMin", coalesce(sum(amount_max), 0) AS "amountMax",
       count(*) FILTER (WHERE amount_min IS NOT NULL AND amount_max IS NULL) AS "openEnded",
       count(*) FILTER (WHERE amount_min IS NULL) AS "unknownAmounts",
       min(dated) AS "firstTradedOn", max(dated) AS "lastTradedOn", max(filed_on) AS "lastFiledOn"
     FROM (
       SELECT ${SIDE} AS side, ${DATED} AS dated, f.filed_on, t.amount_min, t.amount_max, ${columns.join(', ')}
       FROM filings f JOIN transactions t ON t.filing_id = f.id WHERE ${where.sql}) AS rows
     GROUP BY GROUPING SETS ((side), ${names.map((_, n) => `(side, key${n})`).join(', ')})`,
    where.parameters,
  );
  const of = (grouping: string): TradeGroup[] => groupsOf(rows.filter((row) => row.grouping === grouping));
  const grouped = Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, TradeGroup[]>;
  return { total: of('total')[0] ?? emptyGroup(null), ...grouped };
}

function groupsOf(rows: readonly SumsRow[]): TradeGroup[] {
  const groups = new Map<string | null, TradeGroup>();
  for (const row of rows) {
    const group = groups.get(row.key) ?? emptyGroup(row.key);
    groups.set(row.key, group);
    const { trades, amountMin, amountMax, openEnded, unknownAmounts } = row;
    const sums = { trades, amountMin, amountMax, openEnded, unknownAmounts };
    group[row.side] = sums;
    group.all = plus(group.all, sums);
    group.name ??= row.name;
    group.firstTradedOn = earlier(group.firstTradedOn, row.firstTradedOn);
    group.lastTradedOn = later(group.lastTradedOn, row.lastTradedOn);
    group.lastFiledOn = later(group.lastFiledOn, row.lastFiledOn);
  }
  return [...groups.values()];
}

const NONE: TradeSums = { trades: 0, amountMin: 0, amountMax: 0, openEnded: 0, unknownAmounts: 0 };

const emptyGroup = (key: string | null): TradeGroup => ({
  ...{ key, name: null, firstTradedOn: null, lastTradedOn: null, lastFiledOn: null },
  ...{ all: NONE, purchases: NONE, sales: NONE, exchanges: NONE, unknownTypes: NONE },
});

const plus = (one: TradeSums, other: TradeSums): TradeSums => ({
  trades: one.trades + other.trades,
  amountMin: one.amountMin + other.amountMin,
  amountMax: one.amountMax + other.amountMax,
  openEnded: one.openEnded + other.openEnded,
  unknownAmounts: one.unknownAmounts + other.unknownAmounts,
});

const earlier = (one: IsoDate | null, other: IsoDate | null): IsoDate | null =>
  one !== null && (other === null || one <= other) ? one : other;
const later = (one: IsoDate | null, other: IsoDate | null): IsoDate | null =>
  one !== null && (other === null || one >= other) ? one : other;

/** Who traded most first; equal ones in the order of their keys. */
export const byTrades = (one: TradeGroup, other: TradeGroup): number =>
  other.all.trades - one.all.trades || ((one.key ?? '') < (other.key ?? '') ? -1 : 1);

/** The oldest first, those without a date last. */
export const byMonth = (one: TradeGroup, other: TradeGroup): number =>
  one.key === null ? 1 : other.key === null || one.key < other.key ? -1 : 1;
