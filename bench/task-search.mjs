import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { bootstrap, main, ROOT } from '../scripts/bootstrap.mjs';
import { program, startGateway } from './gateway.mjs';

/**
 * `npm run bench:task-search [-- --runs N]`: fills the history with invented runs (a million by default, which takes some
 * minutes and 4 GB), migrates it as an upgrade would, and asks a gateway: how long a page and a count take for texts that
 * are common, rare, old or not there, and how long 5,000 tasks take to be retried and cancelled.
 */
const RUNS = 1_000_000;
const BATCH = 50_000;
const TIMES = 7;
const MOST_RUNS = 9_999_999;

const run = promisify(execFile);
const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);

/** Runs $1 to $2 of $3, a minute apart. A tenth of them, a stretch in the past, failed alike; of the others one in 25. */
const FILL = `
  INSERT INTO task_runs (id, revision, chamber, name, state, worker, attempts, args, error, queued_at, started_at,
    finished_at, state_json)
  SELECT id, n, chamber, name, state, NULL, 1, args, error, queued, queued, queued, jsonb_strip_nulls(jsonb_build_object(
    'v', 1, 'id', id, 'chamber', chamber, 'name', name, 'args', args, 'state', state, 'run', 1, 'retries', 0,
    'attempts', jsonb_build_array(jsonb_build_object('n', 1, 'worker', worker, 'started', instant, 'finished', instant,
      'error', error)),
    'max_retries', 3, 'crashes', 0, 'source', 'schedule', 'error', error,
    'times', jsonb_build_object('queued', instant, 'started', instant, 'finished', instant),
    'progress', '{"phase": "done", "done": 9, "total": 9, "saved": 21, "skipped": 2, "errors": 0}'::jsonb,
    'result', CASE WHEN state = 'SUCCESS' THEN jsonb_build_object('status', 'success', 'chamber', chamber, 'start_date', day,
      'end_date', day, 'stats', '{"total": 23, "saved": 21, "skipped": 2, "errors": 0}'::jsonb, 'filings', '{"listed": 9,
      "known": 1, "parsed": 7, "paper": 1, "needs_review": 0, "unavailable": 0, "failed": 0}'::jsonb, 'warnings', '[]'::jsonb)
      END)) || '{"worker": null, "stream_seq": null}'
  FROM (
    SELECT *, CASE name WHEN 'check' THEN '{}' WHEN 'reparse' THEN jsonb_build_object('external_ids',
        jsonb_build_array((20000000 + n)::text)) ELSE jsonb_build_object('start_date', day, 'end_date', day) END AS args,
      CASE state WHEN 'REVOKED' THEN '{"code": "Cancelled", "message": "cancelled on request"}' WHEN 'FAILURE' THEN CASE
        WHEN is_old THEN '{"code": "LayoutChanged", "message": "the table has ten columns instead of nine"}' WHEN n % 2 = 0
        THEN jsonb_build_object('code', 'SiteUnavailable', 'message', format('GET /ptr-pdfs/2026/%s.pdf: 502 Bad Gateway',
        20000000 + n)) ELSE '{"code": "SiteBlocked", "message": "the site refuses us (403)"}' END END::jsonb AS error
    FROM (
      SELECT *, CASE WHEN n % 3 = 0 THEN format('daily-%s-%s', chamber, n) ELSE gen_random_uuid()::text END AS id,
        format('%s-scraper-host%s-%s', chamber, n % 7, md5((n / 5000)::text)) AS worker,
        to_char(queued, 'YYYY-MM-DD') AS day,
        to_char(queued AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS instant,
        CASE WHEN is_old OR n % 25 = 0 THEN 'FAILURE' WHEN n % 40 = 1 THEN 'REVOKED' ELSE 'SUCCESS' END AS state
      FROM (
        SELECT n, n BETWEEN $3 * 0.3 AND $3 * 0.4 AS is_old, (ARRAY['house', 'senate'])[1 + n % 2] AS chamber,
          CASE WHEN n % 10 = 0 THEN 'check' WHEN n % 97 = 0 THEN 'reparse' ELSE 'scrape' END AS name,
          now() - make_interval(mins => ($3 - n)::int) AS queued
        FROM generate_series($1::int, $2::int) n) a) b) c`;

