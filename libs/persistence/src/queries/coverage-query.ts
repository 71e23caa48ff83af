import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Chamber, DateWindow, IsoDate } from '#rotunda/domain';
import { READING } from '../data-source.js';

export interface CoverageCounts {
  /** The sum of the next six: every filing is accounted for. */
  listed: number;
  parsed: number;
  paper: number;
  paperRead: number;
  paperReview: number;
  needsReview: number;
  unavailable: number;
  failed: number;
  /** Listed, but not fetched yet: a scrape that was interrupted leaves them to the next one. */
  waiting: number;
  /** Current rows: neither superseded nor withdrawn. */
  transactions: number;
  /** Current rows disclosed more than 45 days after the trade. */
  late: number;
  firstFiledOn: IsoDate | null;
  lastFiledOn: IsoDate | null;
}

export interface CoverageMonth extends CoverageCounts {
  chamber: Chamber;
  /** `2026-11`; null for filings with an unreadable date, which belong to no month. */
  month: string | null;
  /** The requested days of the month. */
  from: IsoDate | null;
  to: IsoDate | null;
  /** Those of the days that no scrape has covered, both ends included. */
  missing: { from: IsoDate; to: IsoDate }[];
}

/**
 * A day counts as scraped if its listing was read on a later day of the site's calendar: until the day is over, more
 * can be filed.
 */
const COVERED = `
  SELECT chamber, range_agg(daterange(start_date, last_date, '[]')) AS days
  FROM (SELECT chamber, start_date,
          least(end_date, (listed_at AT TIME ZONE 'America/New_York')::date - 1) AS last_date FROM scraped_windows) w
  WHERE start_date <= last_date GROUP BY chamber`;

const MONTHS = `
  SELECT c.chamber, m::date AS month, greatest(m::date, $2::date) AS first_day,
    least((m + interval '1 month')::date - 1, $3::date) AS last_day
  FROM unnest($1::text[]) AS c (chamber)
  CROSS JOIN generate_series(date_trunc('month', $2::date), $3::date, interval '1 month') AS m`;

const BY_MONTH = `
  SELECT f.chamber, date_trunc('month', f.filed_on::timestamp)::date AS month, count(*)::integer AS listed,
    (count(*) FILTER (WHERE status = 'parsed'))::integer AS parsed,
    (count(*) FILTER (WHERE status = 'paper'))::integer AS paper,
    (count(*) FILTER (WHERE status = 'paper_read'))::integer AS paper_read,
    (count(*) FILTER (WHERE status = 'paper_review'))::integer AS paper_review,
    (count(*) FILTER (WHERE status = 'needs_review'))::integer AS needs_review,
    (count(*) FILTER (WHERE status = 'unavailable'))::integer AS unavailable,
    (count(*) FILTER (WHERE status = 'failed'))::integer AS failed,
    (count(*) FILTER (WHERE status = 'listed'))::integer AS waiting,
    coalesce(sum(t.transactions), 0)::integer AS transactions, coalesce(sum(t.late), 0)::integer AS late,
    min(f.filed_on) AS first_filed_on, max(f.filed_on) AS last_filed_on
  FROM filings f LEFT JOIN filing_figures t ON t.filing_id = f.id
  WHERE f.chamber = ANY($1::text[]) AND (f.filed_on BETWEEN $2::date AND $3::date OR f.filed_on IS NULL)
  GROUP BY 1, 2`;

const COUNTS = `coalesce(b.listed, 0) AS listed, coalesce(b.parsed, 0) AS parsed, coalesce(b.paper, 0) AS paper,
  coalesce(b.paper_read, 0) AS "paperRead", coalesce(b.paper_review, 0) AS "paperReview",
  coalesce(b.needs_review, 0) AS "needsReview", coalesce(b.unavailable, 0) AS unavailable,
  coalesce(b.failed, 0) AS failed, coalesce(b.waiting, 0) AS waiting, coalesce(b.transactions, 0) AS transactions,
  coalesce(b.late, 0) AS late, b.first_filed_on AS "firstFiledOn", b.last_filed_on AS "lastFiledOn"`;

const MISSING = `
  SELECT coalesce(json_agg(json_build_object('from', lower(gap), 'to', upper(gap) - 1) ORDER BY gap), '[]')
  FROM unnest(datemultirange(daterange(m.first_day, m.last_day, '[]')) - coalesce(c.days, '{}')) AS gap`;

const COVERAGE = `
  WITH covered AS (${COVERED}), months AS (${MONTHS}), by_month AS (${BY_MONTH})
  SELECT m.chamber, to_char(m.month, 'YYYY-MM') AS month, m.first_day AS "from", m.last_day AS "to", ${COUNTS},
    (${MISSING}) AS missing
  FROM months m LEFT JOIN by_month b ON b.chamber = m.chamber AND b.month = m.month
  LEFT JOIN covered c ON c.chamber = m.chamber
  UNION ALL
  SELECT b.chamber, NULL, NULL, NULL, ${COUNTS}, '[]' FROM by_month b WHERE b.month IS NULL
  ORDER BY 1, 2`;

/** What the archive has and what it lacks, so that no gap stays hidden. */
@Injectable()
export class CoverageQuery {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /** Every month of the range for each chamber, the oldest first; then filings without a date, if any. */
  async months(chambers: Chamber[], { start, end }: DateWindow): Promise<CoverageMonth[]> {
    return this.dataSource.query<CoverageMonth[]>(COVERAGE, [chambers, start, end]);
  }

  /** The first day with a filing or a scrape; null where there is none yet. */
  async firstDay(chambers: Chamber[]): Promise<IsoDate | null> {
    const [first] = await this.dataSource.query<{ day: IsoDate | null }[]>(
      `SELECT least((SELECT min(filed_on) FROM filings WHERE chamber = ANY($1)),
         (SELECT min(start_date) FROM scraped_windows WHERE chamber = ANY($1))) AS day`,
      [chambers],
    );
    return first?.day ?? null;
  }
}
