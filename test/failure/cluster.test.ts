import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BUCKETS, type ScheduleState, STREAMS, type TaskState } from '#rotunda/contracts';
import { bucketStream, KvBucket, NatsClient } from '#rotunda/messaging';
import { scheduleOf, TaskStore } from '#rotunda/tasks';
import {
  createTestDatabase,
  eventually,
  natsServerCommand,
  ServiceProcess,
  type TestDatabase,
  testFolder,
} from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectEvidence } from './stand/collect-evidence.js';
import { keepHistories } from './stand/keep-histories.js';
import { Commands } from './stand/commands.js';
import { installGates, knownAs } from './stand/database-gates.js';
import { EndlessSite } from './stand/endless-site.js';
import { violations } from './stand/invariants.js';
import { Load } from './chaos/load.js';
import { NatsCluster } from './nats-cluster.js';
import { Ticks } from './stand/ticks.js';
import { ACK_WAIT_MS, FAST, HANGS_AFTER_MS } from './stand/timing.js';

const run = promisify(execFile);
const SETUP = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
const COMMAND_EVERY_MS = 250;
/** Number of commands after the kill, and again after the next leader is elected. */
const ENOUGH = 6;

let folder: string;
let cluster: NatsCluster;
let database: TestDatabase;
let house: EndlessSite;
let client: NatsClient;
const services = new Map<string, ServiceProcess>();
let commands: Commands;
let ticks: Ticks;

/** Slow: six processes elect leaders for eight streams on few cores. */
beforeAll(async () => {
  folder = await testFolder();
  [cluster, database, house] = await Promise.all([
    NatsCluster.start(folder, natsServerCommand()),
    createTestDatabase(),
    EndlessSite.start(),
  ]);
  await run(process.execPath, [SETUP, 'setup'], {
    env: { ...process.env, ...places(), NATS_REPLICAS: '3', TASK_ACK_WAIT_MS: String(ACK_WAIT_MS) },
  });
  client = await NatsClient.connect(cluster.urls, 'cluster-test');
  await Promise.all([keepHistories(client), installGates(database.url)]);
  const tasks = new TaskStore(await KvBucket.open<TaskState>(client, BUCKETS.tasks));
  const schedules = await KvBucket.open<ScheduleState>(client, BUCKETS.schedules);
  await Promise.all(['daily', 'weekly', 'check'].map((name) => schedules.put(name, onlyArmed(name))));
  await Promise.all(['gateway', 'scheduler', 'house-scraper', 'house-scraper'].map(start));
  commands = new Commands({ client, tasks, gateway: services.get('gateway-0')! });
  ticks = new Ticks({ schedules });
});

afterAll(async () => {
  await Promise.all([...services.values()].map((service) => service.stop('SIGKILL')));
  await client?.close();
  await Promise.all([cluster?.stop(), house?.stop()]);
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const places = (label = 'setup') => ({ NATS_URL: cluster.urls, DATABASE_URL: knownAs(label, database.url) });

async function start(app: string, n: number): Promise<void> {
  const label = `${app}-${n}`;
  services.set(label, await ServiceProcess.start(app, { ...places(label), ...FAST, HOUSE_BASE_URL: house.url }));
}

/** A schedule that fires only when the test arms it, for the chamber with workers. */
const onlyArmed = (name: string): ScheduleState =>
  scheduleOf(name, { cron: '0 0 1 1 *', task: 'check', chambers: ['house'] }, null, new Date());

const leaderOf = async (stream: string): Promise<string | undefined> =>
  (await client.manager.streams.info(stream).catch(() => null))?.cluster?.leader;

async function killLeader(): Promise<string> {
  const leader = (await leaderOf(STREAMS.tasks))!;
  await cluster.kill(leader);
  return leader;
}

async function anotherThan(leader: string): Promise<void> {
  const isThere = async (): Promise<boolean> => ![leader, undefined, ''].includes(await leaderOf(STREAMS.tasks));
  await eventually('another leader', isThere, HANGS_AFTER_MS);
}

/** Waits until this many further commands are accepted. */
async function accepted(more: number): Promise<void> {
  const { size } = commands.accepted;
  await eventually(`${more} commands to be accepted`, () => commands.accepted.size >= size + more, HANGS_AFTER_MS);
}

async function isWhole(stream: string): Promise<boolean> {
  const info = await client.manager.streams.info(stream).catch(() => null);
  return info?.cluster?.replicas?.every(({ current, offline }) => current && !offline) ?? false;
}

it(
  'loses and doubles nothing when the leader of the queue is killed, and commands keep coming',
  async () => {
    const load = new Load(commands, house, COMMAND_EVERY_MS);
    load.start();
    await accepted(ENOUGH);
    const tick = await ticks.arm('daily');
    const repeated = commands.repeated;
    const leader = await killLeader();
    await anotherThan(leader);
    await accepted(ENOUGH);
    await load.stop();
    // Otherwise no command was sent during the outage.
    expect(commands.repeated).toBeGreaterThan(repeated);
    expect(load.refused).toBe(0);
    await ticks.noted('daily', tick);

    await Promise.all([...commands.accepted.keys()].map((id) => commands.ended(id, HANGS_AFTER_MS)));
    cluster.startNode(leader);
    for (const stream of [STREAMS.tasks, bucketStream(BUCKETS.tasks)]) {
      await eventually(`${stream} to have three copies again`, () => isWhole(stream), HANGS_AFTER_MS);
    }
    const logs = (): [string, string][] => [...services].map(([label, { log }]) => [label, log]);
    const observed = { client, databaseUrl: database.url, house, logs };
    expect(violations(await collectEvidence(observed, commands, ticks))).toEqual([]);
  },
  4 * HANGS_AFTER_MS,
);
