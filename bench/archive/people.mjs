import { pick, texts } from './seeded-sql.mjs';

/** States by their seats in the House. */
const STATES = {
  CA: 52,
  TX: 38,
  FL: 28,
  NY: 26,
  IL: 17,
  PA: 17,
  OH: 15,
  GA: 14,
  NC: 14,
  MI: 13,
  NJ: 12,
  VA: 11,
  WA: 10,
  AZ: 9,
  IN: 9,
  MA: 9,
  TN: 9,
  CO: 8,
  MD: 8,
  MN: 8,
  MO: 8,
  WI: 8,
  AL: 7,
  SC: 7,
  KY: 6,
  LA: 6,
  OR: 6,
  CT: 5,
  OK: 5,
  AR: 4,
  IA: 4,
  KS: 4,
  MS: 4,
  NV: 4,
  UT: 4,
  NE: 3,
  NM: 3,
  HI: 2,
  ID: 2,
  ME: 2,
  MT: 2,
  NH: 2,
  RI: 2,
  WV: 2,
  AK: 1,
  DE: 1,
  ND: 1,
  SD: 1,
  VT: 1,
  WY: 1,
};
const PARTIES = { Democrat: 49, Republican: 50, Independent: 1 };

/** 100 seats of the Senate and 435 of the House; two in five changed hands once, on a 3 January. */
const SEATS = `
  CREATE TEMP TABLE seats AS
  SELECT seat, chamber, state, CASE chamber WHEN 'house' THEN row_number() OVER (PARTITION BY chamber, state ORDER BY seat) END
      AS district, make_date(2013 + 2 * floor(7 * pg_temp.u(seat, 1) / 0.4)::int, 1, 3) AS changed_on
  FROM (
    SELECT n AS seat, 'senate' AS chamber, (${texts(Object.keys(STATES))})[1 + n % 50] AS state FROM generate_series(1, 100) n
    UNION ALL
    SELECT 100 + n, 'house', ${pick('(n - 0.5) / 435', STATES)} FROM generate_series(1, 435) n) s`;

const HOLDERS = `
  CREATE TEMP TABLE holders AS
  SELECT *, left(last, 1) || lpad((700000 + 2 * seat + turn)::text, 6, '0') AS bioguide
  FROM (
    SELECT seat, chamber, state, district, turn, CASE turn WHEN 0 THEN '2011-01-03'::date ELSE changed_on END AS from_day,
      CASE WHEN turn = 0 AND changed_on < '2027-01-01' THEN changed_on ELSE '2027-01-03' END AS to_day,
      pg_temp.word(2 * seat + turn, 10) AS first, pg_temp.word(2 * seat + turn, 20) || left(pg_temp.word(seat, 30), 3) AS last
    FROM seats CROSS JOIN generate_series(0, 1) AS turn
    WHERE turn = 0 OR changed_on < '2027-01-01') h`;

const MEMBERS = `
  INSERT INTO members (bioguide, first, last, official_full)
  SELECT bioguide, first, initcap(last), first || ' ' || initcap(last) FROM holders`;

/** Of two years in the House, of six in the Senate. */
const TERMS = `
  INSERT INTO member_terms (bioguide, chamber, starts_on, ends_on, state, district, party)
  SELECT bioguide, chamber, start, least(start + step - interval '1 day', to_day - 1), state, district,
    ${pick('pg_temp.u(2 * seat + turn, 2)', PARTIES)}
  FROM holders CROSS JOIN LATERAL (SELECT make_interval(years => CASE chamber WHEN 'house' THEN 2 ELSE 6 END) AS step) s
  CROSS JOIN LATERAL generate_series(from_day, to_day - 1, step) AS start`;

/** Tickers and the names of their companies, the most traded one first. */
const COMPANIES = `
  CREATE TEMP TABLE companies AS
  SELECT rank, string_agg(chr((65 + (code / (26 ^ place)::int) % 26)::int), '' ORDER BY place) AS ticker, min(name) AS name
  FROM (
    SELECT rank, (rank * 7919 + 1) % 456976 AS code, pg_temp.word(rank, 40) || ' ' || ${pick('pg_temp.u(rank, 50)', {
      'Inc.': 30,
      Corporation: 20,
      'Holdings, Inc.': 10,
      plc: 5,
      'Energy Corp': 5,
      'Pharmaceuticals, Inc.': 5,
      'Financial Group Inc': 5,
      'Technologies, Inc.': 10,
      'ETF Trust': 10,
    })} || ${pick('pg_temp.u(rank, 51)', { '': 40, ' - Common Stock': 40, ' Class A Common Stock': 15, ' Ordinary Shares': 5 })} AS name
    FROM generate_series(1::bigint, 6000) rank) c
  CROSS JOIN LATERAL generate_series(0, 2 + (rank % 2)::int) AS place
  GROUP BY rank;
  CREATE UNIQUE INDEX ON companies (rank);
  ANALYZE companies, holders`;

export const PEOPLE = [SEATS, HOLDERS, MEMBERS, TERMS, COMPANIES];
