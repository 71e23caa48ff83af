import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect as dial, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BUCKETS, type TaskState } from '#rotunda/contracts';
import { NatsServer } from '#rotunda/embedded';
import { applyTopology, credentialsOf, KvBucket, NatsClient, natsSettings, CommandQueue } from '#rotunda/messaging';
import { readConfiguration, systemClock } from '#rotunda/runtime';
import { TaskDispatcher, TaskStore } from '#rotunda/tasks';
import { createTestDatabase, endsWithUs, eventually, natsServerCommand, NatsUsers, testFolder } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import { makeNatsCertificate } from '../../apps/cli/src/secrets/nats-certificate.js';
import { SecretFiles } from '../../apps/cli/src/secrets/secret-files.js';
import { startHouseSite } from '../../apps/stand-ins/src/house/house-site.js';

const run = promisify(execFile);
const MAIN = fileURLToPath(new URL('../../dist/apps/house-scraper/src/main.js', import.meta.url));
const HERE = '10.77.0.1';
const HOSTS = [1, 2].map((n) => ({ name: `rotunda-${n}`, cable: `rot${n}`, address: `10.77.0.${n + 1}` }));
const BRIDGE = 'rotunda0';
/** What a connection without TLS shows; nats-server's greeting (INFO) comes before TLS, and has none of it. */
const PLAIN = ['CONNECT {', 'tasks.house.scrape', '$JS.API.', 'start_date', '$KV.'];

const ip = (...args: string[]): Promise<unknown> => run('ip', args);

/** Why not; null if this machine can do it. */
function hindrance(): string | null {
  if (process.getuid?.() !== 0) return 'needs root, for network namespaces';
  try {
    execFileSync('ip', ['-V'], { stdio: 'ignore' });
    execFileSync('tcpdump', ['--version'], { stdio: 'ignore' });
  } catch (error) {
    return `needs iproute2 and tcpdump: ${(error as Error).message}`;
  }
  return null;
}

async function connectHosts(): Promise<void> {
  await ip('link', 'add', BRIDGE, 'type', 'bridge');
  await ip('address', 'add', `${HERE}/24`, 'dev', BRIDGE);
  await ip('link', 'set', BRIDGE, 'up');
  for (const { name, cable, address } of HOSTS) {
    await ip('netns', 'add', name);
    await ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
    await ip('link', 'set', cable, 'master', BRIDGE, 'up');
    for (const device of ['lo', 'eth0']) await ip('-n', name, 'link', 'set', device, 'up');
    await ip('-n', name, 'address', 'add', `${address}/24`, 'dev', 'eth0');
  }
}

async function removeHosts(): Promise<void> {
  for (const { name } of HOSTS) await ip('netns', 'delete', name).catch(() => undefined);
  await ip('link', 'delete', BRIDGE).catch(() => undefined);
}

/** What listens on loopback, for the hosts. */
async function reachable(url: string): Promise<{ url: string; server: Server }> {
  const place = new URL(url);
  const port = Number(place.port);
  const server = createServer((near) => {
    const far = dial(port, '127.0.0.1');
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far).pipe(near);
  });
  await once(server.listen(0, HERE), 'listening');
  place.hostname = HERE;
  place.port = String((server.address() as AddressInfo).port);
  return { url: place.href.replace(/\/$/, ''), server };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  if (child.exitCode === null && child.kill(signal)) await ended;
}

