import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { bootstrap, main, ROOT } from '../scripts/bootstrap.mjs';

/**
 * `npm run bench:overhead [-- --requests N --tasks N]`: what keys, logs, metrics and traces cost `GET trades` and a task.
 * Each way has a gateway and a House scraper of its own; the ways take turns by chance, so that what else this machine does
 * hits all alike. Shows the medians, and their ratios to the first: without any of it.
 *
 * The database is empty and a task is a reparse of nothing: the least work that there is, so the highest ratios.
 */
const REQUESTS = 3_000;
const TASKS = 300;
const WARM_UP = 0.1;
const SCRAPED_EVERY_MS = 1_000;

const NOTHING = { LOG_LEVEL: 'fatal' };
const LOGS = { LOG_LEVEL: 'log' };

const run = promisify(execFile);
const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);
const program = (app) => join(ROOT, 'dist', 'apps', app, 'src', 'main.js');

async function startService(app, env, port) {
  const child = spawn(process.execPath, [program(app)], {
    env: { PATH: process.env.PATH, HTTP_PORT: String(port), RATE_LIMIT_PER_MINUTE: '0', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const exited = once(child, 'exit');
  while (!(await fetch(`${url}/health/ready`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`${app} exited (${child.exitCode})`);
    await delay(100);
  }
  return { url, stop: () => (child.kill(), exited) };
}

/** A Prometheus, for what it costs to be asked. */
function scraping(services, headers) {
  const ask = () => Promise.all(services.map(({ url }) => fetch(`${url}/metrics`, { headers }).then((a) => a.text())));
  const timer = setInterval(() => void ask(), SCRAPED_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

/** A receiver of traces that keeps nothing. */
async function receiver() {
  const server = createServer((request, answer) => request.resume().on('end', () => answer.end('{}')));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

async function answerOf(url, request) {
  const answer = await fetch(url, request);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}

const askForTrades = ({ gateway, headers }) => answerOf(`${gateway.url}/api/v1/trades?limit=20`, { headers });

async function doTask({ gateway, headers }) {
  const { task_id } = await answerOf(`${gateway.url}/api/v1/tasks/reparse/house`, { method: 'POST', headers });
  const { status } = await answerOf(`${gateway.url}/api/v1/tasks/status/${task_id}?wait=30`, { headers });
  if (status !== 'SUCCESS') throw new Error(`task ${task_id} is ${status}`);
}

async function timed(work) {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

const shuffled = (values) =>
  values
    .map((value) => [Math.random(), value])
    .toSorted(([a], [b]) => a - b)
    .map(([, value]) => value);

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function measure(title, ways, count, work) {
  const spent = new Map(ways.map((way) => [way, []]));
  const warmUp = Math.ceil(count * WARM_UP);
  for (let n = 0; n < count + warmUp; n += 1) {
    for (const way of shuffled(ways)) {
      const ms = await timed(() => work(way));
      if (n >= warmUp) spent.get(way).push(ms);
    }
  }
  const plain = median(spent.get(ways[0]));
  process.stdout.write(`${title}, ${count} times:\n`);
  for (const [{ name }, all] of spent) {
    const ms = median(all);
    process.stdout.write(`  ${name.padEnd(24)} ${ms.toFixed(2).padStart(8)} ms  ${(ms / plain).toFixed(2)}\n`);
  }
}

function countOf(name, text) {
  if (/^\d{2,6}$/.test(text)) return Number(text);
  throw new Error(`--${name} must be a whole number from 10`);
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: String(REQUESTS) },
      tasks: { type: 'string', default: String(TASKS) },
    },
  });
  const counts = { requests: countOf('requests', values.requests), tasks: countOf('tasks', values.tasks) };
  await bootstrap({ natsServer: true });
  const { freePort, NatsServer, PostgresServer } = await built('libs/embedded/src/index.js');
  const folder = await mkdtemp(join(tmpdir(), 'rotunda-bench-'));
  // Postgres, which runs as a user of its own when we are root, must get in.
  await chmod(folder, 0o755);
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const keep = (started) => (stops.unshift(() => started.stop()), started);
  const OTEL_EXPORTER_OTLP_ENDPOINT = keep(await receiver()).url;
  const postgres = keep(await PostgresServer.start({ dataDir: join(folder, 'postgres') }));

  /** A queue of its own, so that no other way's worker takes its tasks. */
  async function startWay(name, env, { hasKey = false, isScraped = false } = {}) {
    const id = name.replaceAll(/\W/g, '_');
    const nats = keep(await NatsServer.start({ dataDir: join(folder, `nats-${id}`) }));
    const database = new URL(postgres.url);
    const secrets = join(folder, `secrets-${id}`);
    const all = { NATS_URL: nats.url, DATABASE_URL: database.href, HOUSE_BASE_URL: 'http://127.0.0.1:9', ...env };
    const setup = { ...all, PATH: process.env.PATH, ...(hasKey && { SECRETS_DIR: secrets }) };
    await run(process.execPath, [program('cli'), 'setup'], { env: setup });
    const key = hasKey ? (await readFile(join(secrets, 'admin-key'), 'utf8')).trim() : null;
    const headers = key === null ? {} : { authorization: `Bearer ${key}` };
    const own = { ...all, KEYS_REQUIRED: String(hasKey) };
    const gateway = keep(await startService('gateway', own, await freePort()));
    const worker = keep(await startService('house-scraper', all, await freePort()));
    if (isScraped) keep(scraping([gateway, worker], headers));
    return { name, gateway, headers };
  }

  try {
    const ways = [
      await startWay('nothing', NOTHING),
      await startWay('a key', NOTHING, { hasKey: true }),
      await startWay('logs', LOGS),
      await startWay('metrics each second', NOTHING, { isScraped: true }),
      await startWay('traces', { ...NOTHING, OTEL_EXPORTER_OTLP_ENDPOINT }),
    ];
    await measure('GET trades', ways, counts.requests, askForTrades);
    await measure('A task', ways, counts.tasks, doTask);
  } finally {
    for (const stop of stops) await stop();
  }
});
