import { fileURLToPath } from 'node:url';
import { CHAMBERS } from '#rotunda/contracts';
import { readConfiguration } from '#rotunda/runtime';
import { childEnvironment } from '../config.js';
import { writeDatabaseFiles } from './database-files.js';
import { DATABASE_SETTINGS, databaseSettingsOf, settingsFromFiles } from './database-settings.js';
import { NatsPart, PostgresPart } from './embedded-parts.js';
import { Service } from './parts/service.js';
import { ServiceLog } from './parts/service-log.js';
import { mainOf, type ServiceName, SERVICES, workerOf } from './service-files.js';
import type { StateFolder } from './state-folder.js';
import type { Supervisor } from './parts/supervisor.js';
import type { Terminal } from '../terminal.js';
import { ONE_OF_EACH, type WorkerCounts } from './worker-counts.js';

/** On top of the time after which a worker itself gives up its stop. */
const MARGIN_MS = 5_000;

export interface StackOptions {
  folder: StateFolder;
  supervisor: Supervisor;
  terminal: Terminal;
  /** Port of the gateway; called again if that port was taken meanwhile. */
  port: () => Promise<number>;
  /** Address the gateway listens on; loopback if not set. */
  host?: string | undefined;
  /** The operator's own servers, in place of ours. */
  natsUrl?: string | undefined;
  databaseUrl?: string | undefined;
  /** How many workers of each chamber; one if not set. */
  workers?: WorkerCounts | undefined;
  /** Starts what else the services need, and returns settings for them. */
  alongside?: () => Promise<Record<string, string>>;
}

/** Where everything is, for people: without passwords. */
export interface StackAddresses {
  gateway: string;
  services: readonly Pick<Service, 'name' | 'url'>[];
  nats: string;
  postgres: string;
}

/**
 * What goes with our own NATS, whatever the environment says: a single server, so streams can't have replicas, and no
 * credentials that are for another one.
 */
export const OUR_NATS = {
  NATS_REPLICAS: '1',
  NATS_NKEY_SEED: '',
  NATS_USER: '',
  NATS_PASSWORD: '',
  NATS_CA: '',
  NATS_CERT: '',
  NATS_KEY: '',
};

interface Server {
  /** The URL, without its password. */
  description: string;
  /** Settings that go with it, whatever the environment says. */
  settings?: Record<string, string>;
  /** Those of one program alone. */
  settingsOf?: (user: ServiceName | 'setup') => Record<string, string>;
}

/**
 * Starts Postgres and nats-server in parallel, then runs the set-up, then starts the services in parallel. They stop in
 * the reverse order.
 */
export async function startStack(options: StackOptions): Promise<StackAddresses> {
  const [postgres, nats, known] = await Promise.all([
    startPostgres(options),
    startNats(options),
    options.alongside?.() ?? {},
  ]);
  const addresses = { ...known, ...nats.settings, ...postgres.settings, NATS_URL: nats.url };
  const envOf = (user: ServiceName | 'setup') => childEnvironment({ ...addresses, ...nats.settingsOf?.(user) });
  const setupEnv = { ...envOf('setup'), SECRETS_DIR: options.folder.secrets };
  await options.supervisor.during(() => runSetup(setupEnv, options.terminal));
  return { ...(await startServices(options, envOf)), nats: nats.description, postgres: postgres.description };
}

async function startPostgres({ databaseUrl, folder, supervisor, terminal }: StackOptions): Promise<Server> {
  if (databaseUrl !== undefined) return { description: 'yours (DATABASE_URL)' };
  const part = new PostgresPart(folder, (line) => terminal.warn(line));
  await supervisor.start(part);
  const files = await writeDatabaseFiles(folder.secrets, part.url);
  return { description: part.description, settings: settingsFromFiles(files) };
}

async function startNats({ natsUrl, folder, supervisor, terminal }: StackOptions): Promise<Server & { url: string }> {
  // Not shown: the operator's URL may contain a password.
  if (natsUrl !== undefined) return { url: natsUrl, description: 'yours (NATS_URL)' };
  const part = await NatsPart.create(folder, (line) => terminal.warn(line));
  await supervisor.start(part);
  const settings = { ...OUR_NATS, NATS_STORE_DIR: folder.nats };
  return { url: part.url, description: part.url, settings, settingsOf: (user) => part.settingsOf(user) };
}

async function runSetup(env: NodeJS.ProcessEnv, terminal: Terminal): Promise<void> {
  // Loaded late: it takes most of a second, and would delay the start of Postgres and nats-server.
  const { setUp } = await import('../setup/setup.js');
  const changes = await setUp(env);
  if (changes.length > 0) terminal.say(`Set-up: ${changes.length} changes in Postgres and NATS.`);
}

async function startServices(
  { folder, supervisor, terminal, port, host, workers }: StackOptions,
  envOf: (name: ServiceName) => NodeJS.ProcessEnv,
): Promise<Pick<StackAddresses, 'gateway' | 'services'>> {
  const stopWithinMs = (await workersStopWithinMs(envOf('house-scraper'))) + MARGIN_MS;
  const services = await Promise.all(
    processesOf(workers).map(async ({ name, service }) => {
      const log = await ServiceLog.open(folder.logFile(name), (line) => terminal.warn(`${name}: ${line}`));
      const address = service === 'gateway' ? { port, ...(host !== undefined && { host }) } : {};
      const patience = isWorker(service) ? { stopWithinMs } : {};
      const all = envOf(service);
      const env = childEnvironment(databaseSettingsOf(service, all), all, DATABASE_SETTINGS);
      return new Service({ name, module: fileURLToPath(mainOf(service)), env, log, ...address, ...patience });
    }),
  );
  await supervisor.start(...services);
  const [gateway] = services;
  return { gateway: gateway!.url, services };
}

/** The gateway first. The second worker of the House is `house-scraper-2`. */
function processesOf(workers: WorkerCounts = ONE_OF_EACH): { name: string; service: ServiceName }[] {
  const counts = new Map<ServiceName, number>(CHAMBERS.map((chamber) => [workerOf(chamber), workers[chamber]]));
  return SERVICES.flatMap((service) =>
    Array.from({ length: counts.get(service) ?? 1 }, (_, n) => ({
      name: n === 0 ? service : `${service}-${n + 1}`,
      service,
    })),
  );
}

const isWorker = (name: ServiceName): boolean => name.endsWith('-scraper');

/** A long WORKER_STOP_GRACE_MS must not be cut short. */
async function workersStopWithinMs(env: NodeJS.ProcessEnv): Promise<number> {
  const { taskSettings, workerStopsWithinMs } = await import('#rotunda/tasks');
  const { WORKER_STOP_GRACE_MS } = taskSettings;
  return workerStopsWithinMs(readConfiguration({ WORKER_STOP_GRACE_MS }, env));
}
