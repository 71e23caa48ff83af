import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bootstrap, main, ROOT } from '../scripts/bootstrap.mjs';
import { upgradedArchive } from './archive/upgraded-archive.mjs';
import { filtersOf } from './trade-filters.mjs';

/**
 * `npm run bench:trades [-- --transactions N | --database-url URL]`: how long the first page of each filter takes, with one
 * client, in an invented archive of a million trades; and the plans of the slowest three. Of the migration that the lists
 * are made of it tells how long it takes. A database that is given is migrated, and filled if it is empty.
 */
const RUNS = 200;
const LIMIT = 50;
const built = (path) => import(pathToFileURL(join(ROOT, 'dist/libs/persistence/src', path)).href);

/** The commonest value of a column, a rare one, and others. */
const SPREAD = `SELECT $1 AS value FROM trade_search WHERE known_to = 'infinity' AND is_current AND $1 IS NOT NULL
  GROUP BY 1 ORDER BY count(*) DESC, 1`;

async function samplesOf(dataSource) {
  const spread = async (column) => (await dataSource.query(SPREAD.replaceAll('$1', column))).map(({ value }) => value);
  const [tickers, members, parties, states] = [
    await spread('ticker'),
    await spread('member_id'),
    await spread('party'),
    await spread('state'),
  ];
  const one = async (sql) => Object.values((await dataSource.query(sql))[0])[0];
  const company = await one(`SELECT n.name FROM trade_search JOIN asset_names n ON n.id = asset_id
    WHERE ticker = '${tickers[10]}' LIMIT 1`);
  const word = company.toLowerCase().match(/[a-z]{5,}/)[0];
  const filer = await one(`SELECT n.name FROM trade_search JOIN filer_names n ON n.id = filer_id
    WHERE member_id = '${members[60]}' LIMIT 1`);
  const heavy = await one(`SELECT n.name FROM trade_search JOIN filer_names n ON n.id = filer_id
    WHERE member_id = '${members[0]}' LIMIT 1`);
  return {
    tickers: { most: tickers[0], few: tickers.at(-1), twenty: tickers.slice(30, 50) },
    members: { most: members[0], few: members.at(-1), twenty: members.slice(20, 40) },
    party: { most: parties[0], few: parties.at(-1) },
    state: { most: states[0], few: states.at(-1), five: states.slice(5, 10) },
    names: {
      common: 'a',
      rare: filer,
      company: word,
      word: heavy.split(' ').at(-1),
      stock: 'stock',
      typo: word.slice(0, 2) + word.slice(3),
      flag: await one(`SELECT flag FROM trade_search, unnest(flags) AS flag GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`),
    },
    day: {
      early: await one(`SELECT percentile_disc(0.1) WITHIN GROUP (ORDER BY first_seen_at) FROM trade_search`),
      late: await one(`SELECT percentile_disc(0.99) WITHIN GROUP (ORDER BY first_seen_at) FROM trade_search`),
    },
  };
}

async function timesOf(work, runs) {
  const times = [];
  for (let n = 0; n < runs; n += 1) {
    const startedMs = performance.now();
    await work();
    times.push(performance.now() - startedMs);
  }
  return times.toSorted((a, b) => a - b);
}

const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
const ms = (number) => number.toFixed(1).padStart(8);

async function measure(dataSource, only, runs) {
  const { TradesQuery } = await built('queries/trades-query.js');
  const trades = new TradesQuery(dataSource);
  const results = [];
  process.stdout.write(`${'filter'.padEnd(34)}     min      p50      p99   rows\n`);
  for (const [name, filters] of Object.entries(filtersOf(await samplesOf(dataSource)))) {
    if (only && !name.includes(only)) continue;
    const { items } = await trades.page({ ...filters, limit: LIMIT });
    const times = await timesOf(() => trades.page({ ...filters, limit: LIMIT }), runs);
    results.push({ name, filters, p99: at(times, 0.99), p50: at(times, 0.5) });
    process.stdout.write(
      `${name.padEnd(34)}${ms(times[0])} ${ms(at(times, 0.5))} ${ms(at(times, 0.99))} ${String(items.length).padStart(6)}\n`,
    );
  }
  return results;
}

/** Runs a page again and explains what it asks. */
async function explain(dataSource, { name, filters }) {
  const { TradesQuery } = await built('queries/trades-query.js');
  const asked = [];
  const query = async (sql, parameters) => (asked.push([sql, parameters]), dataSource.query(sql, parameters));
  await new TradesQuery({ manager: { query, dataSource } }).page({ ...filters, limit: LIMIT });
  process.stdout.write(`\n${name}\n`);
  for (const [sql, parameters] of asked) {
    const plan = await dataSource.query(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, parameters);
    process.stdout.write(`${plan.map((line) => `  ${line['QUERY PLAN']}`).join('\n')}\n\n`);
  }
}

async function connected(databaseUrl) {
  const { dataSourceOptions } = await built('data-source.js');
  const { DataSource } = await import('typeorm');
  return new DataSource(dataSourceOptions({ databaseUrl, poolSize: 1 })).initialize();
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      'database-url': { type: 'string' },
      transactions: { type: 'string', default: '1000000' },
      runs: { type: 'string', default: String(RUNS) },
      only: { type: 'string' },
    },
  });
  await bootstrap({});
  const stops = [];
  try {
    let url = values['database-url'];
    if (!url) {
      const { PostgresServer } = await import(pathToFileURL(join(ROOT, 'dist/libs/embedded/src/index.js')).href);
      const folder = await mkdtemp(join(tmpdir(), 'rotunda-bench-'));
      // Postgres, which runs as a user of its own when we are root, must get in.
      await chmod(folder, 0o755);
      stops.unshift(() => rm(folder, { recursive: true, force: true }));
      const postgres = await PostgresServer.start({ dataDir: join(folder, 'postgres') });
      stops.unshift(() => postgres.stop());
      ({ url } = postgres);
    }
    await upgradedArchive(url, Number(values.transactions));
    const dataSource = await connected(url);
    stops.unshift(() => dataSource.destroy());
    const results = await measure(dataSource, values.only, Number(values.runs));
    for (const slow of results.toSorted((a, b) => b.p99 - a.p99).slice(0, 3)) await explain(dataSource, slow);
  } finally {
    for (const stop of stops) await stop();
  }
});