async function fill(postgres, runs) {
  const { dataSourceOptions } = await built('libs/persistence/src/data-source.js');
  const { migrate } = await built('libs/persistence/src/migrate.js');
  const { DataSource } = await import('typeorm');
  await migrate(postgres.url);
  const dataSource = await new DataSource(dataSourceOptions({ databaseUrl: postgres.url, poolSize: 1 })).initialize();
  try {
    // Before the migration that adds the search, as an installation has it that is upgraded.
    const [{ later }] = await dataSource.query(
      `SELECT count(*)::int AS later FROM migrations WHERE timestamp >= (SELECT timestamp FROM migrations
       WHERE name LIKE 'AddTaskSearch%')`,
    );
    for (let n = 0; n < later; n += 1) await dataSource.undoLastMigration();
    for (let n = 1; n <= runs; n += BATCH) await dataSource.query(FILL, [n, Math.min(n + BATCH - 1, runs), runs]);
    await dataSource.query('VACUUM ANALYZE task_runs');
    say('The migrations', [await timed(() => migrate(postgres.url))]);
    const [{ day }] = await dataSource.query(
      `SELECT to_char(queued_at, 'YYYY-MM-DD') AS day FROM task_runs WHERE revision = $1`,
      [Math.round(runs / 2)],
    );
    const [{ id, worker }] = await dataSource.query('SELECT id, worker FROM task_search ORDER BY queued_at LIMIT 1');
    return { id, worker, day };
  } finally {
    await dataSource.destroy();
  }
}

async function answerOf(url, body) {
  const request = body && {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
  const answer = await fetch(url, request);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}

async function timed(work) {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

function say(what, times, found = '') {
  const ms = times.toSorted((a, b) => a - b);
  const [median, most] = [ms[Math.floor(ms.length / 2)], ms.at(-1)].map((one) => one.toFixed(0).padStart(7));
  process.stdout.write(`${what.padEnd(44)}${median} ms, at most${most} ms  ${found}\n`);
}

const searches = ({ id, worker, day }) => ({
  'all tasks': {},
  'a text that half of the tasks have': { q: 'house' },
  'a text of one task, the oldest': { q: id },
  'a text that is not there': { q: 'nowhere' },
  'a text of a tenth, all of it old': { q: 'ten columns' },
  'a day': { q: day },
  'a day that is not there': { q: '2026-02-31' },
  'a document': { q: '20000050.pdf' },
  'an error that is old': { error: 'LayoutChanged' },
  'an error and a text': { error: 'SiteUnavailable', q: '20000050' },
  'a worker': { worker },
  'a group that is not there': { group: 'nowhere' },
  'a state': { state: 'REVOKED' },
  'a state that no task is in': { state: 'RETRY' },
  'filters that no task fits together': { state: 'REVOKED', name: 'check', chamber: 'house' },
});

async function search(gateway, samples) {
  for (const [what, filters] of Object.entries(searches(samples))) {
    for (const path of ['tasks', 'tasks/count']) {
      const url = `${gateway.url}/api/v1/${path}?${new URLSearchParams(filters)}`;
      const { data, count, at_least } = await answerOf(url);
      const times = [];
      for (let n = 0; n < TIMES; n += 1) times.push(await timed(() => answerOf(url)));
      const found = data ? `a page of ${data.length}` : `${at_least ? 'at least ' : ''}${count}`;
      say(data ? what : '  counted', times, found);
    }
  }
}

async function steer(gateway) {
  for (const { verb, filter } of [
    { verb: 'retry', filter: { error: 'LayoutChanged' } },
    // All that was queued again: the lists have it as soon as the answer is there.
    { verb: 'cancel', filter: { state: 'PENDING' } },
  ]) {
    let answer;
    const ms = await timed(async () => (answer = await answerOf(`${gateway.url}/api/v1/tasks/${verb}`, { filter })));
    say(`${verb} ${answer.done} tasks`, [ms], `${answer.remaining} of ${answer.matched} left`);
  }
}

await main(async () => {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: String(RUNS) } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 100 || runs > MOST_RUNS) {
    throw new Error(`--runs must be a whole number from 100 to ${MOST_RUNS}`);
  }
  await bootstrap({ natsServer: true });
  const { freePort, NatsServer, PostgresServer } = await built('libs/embedded/src/index.js');
  const folder = await mkdtemp(join(tmpdir(), 'rotunda-bench-'));
  // Postgres, which runs as a user of its own when we are root, must get in.
  await chmod(folder, 0o755);
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const keep = (started) => (stops.unshift(() => started.stop()), started);
  try {
    const postgres = keep(await PostgresServer.start({ dataDir: join(folder, 'postgres') }));
    const nats = keep(await NatsServer.start({ dataDir: join(folder, 'nats') }));
    const samples = await fill(postgres, runs);
    const env = { NATS_URL: nats.url, DATABASE_URL: postgres.url };
    await run(process.execPath, [program('cli'), 'setup'], { env: { PATH: process.env.PATH, ...env } });
    const gateway = keep(await startGateway(env, await freePort()));
    await search(gateway, samples);
    await steer(gateway);
  } finally {
    for (const stop of stops) await stop();
  }
});
