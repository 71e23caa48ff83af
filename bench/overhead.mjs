import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { bootstrap, main, ROOT } from '../scripts/bootstrap.mjs';

/**
 * `npm run bench:overhead [-- --requests N]`: what a key, and logs, cost a request. Asks for trades with and without a key
 * of a gateway that checks each key it gets, and of one that logs all it can; in turns, so that what else this machine
 * does hits all alike. Shows the medians, and their ratios to the first.
 */
const REQUESTS = 3_000;
const WARM_UP = 200;
const PATH = '/api/v1/trades?limit=20';

const run = promisify(execFile);
const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);
const program = (app) => join(ROOT, 'dist', 'apps', app, 'src', 'main.js');

async function startGateway(env, port) {
  const child = spawn(process.execPath, [program('gateway')], {
    env: { PATH: process.env.PATH, HTTP_PORT: String(port), RATE_LIMIT_PER_MINUTE: '0', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const exited = once(child, 'exit');
  while (!(await fetch(`${url}/health/ready`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`the gateway exited (${child.exitCode})`);
    await delay(100);
  }
  return { url, stop: () => (child.kill(), exited) };
}

async function timed(url, headers) {
  const startedMs = performance.now();
  const answer = await fetch(url + PATH, { headers });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url + PATH} answered ${answer.status}`);
  return performance.now() - startedMs;
}

const shuffled = (values) =>
  values
    .map((value) => [Math.random(), value])
    .toSorted(([a], [b]) => a - b)
    .map(([, value]) => value);

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function measure(ways, count) {
  const spent = ways.map(() => []);
  for (let n = 0; n < count + WARM_UP; n += 1) {
    // By chance: whichever comes second to the same gateway is quicker.
    for (const at of shuffled([...ways.keys()])) {
      const ms = await timed(ways[at].url, ways[at].headers);
      if (n >= WARM_UP) spent[at].push(ms);
    }
  }
  const plain = median(spent[0]);
  for (const [at, { name }] of ways.entries()) {
    const ms = median(spent[at]);
    process.stdout.write(`${name.padEnd(24)} ${ms.toFixed(3)} ms  ${(ms / plain).toFixed(3)}\n`);
  }
}

await main(async () => {
  const { values } = parseArgs({ options: { requests: { type: 'string', default: String(REQUESTS) } } });
  const count = Number(values.requests);
  if (!Number.isSafeInteger(count) || count < 100) throw new Error('--requests must be a whole number from 100');
  await bootstrap({ natsServer: true });
  const { freePort, NatsServer, PostgresServer } = await built('libs/embedded/src/index.js');
  const folder = await mkdtemp(join(tmpdir(), 'rotunda-bench-'));
  // Postgres, which runs as a user of its own when we are root, must get in.
  await chmod(folder, 0o755);
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const keep = (started) => (stops.unshift(() => started.stop()), started);
  try {
    const nats = keep(await NatsServer.start({ dataDir: join(folder, 'nats') }));
    const postgres = keep(await PostgresServer.start({ dataDir: join(folder, 'postgres') }));
    const secrets = join(folder, 'secrets');
    const env = { NATS_URL: nats.url, DATABASE_URL: postgres.url, SECRETS_DIR: secrets };
    await run(process.execPath, [program('cli'), 'setup'], { env: { PATH: process.env.PATH, ...env } });
    const key = (await readFile(join(secrets, 'admin-key'), 'utf8')).trim();
    const quiet = keep(await startGateway({ ...env, LOG_LEVEL: 'fatal' }, await freePort()));
    const loud = keep(await startGateway({ ...env, LOG_LEVEL: 'verbose' }, await freePort()));
    const headers = { authorization: `Bearer ${key}` };
    await measure(
      [
        { name: 'no key, LOG_LEVEL=fatal', url: quiet.url, headers: {} },
        { name: 'a key', url: quiet.url, headers },
        { name: 'LOG_LEVEL=verbose', url: loud.url, headers: {} },
        { name: 'both', url: loud.url, headers },
      ],
      count,
    );
  } finally {
    for (const stop of stops) await stop();
  }
});
