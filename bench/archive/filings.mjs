import { byChamber, pick, quantile } from './seeded-sql.mjs';
import * as real from './distributions.mjs';

const FIRST_DAY = '2012-04-03';
const LAST_DAY = '2026-11-20';
/** Rotunda ran from this day on; what was filed before was stored in the twenty days after it. */
const STARTED_ON = '2020-01-06';

/** A plan of the filings: enough for $1 rows and those on paper, which have none. */
const DRAWN = `
  CREATE TEMP TABLE drawn AS
  SELECT *, ${byChamber((chamber) => quantile('rank_of_rows', real.ROWS.at, real.ROWS[chamber]))} AS drawn_rows
  FROM (
    SELECT n, CASE WHEN pg_temp.u(n, 1) < ${real.HOUSE_SHARE} THEN 'house' ELSE 'senate' END AS chamber,
      pg_temp.u(n, 2) AS rank_of_rows, ${pick('pg_temp.u(n, 3)', real.YEARS, 'int')} AS year,
      ${pick('pg_temp.u(n, 4)', Object.fromEntries(real.MONTHS.map((weight, m) => [m + 1, weight])), 'int')} AS month
    FROM generate_series(1, $1::bigint / 4 + 100) n) d`;

const DATED = `
  CREATE TEMP TABLE dated AS
  SELECT n, chamber, filed_on, rows, place, sum(rows) OVER (ORDER BY n) AS rows_so_far
  FROM (
    SELECT *, day - CASE extract(isodow FROM day)::int WHEN 6 THEN 1 WHEN 7 THEN 2 ELSE 0 END AS filed_on,
      CASE WHEN pg_temp.u(n, 6) < CASE chamber WHEN 'house' THEN ${real.PAPER.house} ELSE ${real.PAPER.senate} END THEN 0
        ELSE greatest(1, round(drawn_rows))::int END AS rows,
      ${quantile(
        `CASE WHEN rank_of_rows > ${real.HEAVY_FILERS.above} AND pg_temp.u(n, 7) < ${real.HEAVY_FILERS.share}
          THEN pg_temp.u(n, 8) * 0.36 ELSE pg_temp.u(n, 8) END`,
        real.FILERS.at,
        real.FILERS.upTo,
      )} AS place
    FROM (
      SELECT *, least(greatest(make_date(year, month, 1) + floor(28 * pg_temp.u(n, 5))::int, '${FIRST_DAY}'), '${LAST_DAY}') AS day
      FROM drawn) d) e`;

/** Whose it is, when Rotunda saw it, and which earlier filing it amends. */
const PLAN = `
  CREATE TEMP TABLE plan AS
  WITH cut AS (
    SELECT *, rows_so_far - greatest(0, rows_so_far - $1) AS upto FROM dated WHERE rows_so_far - rows < $1),
  filed AS (
    SELECT c.n, c.chamber, c.filed_on, least(c.rows, c.rows - (c.rows_so_far - c.upto))::int AS rows, h.bioguide, h.first,
      h.last, h.state, h.district, CASE WHEN c.filed_on < '${STARTED_ON}' THEN '${STARTED_ON}'::timestamptz
        + pg_temp.u(c.n, 9) * interval '20 days' ELSE c.filed_on + interval '14 hours' + pg_temp.u(c.n, 9) * interval '30 hours'
        END AS seen_at
    FROM cut c JOIN holders h ON h.seat = CASE c.chamber
      WHEN 'senate' THEN 1 + (floor(c.place * 0.25)::int * 37) % 100 ELSE 101 + (floor(c.place)::int * 97) % 435 END
      AND h.from_day <= c.filed_on AND c.filed_on < h.to_day),
  ordered AS (
    SELECT *, chamber = 'senate' AND rows > 0 AND pg_temp.u(n, 10) < ${real.SENATE_AMENDMENTS} AS amends,
      lag(n) OVER w AS before_n, lag(filed_on) OVER w AS before_filed_on, lag(rows) OVER w AS before_rows
    FROM filed WINDOW w AS (PARTITION BY bioguide, rows > 0 ORDER BY filed_on, n))
  SELECT n, chamber, filed_on, bioguide, first, last, state, district, seen_at, rows,
    pg_temp.key_of(seen_at, 0, n) AS id, encode(sha256(('document ' || n)::bytea), 'hex') AS document,
    CASE WHEN amends THEN before_n END AS amended_n
  FROM ordered;
  CREATE UNIQUE INDEX ON plan (n);
  CREATE INDEX ON plan (amended_n);
  ANALYZE plan`;

