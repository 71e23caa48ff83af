import { Conditions } from '../../database/conditions.js';
import { knownAt } from '../filing-versions.js';
import type { TradeFilters } from './trade-filters.js';
import type { Names, TextMatch } from './text-matches.js';

/** Filters whose names are looked up. */
export interface KnownFilters extends Omit<TradeFilters, 'limit' | 'cursor'> {
  /** Filers whose names have the part that was asked for. */
  filers?: number[] | undefined;
  matches?: TextMatch[] | undefined;
}

/** The conditions on a row `s` of `trade_search`, without those of `except`. */
export function tradeConditions(filters: KnownFilters, except?: string): Conditions {
  const where = new Conditions();
  where.and(knownAt('s', filters.asOf && where.bind(filters.asOf)));
  if (!filters.includeSuperseded) where.and('s.is_current');
  if (filters.onlyLate) where.and('s.disclosed_late');
  for (const [column, values] of valuesOf(filters)) {
    if (values && column !== except) where.and(isOneOf(where, column, values));
  }
  where
    .where(filters.filedFrom, (date) => `s.filed >= ${date}`)
    .where(filters.filedTo, (date) => `s.filed <= ${date}`)
    .where(filters.tradedFrom, (date) => `s.traded >= ${date}`)
    .where(filters.tradedTo, (date) => `s.traded <= ${date}`)
    .where(filters.firstSeenFrom, (at) => `s.first_seen_at >= ${at}`)
    .where(filters.firstSeenTo, (at) => `s.first_seen_at <= ${at}`)
    .where(filters.amountFrom, (dollars) => `s.amount_min >= ${dollars}`)
    .where(filters.amountTo, (dollars) => `s.amount_max <= ${dollars}`)
    .where(filters.late, (late) => `s.late = ${late}`)
    .where(filters.flags, (flags) => `s.flags <> '{}' AND s.flags && ${flags}::text[]`);
  // A filing without a date is in no range of dates.
  if (filters.filedTo !== undefined && filters.filedFrom === undefined) where.and(`s.filed > '-infinity'`);
  if (filters.undated) where.and(`s.filed = '-infinity'`);
  if (filters.matches) where.and(fitsAny(where, filters.matches));
  return where;
}

type Values = readonly (string | number)[] | undefined;

/** Filters by the values of one column, those first that fewer trades fit. */
export const valuesOf = (filters: KnownFilters): [column: string, values: Values][] => [
  ['ticker', distinct(filters.tickers, (ticker) => ticker.toUpperCase())],
  ['member_id', distinct(filters.members)],
  ['filer_id', filters.filers],
  ['state', distinct(filters.states)],
  ['asset_type', distinct(filters.assetTypes, (type) => type.toLowerCase())],
  ['format', distinct(inBoth(filters.formats, filters.sources))],
  ['party', distinct(filters.parties, (party) => party.toLowerCase())],
  ['owner', distinct(filters.owners)],
  ['type', distinct(filters.types)],
  ['chamber', distinct(filters.chambers)],
];

/** A trade's source is its filing's format. */
const inBoth = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): readonly T[] | undefined =>
  a && b ? a.filter((value) => b.includes(value)) : (a ?? b);

const distinct = (values: readonly string[] | undefined, as = (value: string): string => value): Values =>
  values && [...new Set(values.map(as))];

/** Of `= ANY` Postgres does not know that it keeps the order of an index, even where it is one value. */
const isOneOf = (where: Conditions, column: string, values: readonly unknown[]): string =>
  values.length === 1 ? `s.${column} = ${where.bind(values[0])}` : `s.${column} = ANY(${where.bind(values)})`;

/** Whether a trade fits one of the matches. */
export const fitsAny = (where: Conditions, matches: readonly TextMatch[]): string =>
  matches.length === 0
    ? 'FALSE'
    : `(${matches.flatMap(({ names }) => names.map((one) => fits(where, one))).join(' OR ')})`;

function fits(where: Conditions, { assets, filers }: Names): string {
  const parts: string[] = [];
  if (typeof assets === 'string') {
    parts.push(`(SELECT n.words @@ ${where.bind(assets)}::tsquery FROM asset_names n WHERE n.id = s.asset_id)`);
  } else if (assets) parts.push(`s.asset_id = ANY(${where.bind(assets)}::integer[])`);
  if (filers) parts.push(`s.filer_id = ANY(${where.bind(filers)}::integer[])`);
  return parts.join(' AND ');
}
