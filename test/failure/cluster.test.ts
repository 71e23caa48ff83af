import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BUCKETS, STREAMS, type TaskState } from '#rotunda/contracts';
import { bucketStream, KvBucket, NatsClient } from '#rotunda/messaging';
import { TaskStore } from '#rotunda/tasks';
import {
  createTestDatabase,
  eventually,
  natsServerCommand,
  onServer,
  ServiceProcess,
  type TestDatabase,
} from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Commands } from './commands.js';
import { EndlessSite } from './endless-site.js';
import { NatsCluster } from './nats-cluster.js';
import { ACK_WAIT_MS, FAST } from './timing.js';

const run = promisify(execFile);
const SETUP = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
const COMMANDS = 30;
const DONE_WITHIN_MS = 180_000;

let folder: string;
let cluster: NatsCluster;
let database: TestDatabase;
let site: EndlessSite;
let client: NatsClient;
let services: ServiceProcess[] = [];
let commands: Commands;

/** Five processes choose leaders for eight streams on few cores. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotunda-cluster-'));
  [cluster, database, site] = await Promise.all([
    NatsCluster.start(folder, natsServerCommand()),
    createTestDatabase(),
    EndlessSite.start(),
  ]);
  const env = { NATS_URL: cluster.urls, DATABASE_URL: database.url };
  await run(process.execPath, [SETUP, 'setup'], {
    env: { ...process.env, ...env, NATS_REPLICAS: '3', TASK_ACK_WAIT_MS: String(ACK_WAIT_MS) },
  });
  client = await NatsClient.connect(cluster.urls, 'cluster-test');
  const start = (app: string) => ServiceProcess.start(app, { ...env, ...FAST, HOUSE_BASE_URL: site.url });
  services = await Promise.all([start('gateway'), start('house-scraper'), start('house-scraper')]);
  const tasks = new TaskStore(await KvBucket.open<TaskState>(client, BUCKETS.tasks));
  commands = new Commands({ client, tasks, gateway: services[0]! });
}, 300_000);

afterAll(async () => {
  await Promise.all(services.map((service) => service.stop('SIGKILL')));
  await client?.close();
  await Promise.all([cluster?.stop(), site?.stop()]);
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
}, 120_000);

const leaderOf = async (stream: string): Promise<string | undefined> =>
  (await client.manager.streams.info(stream).catch(() => null))?.cluster?.leader;

const count = async (sql: string): Promise<number> =>
  onServer(database.url, async (pg) => Number((await pg.query<{ n: string }>(sql)).rows[0]!.n));

it('loses nothing that was accepted when the leader of the queue is killed under load', async () => {
  const begun: Promise<string>[] = [];
  for (let n = 0; n < COMMANDS; n++) {
    begun.push(n % 2 === 0 ? commands.post(site.nextDay()) : commands.publish(site.nextDay()));
  }
  await eventually(
    'some to be done',
    async () => (await count('SELECT count(*) AS n FROM scraped_windows')) > 2,
    60_000,
  );
  const leader = await leaderOf(STREAMS.tasks);
  await cluster.kill(leader!);
  await eventually(
    'another leader',
    async () => ![leader, undefined, ''].includes(await leaderOf(STREAMS.tasks)),
    60_000,
  );

  const ids = await Promise.all(begun);
  const states = await Promise.all(ids.map((id) => commands.ended(id, DONE_WITHIN_MS)));
  expect(states.filter(({ state }) => state !== 'SUCCESS')).toEqual([]);
  const days = [...commands.accepted.values()].flatMap(({ docIds }) => docIds);
  expect(await count(`SELECT count(*) AS n FROM filings WHERE status = 'parsed'`)).toBe(days.length);
  const rows = days.reduce((sum, docId) => sum + site.expected(docId).rows, 0);
  expect(await count('SELECT count(*) AS n FROM transactions')).toBe(rows);

  cluster.startNode(leader!);
  const isWhole = async (stream: string): Promise<boolean> => {
    const info = await client.manager.streams.info(stream).catch(() => null);
    return info?.cluster?.replicas?.every(({ current, offline }) => current && !offline) ?? false;
  };
  for (const stream of [STREAMS.tasks, bucketStream(BUCKETS.tasks)]) {
    await eventually(`${stream} to have three copies again`, () => isWhole(stream), 120_000);
  }
}, 600_000);
