import { isIsoDate, type Chamber, type FilingFormat, type IsoDate } from '#rotunda/domain';
import { Conditions } from '../database/conditions.js';
import type { FilingRecord } from '../entities/filing.entity.js';

/** Filters of both lists. Of several values one must fit. Dates are calendar dates, both ends included. */
export interface FilingFilters {
  chambers?: Chamber[] | undefined;
  /** Any part of the filer's name, case-insensitive. */
  name?: string | undefined;
  /** The members who filed, by bioguide id. */
  members?: string[] | undefined;
  /** Of the member's term on the day of the filing, else of the last one before it; case-insensitive. */
  parties?: string[] | undefined;
  /** Postal codes, of the same term. */
  states?: string[] | undefined;
  tickers?: string[] | undefined;
  formats?: FilingFormat[] | undefined;
  filedFrom?: IsoDate | undefined;
  filedTo?: IsoDate | undefined;
  /** Only filings without a readable date. */
  undated?: true | undefined;
  /** Instants, both included. */
  firstSeenFrom?: Date | undefined;
  firstSeenTo?: Date | undefined;
  /** The answer as the archive knew it at this instant. */
  asOf?: Date | undefined;
  /** Maximum number of rows on a page. */
  limit: number;
  cursor?: string | undefined;
}

/** A filing without a date counts as the oldest, so that no page misses it. The index has exactly this expression. */
export const FILED = `coalesce(f.filed_on, '-infinity'::date)`;

export const isFiledKey = (part: unknown): boolean =>
  typeof part === 'string' && (part === '-infinity' || isIsoDate(part));

export const filedKey = ({ filedOn, id }: FilingRecord): [string, string] => [filedOn ?? '-infinity', id];

export function filingConditions(filters: FilingFilters, fixed: string[]): Conditions {
  return new Conditions(...fixed)
    .where(filters.chambers, (chambers) => `f.chamber = ANY(${chambers})`)
    .where(filters.name, (part) => `strpos(lower(f.filer_name_raw), lower(${part})) > 0`)
    .where(filters.members, (ids) => `f.member_id = ANY(${ids})`)
    .where(
      filters.parties?.map((party) => party.toLowerCase()),
      (parties) => `lower(${TERM('party')}) = ANY(${parties})`,
    )
    .where(filters.states, (states) => `${TERM('state')} = ANY(${states})`)
    .where(filters.formats, (formats) => `f.format = ANY(${formats})`)
    .where(filters.filedFrom, (date) => `f.filed_on >= ${date}`)
    .where(filters.filedTo, (date) => `f.filed_on <= ${date}`)
    .where(filters.undated, (undated) => `(f.filed_on IS NULL) = ${undated}`);
}

/** Who filed. A name stands for a filer only within its chamber and district: two members may have the same one. */
export const FILER = `coalesce(f.member_id, concat_ws('/', f.chamber, f.filer_name_raw, f.state_district))`;

/** Rows `t` that count now. */
export const CURRENT = 't.superseded_at IS NULL AND t.is_current';

const TERM = (column: string): string =>
  `(SELECT e.${column} FROM member_terms e WHERE e.bioguide = f.member_id AND e.starts_on <= f.filed_on
    ORDER BY e.starts_on DESC LIMIT 1)`;
