import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Chamber, IsoDate } from '#rotunda/domain';
import { READING } from '../data-source.js';
import { CURRENT, FILER, type FilingFilters, filingConditions } from './filing-filters.js';
import { DAYS_LATE, LATE } from './lateness.js';

/** How many current trades were disclosed late or in time, and of how many that can't be said. */
export interface TimelinessCounts {
  late: number;
  inTime: number;
  /** A date is missing or impossible. */
  unknown: number;
  /** Rows that amend an earlier trade, or may do: they name a trade that was disclosed before. */
  notJudged: number;
}

/** A filer's late trades; a filer who is not matched to a member goes by the name on the filings. */
export interface LateFiler extends TimelinessCounts {
  bioguide: string | null;
  name: string;
  chambers: Chamber[];
  /** Of the trade that was latest, past the limit that it missed by most. */
  worstDays: number;
  /** When the last late trade was disclosed. */
  lastFiledOn: IsoDate;
}

export interface LateSummary {
  counts: TimelinessCounts;
  /** The one with most late trades first. */
  filers: LateFiler[];
}

type FilerRow = Omit<LateFiler, 'worstDays' | 'lastFiledOn'> & { worstDays: number | null; lastFiledOn: string | null };

const WRITTEN_NAME = `coalesce(m.official_full, nullif(concat_ws(' ', m.first, m.last, m.suffix), ''))`;

/** From the figures of each filing: its rows are ten times as many. */
const OF_FILINGS = {
  sums: `sum(g.disclosed_late)::integer AS late, sum(g.in_time)::integer AS "inTime", sum(g.unknown)::integer AS unknown,
    sum(g.not_judged)::integer AS "notJudged", max(g.worst_days) AS "worstDays",
    max(f.filed_on) FILTER (WHERE g.disclosed_late > 0) AS "lastFiledOn"`,
  from: 'filings f JOIN filing_figures g ON g.filing_id = f.id AND g.transactions > 0',
};

const OF_ROWS = {
  sums: `(count(*) FILTER (WHERE ${LATE}))::integer AS late,
    (count(*) FILTER (WHERE NOT ${LATE}))::integer AS "inTime",
    (count(*) FILTER (WHERE t.days_to_file IS NULL))::integer AS unknown,
    (count(*) FILTER (WHERE t.days_to_file IS NOT NULL AND t.late IS NULL))::integer AS "notJudged",
    max(${DAYS_LATE}) FILTER (WHERE ${LATE}) AS "worstDays",
    max(f.filed_on) FILTER (WHERE ${LATE}) AS "lastFiledOn"`,
  from: `filings f JOIN transactions t ON t.filing_id = f.id AND ${CURRENT}`,
};

const byFiler = ({ sums, from }: typeof OF_ROWS, where: string): string => `
  SELECT s.bioguide, coalesce(${WRITTEN_NAME}, s.name) AS name, s.chambers, s.late, s."inTime", s.unknown, s."notJudged",
    s."worstDays", s."lastFiledOn"
  FROM (SELECT min(f.member_id) AS bioguide, min(f.filer_name_raw) AS name, array_agg(DISTINCT f.chamber) AS chambers, ${sums}
    FROM ${from} WHERE ${where} GROUP BY ${FILER}) s
  LEFT JOIN members m ON m.bioguide = s.bioguide ORDER BY late DESC, "worstDays" DESC, name`;

/** Who disclosed trades late, from current rows. */
@Injectable()
export class LateQuery {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  async summary(filters: Omit<FilingFilters, 'limit' | 'cursor'>): Promise<LateSummary> {
    const upper = filters.tickers?.map((ticker) => ticker.toUpperCase());
    const where = filingConditions({ ...filters, limit: 0 }, []).where(
      upper,
      (tickers) => `upper(t.ticker) = ANY(${tickers})`,
    );
    const rows = await this.dataSource.query<FilerRow[]>(
      byFiler(upper ? OF_ROWS : OF_FILINGS, where.sql),
      where.parameters,
    );
    return { counts: rows.reduce(plus, NONE), filers: rows.filter((row): row is LateFiler => row.late > 0) };
  }
}

const NONE: TimelinessCounts = { late: 0, inTime: 0, unknown: 0, notJudged: 0 };

const plus = (sum: TimelinessCounts, row: TimelinessCounts): TimelinessCounts => ({
  late: sum.late + row.late,
  inTime: sum.inTime + row.inTime,
  unknown: sum.unknown + row.unknown,
  notJudged: sum.notJudged + row.notJudged,
});
