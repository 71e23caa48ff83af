import { byChamber, pick, quantile } from './seeded-sql.mjs';
import * as real from './distributions.mjs';

const RAW_OWNERS = {
  self: ['', 'Self'],
  spouse: ['SP', 'Spouse'],
  joint: ['JT', 'Joint'],
  dependent: ['DC', 'Child'],
  unknown: ['XX', 'Trust'],
};
const RAW_TYPES = {
  purchase: ['P', 'Purchase'],
  sale: ['S', 'Sale (Full)'],
  sale_partial: ['S (partial)', 'Sale (Partial)'],
  exchange: ['E', 'Exchange'],
};
const BANDS = {
  1001: 15_000,
  15001: 50_000,
  50001: 100_000,
  100001: 250_000,
  250001: 500_000,
  500001: 1_000_000,
  1000001: 5_000_000,
  5000001: 25_000_000,
};

const written = (column, raw) =>
  `CASE ${column} ${Object.entries(raw)
    .map(
      ([code, [house, senate]]) => `WHEN '${code}' THEN CASE chamber WHEN 'house' THEN '${house}' ELSE '${senate}' END`,
    )
    .join(' ')} END`;

const HIGHEST = `CASE low ${Object.entries(BANDS)
  .map(([low, high]) => `WHEN ${low} THEN ${high}`)
  .join(' ')} END`;

/** A row of a filing, and when it changed: because another filing amends it, or because it was read again. */
const DRAWN = `
  SELECT p.id AS filing_id, p.chamber, p.filed_on, p.document, p.seen_at, p.n, p.amended_n, ordinal,
    coalesce(p.amended_n, p.n) * 1024 + ordinal AS c, coalesce(a.filed_on, p.filed_on) AS first_filed_on,
    s.id IS NOT NULL AS is_amended, CASE WHEN s.id IS NOT NULL THEN greatest(s.seen_at, p.seen_at + interval '1 second')
      WHEN pg_temp.u(p.n, 60) < 0.06 AND pg_temp.u(p.n * 1024 + ordinal, 61) < 0.5
      THEN p.seen_at + interval '1 day' + pg_temp.u(p.n, 62) * (timestamptz '2026-11-22' - p.seen_at) END AS changed_at
  FROM (SELECT * FROM plan WHERE rows > 0 ORDER BY seen_at) p
  LEFT JOIN plan a ON a.n = p.amended_n
  LEFT JOIN plan s ON s.amended_n = p.n
  CROSS JOIN LATERAL generate_series(1, p.rows) AS ordinal`;

const DEALT = `
  SELECT *, pg_temp.u(c, 20) AS of_asset, pg_temp.u(c, 21) AS of_days, pg_temp.u(c, 22) AS of_notice,
    ${byChamber((chamber) => pick('pg_temp.u(c, 23)', real.OWNERS[chamber]))} AS owner,
    ${byChamber((chamber) => pick('pg_temp.u(c, 24)', real.TYPES[chamber]))} AS type,
    ${byChamber((chamber) => pick('pg_temp.u(c, 25)', real.ASSET_TYPES[chamber]))} AS asset_type,
    ${byChamber((chamber) => pick('pg_temp.u(c, 26)', real.BANDS[chamber], 'numeric'))} AS low,
    ${pick('pg_temp.u(c, 27)', real.FLAGS)} AS flag, pg_temp.u(c, 28) AS of_ticker, pg_temp.u(c, 29) AS of_status,
    pg_temp.u(c, 30) AS of_text
  FROM (${DRAWN} OFFSET 0) d`;

const DETAILED = `
  SELECT *, first_filed_on - ${byChamber((chamber) => quantile('of_days', real.DAYS_TO_FILE.at, real.DAYS_TO_FILE[chamber]))}::int
      AS traded_on, ${quantile('of_notice', real.DAYS_TO_NOTICE.at, real.DAYS_TO_NOTICE.house)}::int AS days_to_notice,
    CASE WHEN asset_type = ANY('{${real.WITH_TICKER.types.join(',')}}') AND of_ticker
      < CASE chamber WHEN 'house' THEN ${real.WITH_TICKER.house} ELSE ${real.WITH_TICKER.senate} END
      THEN greatest(1, ceil(${quantile('of_asset', real.TICKERS.at, real.TICKERS.upTo)}))::bigint END AS rank,
    CASE WHEN chamber = 'senate' THEN NULL WHEN of_status < 0.0004 THEN 'deleted' WHEN of_status < 0.0011 THEN 'amended'
      ELSE 'new' END AS row_status
  FROM (${DEALT} OFFSET 0) e`;

const NAME = `coalesce(k.name, pg_temp.word((of_asset * 4000)::bigint, 70) || ' ' || CASE WHEN asset_type IN ('GS', 'Municipal Security')
  THEN 'County Water Revenue Bond Series ' || 2005 + floor(of_text * 20)::int WHEN asset_type IN ('CS', 'Corporate Bond')
  THEN 'Capital Corp Notes ' || round((of_text * 7)::numeric, 2) || '%' ELSE 'Partners Fund ' || floor(of_text * 9)::int || ', LP' END)`;

