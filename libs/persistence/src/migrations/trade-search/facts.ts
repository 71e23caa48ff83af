/** Of an asset's name, so much is searched: an index has no room for texts of any length. */
const NAME_LENGTH = 500;

/** More than 30 days after the notice, or 45 after the trade; see `LATE`, which this version of it must not follow. */
const DISCLOSED_LATE = `(t.late OR (t.late IS FALSE AND coalesce(t.notified_on >= greatest(t.traded_on, '2012-01-01'::date)
  AND f.filed_on - t.notified_on > 30, FALSE)))`;

/** Days before there were PTRs, and days to come, are errors: one bucket for each, so that the others are few. */
const TRADED_MONTH = `CASE WHEN t.traded_on < '2012-01-01' THEN '-infinity'
  WHEN t.traded_on > (t.first_seen_at AT TIME ZONE 'UTC')::date + 31 THEN 'infinity'
  ELSE date_trunc('month', t.traded_on::timestamp)::date END`;

const SEEN_MONTH = `CASE WHEN t.first_seen_at < '2012-01-01' THEN '-infinity'
  ELSE date_trunc('month', t.first_seen_at AT TIME ZONE 'UTC')::date END`;

const TERM = `SELECT lower(e.party) AS party, e.state FROM member_terms e`;

/** The term on the day of a filing, or the last one before it. */
export const termOn = (member: string, day: string): string =>
  `${TERM} WHERE e.bioguide = ${member} AND e.starts_on <= ${day} ORDER BY e.starts_on DESC LIMIT 1`;

/** What a list of trades filters and sorts by: each column of `trade_search`, of a row `t` of a filing `f`. */
const FACTS: [column: string, expression: string][] = [
  ['trade_id', 't.id'],
  ['revision', 't.revision'],
  ['filing_id', 't.filing_id'],
  ['place', '-t.ordinal'],
  ['filed', `coalesce(f.filed_on, '-infinity'::date)`],
  ['chamber', 'f.chamber'],
  ['member_id', 'f.member_id'],
  ['format', 'f.format'],
  ['filer_id', 'filer.id'],
  ['asset_id', 'asset.id'],
  ['ticker', 'upper(t.ticker)'],
  ['type', 't.type'],
  ['owner', `coalesce(t.owner, 'unknown')`],
  ['asset_type', 'lower(t.asset_type)'],
  ['traded', 't.traded_on'],
  ['traded_month', TRADED_MONTH],
  ['amount_min', 't.amount_min'],
  ['amount_max', 't.amount_max'],
  ['late', 't.late'],
  ['disclosed_late', DISCLOSED_LATE],
  ['flags', 't.quality_flags || f.quality_flags'],
  ['first_seen_at', 't.first_seen_at'],
  ['seen_month', SEEN_MONTH],
  ['is_current', 't.is_current'],
];

const columns = FACTS.map(([column]) => column).join(', ');
const columnsOf = (row: string): string => FACTS.map(([column]) => `${row}.${column}`).join(', ');

const factsOf = (scope: string, more: string): string => `
  SELECT ${FACTS.map(([column, expression]) => `${expression} AS ${column}`).join(', ')}${more}
  FROM transactions t JOIN filings f ON f.id = t.filing_id
    JOIN asset_names asset ON asset.name = left(t.asset_name, ${NAME_LENGTH})
    JOIN filer_names filer ON filer.name = f.filer_name_raw
    LEFT JOIN LATERAL (${termOn('f.member_id', 'f.filed_on')}) term ON TRUE
  WHERE ${scope}`;

/** Enters the assets' names of rows `t` that are not known yet. */
export const enterAssets = (scope: string): string => `
  INSERT INTO asset_names (name)
    SELECT DISTINCT left(t.asset_name, ${NAME_LENGTH}) FROM transactions t
    WHERE ${scope} AND NOT EXISTS (SELECT FROM asset_names known WHERE known.name = left(t.asset_name, ${NAME_LENGTH}));`;

/** Ends what no longer holds of rows in a scope, and begins what holds now, at `instant`. */
export const keepFacts = (scope: string, known: string): string => `
  ${enterAssets(`${scope} AND t.superseded_at IS NULL`)}
  UPDATE trade_search s SET known_to = instant
    WHERE ${known} AND s.known_to = 'infinity' AND NOT EXISTS (
      SELECT FROM (${factsOf(`${scope} AND t.superseded_at IS NULL`, '')}) now
      WHERE now.trade_id = s.trade_id AND (${columnsOf('now')}) IS NOT DISTINCT FROM (${columnsOf('s')}));
  INSERT INTO trade_search (${columns}, party, state, known_from)
    ${factsOf(
      `${scope} AND t.superseded_at IS NULL AND NOT EXISTS (
      SELECT FROM trade_search s WHERE s.trade_id = t.id AND s.known_to = 'infinity')`,
      ', term.party, term.state, instant',
    )};`;

/** All revisions, the newest filings first: so they lie together, as they are read. */
export const FILL = `
  INSERT INTO trade_search (${columns}, party, state, known_from, known_to)
    ${factsOf('TRUE', `, term.party, term.state, t.recorded_at, coalesce(t.superseded_at, 'infinity')`)}
    ORDER BY filed DESC, filing_id DESC, place DESC;`;
