import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { bootstrap, main, ROOT } from '../scripts/bootstrap.mjs';
import { program, startGateway } from './gateway.mjs';
import { upgradedArchive } from './archive/upgraded-archive.mjs';

/**
 * `npm run bench:export [-- --transactions N] [--database-url URL]`: exports an invented archive, a million trades by
 * default, in each format from a gateway of its own. Shows how long it takes, how much memory the gateway needs for it, and
 * how long a small request has to wait meanwhile. A database that is named is filled if it is empty, and stays.
 */
const TRANSACTIONS = 1_000_000;
const PROBE_EVERY_MS = 50;
const MEBIBYTE = 1024 * 1024;

const run = promisify(execFile);
const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);

/** @returns rows and bytes of a file, once its digest is the one that was sent */
async function download(url) {
  const [answer] = await once(request(url).end(), 'response');
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of answer) {
    hash.update(part);
    bytes += part.length;
  }
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
  if (answer.trailers['repr-digest'] !== `sha-256=:${hash.digest('base64')}:`) throw new Error(`${url} is damaged`);
  return { rows: Number(answer.trailers['rotunda-rows']), bytes };
}

/** What Linux knows of a process: its memory in MiB, and its processor time in seconds. */
async function usageOf(pid) {
  const [status, stat] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
  ]);
  const times = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14);
  return {
    memory: Number(/^VmRSS:\s+(\d+)/m.exec(status)[1]) / 1024,
    cpu: times.reduce((sum, ticks) => sum + Number(ticks) / 100, 0),
  };
}

/** While the work lasts: the most memory, and how long the smallest request took. */
async function watched(gateway, work) {
  const over = new AbortController();
  const before = await usageOf(gateway.pid);
  const [waits, seen] = [[], [before.memory]];
  const watching = (async () => {
    while (!over.signal.aborted) {
      const startedMs = performance.now();
      await (await fetch(`${gateway.url}/health/live`)).arrayBuffer();
      waits.push(performance.now() - startedMs);
      seen.push((await usageOf(gateway.pid)).memory);
      await delay(PROBE_EVERY_MS);
    }
  })();
  const startedMs = performance.now();
  const done = await work();
  const seconds = (performance.now() - startedMs) / 1_000;
  over.abort();
  await watching;
  const cpu = (await usageOf(gateway.pid)).cpu - before.cpu;
  waits.sort((a, b) => a - b);
  const wait = (part) => waits[Math.min(waits.length - 1, Math.floor(part * waits.length))];
  return { done, seconds, cpu, before: before.memory, most: Math.max(...seen), wait };
}

async function measure(gateway, path) {
  const { done, seconds, cpu, before, most, wait } = await watched(gateway, () =>
    download(`${gateway.url}/api/v1/exports/${path}`),
  );
  const size = (done.bytes / MEBIBYTE).toFixed(0);
  console.log(
    `${path.slice(0, 40).padEnd(40)} ${done.rows} rows, ${size} MiB in ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of ` +
      `processor); memory ${before.toFixed(0)} → ${most.toFixed(0)} MiB; another request waits ${wait(0.5).toFixed(0)} ms, ` +
      `p99 ${wait(0.99).toFixed(0)} ms, at most ${wait(1).toFixed(0)} ms`,
  );
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      transactions: { type: 'string', default: String(TRANSACTIONS) },
      'database-url': { type: 'string' },
      formats: { type: 'string', default: 'parquet,ndjson,csv' },
    },
  });
  await bootstrap({ natsServer: true });
  const { freePort, NatsServer, PostgresServer } = await built('libs/embedded/src/index.js');
  const folder = await mkdtemp(join(tmpdir(), 'rotunda-bench-'));
  // Postgres, which runs as a user of its own when we are root, must get in.
  await chmod(folder, 0o755);
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const keep = (started) => (stops.unshift(() => started.stop()), started);
  try {
    const named = values['database-url'];
    const DATABASE_URL = named ?? keep(await PostgresServer.start({ dataDir: join(folder, 'postgres') })).url;
    const nats = keep(await NatsServer.start({ dataDir: join(folder, 'nats') }));
    await upgradedArchive(DATABASE_URL, Number(values.transactions));
    const env = { NATS_URL: nats.url, DATABASE_URL };
    await run(process.execPath, [program('cli'), 'setup'], { env: { PATH: process.env.PATH, ...env } });
    const gateway = keep(await startGateway(env, await freePort()));
    const manifest = await (await fetch(`${gateway.url}/api/v1/exports/manifest`)).json();
    console.log(`${manifest.rows} trades in ${manifest.files.length} files.`);
    for (const format of values.formats.split(',')) await measure(gateway, `trades.${format}`);
    await measure(gateway, manifest.whole.parquet.replace('/api/v1/exports/', ''));
  } finally {
    for (const stop of stops) await stop();
  }
});