const ROWS = `
  INSERT INTO transactions (id, revision, filing_id, ordinal, recorded_at, superseded_at, first_seen_at, first_task_id,
    source_row_id, owner_raw, owner, asset_name_raw, asset_name, asset_type, ticker_raw, ticker, ticker_source, type_raw, type,
    traded_on_raw, traded_on, notified_on_raw, notified_on, amount_raw, amount_min, amount_max, amount_over, option, bond,
    exchange, cap_gains_over_200, row_status_raw, row_status, description, comment, subholding, days_to_file, late,
    quality_flags, document_sha256, page, box, dom_row, parser_version, is_current)
  SELECT pg_temp.key_of(seen_at, ordinal, n * 1024 + ordinal), revision, filing_id, ordinal,
    CASE revision WHEN 1 THEN seen_at ELSE changed_at END, CASE revision WHEN 1 THEN changed_at END, seen_at,
    'daily-' || chamber || '-' || n % 997, CASE WHEN row_status <> 'new' THEN (5000000000 + c)::text END,
    ${written('owner', RAW_OWNERS)}, nullif(owner, 'unknown'), name || coalesce(' (' || ticker || ')', ''), name,
    nullif(asset_type, ''), '(' || ticker || ')', ticker, CASE WHEN ticker IS NOT NULL THEN 'document' END,
    ${written('type', RAW_TYPES)}, type, to_char(traded_on, 'MM/DD/YYYY'), traded_on, to_char(notified_on, 'MM/DD/YYYY'),
    notified_on, amount_raw, amount_min, amount_max, low = 50000001,
    CASE WHEN asset_type IN ('OP', 'Stock Option') THEN jsonb_build_object('type', CASE WHEN of_text < 0.6 THEN 'call' ELSE 'put' END,
      'strike', 5 * floor(of_ticker * 90), 'expires', filed_on + 90) END,
    CASE WHEN asset_type IN ('CS', 'Corporate Bond') THEN '{"rate": "4.5%", "matures": "2031-05-01"}'::jsonb END,
    CASE type WHEN 'exchange' THEN '{"asset": "Qualor Holdings, Inc.", "ticker": null}'::jsonb END,
    CASE WHEN chamber = 'house' AND flag <> 'missing_cap_gains_box' THEN type <> 'purchase' AND of_text < 0.4 END,
    initcap(row_status), row_status, CASE WHEN of_text < 0.1 THEN 'Part of a larger order, executed by the broker' END,
    CASE WHEN of_text > 0.92 THEN 'Reinvested dividend' END, CASE WHEN chamber = 'house' AND of_ticker < 0.5
      THEN 'Brokerage account ' || n % 90 END, days_to_file, CASE WHEN is_judged THEN days_to_file > 45 END, flags, document,
    CASE chamber WHEN 'house' THEN 1 + ordinal / 9 END, CASE chamber WHEN 'house' THEN ARRAY[22.5, 100 + ordinal % 9 * 60, 580,
    150.25 + ordinal % 9 * 60] END, CASE chamber WHEN 'senate' THEN ordinal END, chamber || '-' || 2 + revision,
    coalesce(row_status, '') <> 'deleted' AND NOT (is_amended AND revision = 2)
  FROM (
    SELECT d.*, k.ticker, ${NAME} AS name, d.filed_on - traded_on AS days_to_file,
      CASE WHEN chamber = 'house' THEN least(traded_on + days_to_notice, d.filed_on) END AS notified_on,
      CASE WHEN low = 0 THEN round((of_text * 990 + 10)::numeric, 2) ELSE low END AS amount_min,
      CASE WHEN low = 0 THEN round((of_text * 990 + 10)::numeric, 2) ELSE ${HIGHEST} END AS amount_max,
      CASE WHEN low = 0 THEN to_char(of_text * 990 + 10, '"$"FM990.00') WHEN low = 50000001 THEN 'Over $50,000,000'
        ELSE to_char(low, '"$"FM999,999,999') || ' - ' || to_char(${HIGHEST}, '"$"FM999,999,999') END AS amount_raw,
      CASE WHEN chamber = 'senate' THEN amended_n IS NULL ELSE row_status = 'new' END AS is_judged,
      CASE WHEN flag = 'none' THEN '{}' ELSE ARRAY[flag] END || CASE WHEN owner = 'unknown' THEN '{unknown_owner}'::text[]
        ELSE '{}' END AS flags
    FROM (${DETAILED} OFFSET 0) d LEFT JOIN companies k ON k.rank = d.rank) r
  CROSS JOIN LATERAL generate_series(1, CASE WHEN changed_at IS NULL THEN 1 ELSE 2 END) AS revision`;

/** What the amending filing says of each row: the row in the same place restates it; those that are left out are withdrawn. */
const ROW_LINKS = `
  INSERT INTO transaction_lineage (predecessor_id, successor_filing_id, successor_id, kind, method, score, linked_at)
  SELECT t.id, s.id, r.id, CASE WHEN r.id IS NULL THEN 'withdraws' ELSE 'restates' END, 'content', 0.99, s.seen_at
  FROM plan s JOIN plan p ON p.n = s.amended_n JOIN transactions t ON t.filing_id = p.id AND t.superseded_at IS NULL
  LEFT JOIN transactions r ON r.filing_id = s.id AND r.ordinal = t.ordinal AND r.superseded_at IS NULL`;

export const ROW_STEPS = [ROWS, ROW_LINKS];