/** Scrapes the stand-in once with a worker on each host. @returns what went over the cable to and from NATS */
async function sniffed({ isEncrypted }: { isEncrypted: boolean }): Promise<string> {
  const folder = await testFolder();
  const files = await SecretFiles.in(join(folder, 'secrets'));
  await makeNatsCertificate(files, [HERE]);
  const users = new NatsUsers();
  const tls = `tls { cert_file: "${files.path('nats-server.pem')}", key_file: "${files.path('nats-server.key')}" }`;
  const extra = `host: "0.0.0.0"\n${users.file}\n${isEncrypted ? tls : ''}`;
  const nats = await NatsServer.start({ dataDir: join(folder, 'nats'), command: natsServerCommand(), extra });
  const [database, site] = await Promise.all([createTestDatabase(), startHouseSite()]);
  const [toDatabase, toSite] = await Promise.all([reachable(database.url), reachable(site.url)]);
  const ca: Record<string, string> = isEncrypted ? { NATS_CA_FILE: files.path('nats-ca.pem') } : {};
  const settings = readConfiguration(natsSettings, { NATS_URL: nats.url, ...ca });
  const client = await NatsClient.connect(nats.url, 'test', { credentials: credentialsOf(settings, 'test') });
  await applyTopology(client, { NATS_REPLICAS: 1, TASKS_MAX_BYTES: 2 ** 26, TASK_ACK_WAIT_MS: 30_000 });
  const tasks = new TaskStore(await KvBucket.open<TaskState>(client, BUCKETS.tasks));

  const dump = join(folder, 'dump');
  const sniffer = spawn('tcpdump', ['-i', BRIDGE, '-U', '-w', dump, '-Z', 'root', 'tcp', 'port', String(nats.port)]);
  await once(sniffer.stderr, 'data');
  await writeFile(files.path('seed'), users.seedOf('house-scraper'), { mode: 0o600 });
  const workers = HOSTS.map(({ name }) => {
    const child = spawn('ip', ['netns', 'exec', name, process.execPath, MAIN], {
      env: {
        PATH: process.env['PATH'],
        NATS_URL: `nats://${HERE}:${nats.port}`,
        NATS_NKEY_SEED_FILE: files.path('seed'),
        ...ca,
        DATABASE_URL: toDatabase.url,
        HOUSE_BASE_URL: toSite.url,
        HOUSE_REQUEST_INTERVAL_MS: '0',
      },
      stdio: 'ignore',
    });
    endsWithUs(child);
    return child;
  });
  try {
    const bothAreThere = async (): Promise<boolean> => {
      const { state } = await client.manager.streams.info('KV_workers', { subjects_filter: '$KV.workers.*' });
      return Object.keys(state.subjects ?? {}).length === HOSTS.length;
    };
    await eventually('a worker on each host', bothAreThere, 60_000);
    const dispatcher = new TaskDispatcher(new CommandQueue(client), tasks, { TASK_MAX_RETRIES: 0 }, systemClock);
    const args = { start_date: site.window.start, end_date: site.window.end };
    const { id } = await dispatcher.submit({ chamber: 'house', name: 'scrape', args });
    await eventually('the scrape', async () => (await tasks.find(id))?.state === 'SUCCESS', 120_000);
  } finally {
    await Promise.all(workers.map((worker) => stop(worker, 'SIGTERM')));
    await stop(sniffer, 'SIGINT');
    await client.close();
    await Promise.all([nats.stop(), site.stop()]);
    for (const { server } of [toDatabase, toSite]) server.close();
    await database.drop();
  }
  const traffic = await readFile(dump, 'latin1');
  await rm(folder, { recursive: true });
  return traffic;
}

const reason = hindrance();
describe.skipIf(reason !== null)(`two worker hosts${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  it('scrape over NATS with TLS, and a sniffer sees no plain text; without TLS it does', async () => {
    await removeHosts();
    await connectHosts();
    try {
      const plain = await sniffed({ isEncrypted: false });
      expect(PLAIN.filter((text) => !plain.includes(text))).toEqual([]);
      const encrypted = await sniffed({ isEncrypted: true });
      expect(encrypted.length).toBeGreaterThan(50_000);
      expect(PLAIN.filter((text) => encrypted.includes(text))).toEqual([]);
      process.stdout.write(`sniffed: ${plain.length} bytes in plain, ${encrypted.length} encrypted\n`);
    } finally {
      await removeHosts();
    }
  });
});
