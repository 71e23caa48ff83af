import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { bootstrap, main, ROOT } from '../scripts/bootstrap.mjs';

/**
 * `npm run bench:tasks [-- --commands N --slots N]`: publishes N commands at once, nine of ten over NATS and the others over
 * REST, half of them for each chamber. Shows how many are done per second, how fast the gateway answers meanwhile
 * (compared with an idle one), and how much memory gateway and workers take: before, and from the first third to the last.
 *
 * Each worker has so many slots (WORKER_CONCURRENCY; the default if not given).
 *
 * A command is a reparse of a filing that the archive does not have: a whole task, with claim, states, Postgres and history,
 * but little work. It is short; a reparse of the whole archive has only one slot.
 */
const BODY = '{"external_ids":["none"]}';
const COMMANDS = 10_000;
const CHAMBERS = ['house', 'senate'];
const OVER_REST = 0.1;
const AT_A_TIME = { nats: 500, rest: 20 };
const IDLE_PROBES = 100;
const PROBE_EVERY_MS = 50;
const SAMPLE_EVERY_MS = 500;
const GIVE_UP_MS = 15 * 60_000;
const MEBIBYTE = 1024;

const run = promisify(execFile);
const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);
const program = (app) => join(ROOT, 'dist', 'apps', app, 'src', 'main.js');
const ids = (count) => Array.from({ length: count }, (_, i) => `bench-${i}`);

async function inParallel(items, width, work) {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}

