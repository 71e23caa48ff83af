import { isIsoDate, type Chamber, type IsoDate } from '#rotunda/domain';
import { Conditions } from '../database/conditions.js';
import type { FilingRecord } from '../entities/filing.entity.js';

/** Filters of both lists. Dates are calendar dates, both ends included. */
export interface FilingFilters {
  chamber?: Chamber | undefined;
  /** Any part of the filer's name, case-insensitive. */
  member?: string | undefined;
  /** The member who filed, by bioguide id. */
  bioguide?: string | undefined;
  ticker?: string | undefined;
  filedFrom?: IsoDate | undefined;
  filedTo?: IsoDate | undefined;
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
    .where(filters.chamber, (chamber) => `f.chamber = ${chamber}`)
    .where(filters.member, (part) => `strpos(lower(f.filer_name_raw), lower(${part})) > 0`)
    .where(filters.bioguide, (id) => `f.member_id = ${id}`)
    .where(filters.filedFrom, (date) => `f.filed_on >= ${date}`)
    .where(filters.filedTo, (date) => `f.filed_on <= ${date}`);
}
