import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import autocannon from 'autocannon';
import { bootstrap, main, ROOT } from '../scripts/bootstrap.mjs';
import { program, startGateway, started } from './gateway.mjs';
import { upgradedArchive } from './archive/upgraded-archive.mjs';

/**
 * `npm run bench:trades-http [-- --transactions N] [--database-url URL]`: how many requests a second a gateway with a million invented trades
 * answers: the newest 20 from its kept answers, beside a plain Fastify with the same bytes in memory; and, without them,
 * some lists, coverage and the late trades. The rounds take turns, so that a busy machine slows all of them.
 */
const NEWEST = '/api/v1/trades?limit=20';
const MADE_EACH_TIME = [
  NEWEST,
  '/api/v1/trades?limit=50',
  '/api/v1/filings?limit=50',
  '/api/v1/coverage',
  '/api/v1/late?limit=20',
];
const HEADERS = { 'accept-encoding': 'br' };
const ROUNDS = 5;
const SECONDS = 5;
const CLIENTS = 10;

const run = promisify(execFile);
const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);

/** A process that answers everything with the bytes that it reads from stdin. */
const PLAIN = `
  import fastify from 'fastify';
  import { buffer } from 'node:stream/consumers';
  const body = await buffer(process.stdin);
  const app = fastify();
  app.get('*', (_request, reply) => reply.headers({ 'content-type': 'application/json', 'content-encoding': 'br' }).send(body));
  await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });`;

async function startPlain(bytes, port) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PLAIN], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: String(port) },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(bytes);
  return started(child, `http://127.0.0.1:${port}`, '/');
}

/** As it is sent: fetch would decompress it. */
async function bytesOf(url) {
  const [answer] = await once(request(url, { headers: HEADERS }).end(), 'response');
  return { bytes: Buffer.concat(await answer.toArray()), isKept: answer.headers['cache-status']?.includes('hit') };
}

async function load(url, duration = SECONDS) {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    headers: HEADERS,
    connections: CLIENTS,
    duration,
  });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx + errors} requests failed`);
  return { rate: requests.average, p50: latency.p50, p99: latency.p99 };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function say(what, rounds) {
  const [rate, p50, p99] = ['rate', 'p50', 'p99'].map((figure) => median(rounds.map((round) => round[figure])));
  process.stdout.write(`${what.padEnd(44)}${rate.toFixed(0).padStart(8)} requests/s, p50 ${p50} ms, p99 ${p99} ms\n`);
  return rate;
}

async function compare(gateway, plain) {
  const [kept, fromMemory] = [[], []];
  await Promise.all([load(gateway.url + NEWEST), load(plain.url + NEWEST)]);
  for (let n = 0; n < ROUNDS; n += 1) {
    fromMemory.push(await load(plain.url + NEWEST));
    kept.push(await load(gateway.url + NEWEST));
  }
  const least = say('plain Fastify, the same bytes from memory', fromMemory);
  process.stdout.write(`ratio: ${(say('the newest 20 trades, kept', kept) / least).toFixed(2)}\n`);
}

await main(async () => {
  const { values } = parseArgs({
    options: { transactions: { type: 'string', default: '1000000' }, 'database-url': { type: 'string' } },
  });
  await bootstrap({ natsServer: true });
  const { freePort, NatsServer, PostgresServer } = await built('libs/embedded/src/index.js');
  const folder = await mkdtemp(join(tmpdir(), 'rotunda-bench-'));
  // Postgres, which runs as a user of its own when we are root, must get in.
  await chmod(folder, 0o755);
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const keep = (server) => (stops.unshift(() => server.stop()), server);
  try {
    const DATABASE_URL =
      values['database-url'] ?? keep(await PostgresServer.start({ dataDir: join(folder, 'postgres') })).url;
    const nats = keep(await NatsServer.start({ dataDir: join(folder, 'nats') }));
    await upgradedArchive(DATABASE_URL, Number(values.transactions));
    const env = { NATS_URL: nats.url, DATABASE_URL };
    await run(process.execPath, [program('cli'), 'setup'], { env: { PATH: process.env.PATH, ...env } });
    const gateway = keep(await startGateway(env, await freePort()));
    let newest = await bytesOf(gateway.url + NEWEST);
    while (!newest.isKept) newest = await bytesOf(gateway.url + NEWEST);
    const plain = keep(await startPlain(newest.bytes, await freePort()));
    await compare(gateway, plain);
    const uncached = keep(await startGateway({ ...env, ANSWER_CACHE_MB: '0' }, await freePort()));
    for (const path of MADE_EACH_TIME)
      say(`made each time: ${path.slice('/api/v1/'.length)}`, [await load(uncached.url + path)]);
  } finally {
    for (const stop of stops) await stop();
  }
});