const DOCUMENTS = `
  INSERT INTO raw_documents (sha256, url, media_type, bytes, byte_length, fetched_at)
  SELECT document, 'https://' || chamber || '.example/documents/' || n, CASE chamber WHEN 'house' THEN 'application/pdf'
    ELSE 'text/html' END, decode(document, 'hex'), 32, seen_at FROM plan ORDER BY seen_at`;

const MEMBER_STATUS = pick('pg_temp.u(n, 11)', { matched: 970, open: 15, outside: 10, ambiguous: 5 });
const STATUS = pick('pg_temp.u(n, 12)', { parsed: 985, needs_review: 15 });
const WITHOUT_ROWS = pick('pg_temp.u(n, 12)', { paper: 975, unavailable: 15, failed: 5, listed: 5 });

const FILINGS = `
  INSERT INTO filings (id, chamber, external_id, filing_type, title_raw, filer_name_raw, office_raw, state_district,
    filed_at_raw, filed_on, signed_on, format, amendment_no, status, quality_flags, parser_version, expected_rows, document_url,
    document_sha256, first_seen_at, first_task_id, last_task_id, last_tried_at, settled_at, member_status, member_id,
    member_method, member_score)
  SELECT id, chamber, CASE chamber WHEN 'house' THEN (20000000 + n)::text ELSE id::text END, 'ptr',
    'Periodic Transaction Report' || CASE chamber WHEN 'senate' THEN to_char(filed_on, '" for "MM/DD/YYYY') ELSE '' END
      || CASE WHEN amended_n IS NULL THEN '' ELSE ' (Amendment 1)' END,
    CASE chamber WHEN 'house' THEN 'Hon. ' ELSE '' END || first || ' ' || initcap(last),
    CASE chamber WHEN 'house' THEN place ELSE initcap(last) || ', ' || first || ' (Senator)' END,
    CASE chamber WHEN 'house' THEN place END, to_char(filed_on, 'FMMM/FMDD/YYYY'), filed_on,
    CASE chamber WHEN 'house' THEN filed_on - floor(3 * pg_temp.u(n, 13))::int END,
    CASE WHEN status = 'paper' THEN 'paper' WHEN rows > 0 THEN 'electronic' END, CASE WHEN amended_n IS NOT NULL THEN 1 END,
    status, CASE WHEN chamber = 'house' AND filed_on < '2022-05-01' AND pg_temp.u(n, 14) < 0.6
      THEN '{case_scrambled}'::text[] ELSE '{}' END, CASE WHEN rows > 0 THEN chamber || '-4' END,
    CASE WHEN rows > 0 AND chamber = 'senate' THEN rows END, 'https://' || chamber || '.example/documents/' || n,
    CASE WHEN status IN ('paper', 'parsed', 'needs_review') THEN document END, seen_at, 'daily-' || chamber || '-' || n % 997,
    'daily-' || chamber || '-' || n % 997, seen_at, seen_at, member_status, CASE member_status WHEN 'matched' THEN bioguide END,
    CASE member_status WHEN 'matched' THEN 'district:full-name' END, CASE member_status WHEN 'matched' THEN 1 END
  FROM (SELECT *, state || lpad(coalesce(district, 0)::text, 2, '0') AS place, ${MEMBER_STATUS} AS member_status,
      CASE WHEN rows > 0 THEN ${STATUS} ELSE ${WITHOUT_ROWS} END AS status FROM plan) p
  ORDER BY seen_at`;

const REVIEWS = `
  INSERT INTO reviews (filing_id, reasons, opened_at, opened_by_task)
  SELECT id, '{"the page says another number of rows"}', first_seen_at, first_task_id FROM filings WHERE status = 'needs_review'`;

const LINKS = `
  INSERT INTO filing_lineage (successor_id, predecessor_id, kind, method, score, linked_at)
  SELECT s.id, p.id, 'amends', 'content', 0.99, s.seen_at FROM plan s JOIN plan p ON p.n = s.amended_n`;

/** Each weekday since Rotunda runs, and all the years before. */
const WINDOWS = `
  INSERT INTO scraped_windows (task_id, chamber, start_date, end_date, listed_at, finished_at, regular)
  SELECT chamber || '-' || day::date, chamber, CASE day WHEN '${STARTED_ON}' THEN '${FIRST_DAY}' ELSE day - interval '4 days' END,
    day, day + interval '14 hours', day + interval '14 hours', day > '${STARTED_ON}'
  FROM unnest('{house,senate}'::text[]) chamber, generate_series('${STARTED_ON}'::date, '${LAST_DAY}'::date, interval '1 day') day`;

export const FILING_STEPS = [DRAWN, DATED, PLAN, DOCUMENTS, FILINGS, REVIEWS, LINKS, WINDOWS];