/** A built service in its own process. */
async function startService(app, env, port) {
  const child = spawn(process.execPath, [program(app)], {
    env: { PATH: process.env.PATH, HTTP_PORT: String(port), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const exited = once(child, 'exit');
  while (!(await fetch(`${url}/health/ready`).catch(() => null))?.ok) {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`${app} exited (${end})`);
    await delay(100);
  }
  return { app, url, pid: child.pid, stop: () => (child.kill(), exited) };
}

/** Resident memory in MiB. */
const memoryOf = async ({ pid }) => Number((await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout) / MEBIBYTE;

/** Milliseconds that an answer took. The gateway may not know yet of a command that was just published over NATS (404). */
async function timed(url) {
  const begin = performance.now();
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (!answer.ok && answer.status !== 404) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - begin;
}

const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a user asks for meanwhile. */
function probesOf(gateway, taskIds) {
  const anyId = () => taskIds[Math.floor(Math.random() * taskIds.length)];
  return {
    'status of a task': () => timed(`${gateway.url}/api/v1/tasks/status/${anyId()}`),
    'list of tasks': () => timed(`${gateway.url}/api/v1/tasks?limit=50`),
    'running tasks': () => timed(`${gateway.url}/api/v1/tasks/active`),
  };
}

async function probeAll(probes, latencies) {
  for (const [name, probe] of Object.entries(probes)) latencies[name].push(await probe());
}

const noLatencies = (probes) => Object.fromEntries(Object.keys(probes).map((name) => [name, []]));

/** Publishes the commands, and calls back with each task's id. */
async function publishAll(taskIds, client, gateway, onGiven) {
  const restOnes = taskIds.slice(0, Math.round(taskIds.length * OVER_REST));
  const chamberOf = (id) => CHAMBERS[Number(id.split('-')[1]) % CHAMBERS.length];
  const headers = { 'content-type': 'application/json' };
  await Promise.all([
    inParallel(taskIds.slice(restOnes.length), AT_A_TIME.nats, async (id) => {
      const header = { 'Rotunda-Task-Id': id };
      await client.publish(`tasks.${chamberOf(id)}.reparse`, BODY, { messageId: `${id}-1`, header });
      onGiven(id);
    }),
    inParallel(restOnes, AT_A_TIME.rest, async (id) => {
      const url = `${gateway.url}/api/v1/tasks/reparse/${chamberOf(id)}`;
      const answer = await fetch(url, { method: 'POST', headers, body: BODY });
      if (answer.status !== 202) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
      onGiven((await answer.json()).task_id);
    }),
  ]);
}

const countsIn = async (gateway) => (await (await fetch(`${gateway.url}/api/v1/tasks/stats`)).json()).tasks;

async function measureMemory(services, memory) {
  for (const service of services) memory[service.app].push(await memoryOf(service));
}

/** Probes the gateway and measures memory until so many are done; `knownMs`: when the gateway knew of all of them. */
async function watch({ gateway, services }, count, probes) {
  const latencies = noLatencies(probes);
  const memory = Object.fromEntries(services.map(({ app }) => [app, []]));
  const begin = performance.now();
  let measuredMs = -SAMPLE_EVERY_MS;
  let knownMs = null;
  for (;;) {
    await probeAll(probes, latencies);
    const nowMs = performance.now() - begin;
    if (nowMs - measuredMs > SAMPLE_EVERY_MS) {
      measuredMs = nowMs;
      await measureMemory(services, memory);
      const { SUCCESS, FAILURE, REVOKED, ...others } = await countsIn(gateway);
      if (FAILURE + REVOKED > 0) throw new Error(`${FAILURE + REVOKED} tasks failed`);
      if (Object.values(others).reduce((a, b) => a + b, SUCCESS) >= count) knownMs ??= nowMs;
      if (SUCCESS >= count) return { latencies, memory, knownMs };
      if (nowMs > GIVE_UP_MS) throw new Error(`only ${SUCCESS} of ${count} were done in time`);
    }
    await delay(PROBE_EVERY_MS);
  }
}

/** Milliseconds until the history in Postgres has every task as done, and how many needed more than one attempt. */
async function historyCatchesUp(client, count) {
  const begin = performance.now();
  for (;;) {
    const { rows } = await client.query(
      `SELECT count(*) FILTER (WHERE state = 'SUCCESS')::int AS done,
              count(*) FILTER (WHERE jsonb_array_length(state_json -> 'attempts') > 1)::int AS repeated
         FROM task_runs`,
    );
    if (rows[0].done === count) return { ms: performance.now() - begin, repeated: rows[0].repeated };
    if (performance.now() - begin > GIVE_UP_MS) throw new Error(`the history has ${rows[0].done} of ${count}`);
    await delay(100);
  }
}

function showMemory(app, idle, samples) {
  const third = Math.max(1, Math.floor(samples.length / 3));
  const [first, last] = [mean(samples.slice(0, third)), mean(samples.slice(-third))];
  console.log(
    `${app.padEnd(15)} ${idle.toFixed(0)} MiB before, ${first.toFixed(0)} in the first third, ${last.toFixed(0)} in the last ` +
      `(${(last / first).toFixed(2)}), ${Math.max(...samples).toFixed(0)} at most`,
  );
}

function showLatency(name, idle, busy) {
  const ms = (values, share) => quantile(values, share).toFixed(1);
  console.log(
    `${name.padEnd(17)} median ${ms(busy, 0.5)} ms, p95 ${ms(busy, 0.95)} ms; idle ${ms(idle, 0.5)} and ` +
      `${ms(idle, 0.95)} ms (${(quantile(busy, 0.5) / quantile(idle, 0.5)).toFixed(1)} and ` +
      `${(quantile(busy, 0.95) / quantile(idle, 0.95)).toFixed(1)} times)`,
  );
}

async function measure({ gateway, services, client, database }, count) {
  const given = [];
  const publish = (taskIds) => publishAll(taskIds, client, gateway, (id) => given.push(id));
  const [first, ...others] = ids(count);
  await publish([first]);
  const probes = probesOf(gateway, given);
  const idle = { latencies: noLatencies(probes), memory: Object.fromEntries(services.map(({ app }) => [app, []])) };
  await watch({ gateway, services }, 1, probes);
  for (let i = 0; i < IDLE_PROBES; i += 1) await probeAll(probes, idle.latencies);
  await measureMemory(services, idle.memory);

  const begin = performance.now();
  const [publishedMs, { latencies, memory, knownMs }] = await Promise.all([
    publish(others).then(() => performance.now() - begin),
    watch({ gateway, services }, count, probes),
  ]);
  const seconds = (performance.now() - begin) / 1_000;
  const history = await historyCatchesUp(database, count);

  console.log(
    `${count} commands: published in ${(publishedMs / 1_000).toFixed(1)} s, known to the gateway after ` +
      `${(knownMs / 1_000).toFixed(1)} s, all done in ${seconds.toFixed(1)} s = ${(count / seconds).toFixed(0)} a second; ` +
      `${history.repeated} needed a second attempt; the history was ${(history.ms / 1_000).toFixed(1)} s behind`,
  );
  for (const name of Object.keys(probes)) showLatency(name, idle.latencies[name], latencies[name]);
  for (const { app } of services) showMemory(app, idle.memory[app][0], memory[app]);
}

await main(async () => {
  const options = { commands: { type: 'string', default: String(COMMANDS) }, slots: { type: 'string' } };
  const { values } = parseArgs({ options });
  const count = Number(values.commands);
  if (!Number.isSafeInteger(count) || count < 100) throw new Error('--commands must be a whole number from 100');
  await bootstrap({ natsServer: true });
  const { freePort, NatsServer, PostgresServer } = await built('libs/embedded/src/index.js');
  const { NatsClient } = await built('libs/messaging/src/index.js');
  const { Client } = (await import('pg')).default;
  const folder = await mkdtemp(join(tmpdir(), 'rotunda-bench-'));
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const keep = (started, stop) => (stops.unshift(() => stop(started)), started);
  try {
    const nats = keep(await NatsServer.start({ dataDir: join(folder, 'nats') }), (server) => server.stop());
    const postgres = keep(await PostgresServer.start({ dataDir: join(folder, 'postgres') }), (server) => server.stop());
    const slots = values.slots === undefined ? {} : { WORKER_CONCURRENCY: values.slots };
    const env = { NATS_URL: nats.url, DATABASE_URL: postgres.url, ROTUNDA_ACCEPT_TERMS: 'true', ...slots };
    await run(process.execPath, [program('cli'), 'setup'], { env: { PATH: process.env.PATH, ...env } });
    const services = [];
    for (const app of ['gateway', ...CHAMBERS.map((chamber) => `${chamber}-scraper`)]) {
      services.push(keep(await startService(app, env, await freePort()), (service) => service.stop()));
    }
    const client = keep(await NatsClient.connect(nats.url, 'bench'), (connection) => connection.close());
    const database = keep(new Client({ connectionString: postgres.url }), (connection) => connection.end());
    await database.connect();
    await measure({ gateway: services[0], services, client, database }, count);
  } finally {
    for (const stop of stops) await stop();
  }
});
