import { CHAMBERS } from '#rotunda/contracts';
import { readConfiguration } from '#rotunda/runtime';
import { RotundaApi } from '../api/rotunda-api.js';
import { adminKeyFile } from '../setup/admin-key-file.js';
import { checkSettings } from './check-settings.js';
import { readStartConfig, type StartConfig } from '../config.js';
import { gatewayPort } from './gateway-port.js';
import { runStack, untilStopped } from './run-stack.js';
import { settingsOf } from '../settings/setting-tables.js';
import { workerOf } from './service-files.js';
import { OUR_NATS, type StackAddresses, startStack } from './stack.js';
import type { StateFolder } from './state-folder.js';
import { Terminal } from '../terminal.js';
import { ONE_OF_EACH, type WorkerCounts } from './worker-counts.js';

export const HOW_TO_END = 'Press Ctrl-C to stop.';

export interface StartOptions {
  /** The state folder. */
  data: string;
  /** Port of the gateway; `HTTP_PORT`, or 8080, or a free one if not set. */
  port?: number;
  /** How many workers of each chamber; one if not set. */
  workers?: WorkerCounts;
}

/** Runs all of Rotunda on this machine, against the live sites, until it is asked to stop. Returns the exit code. */
export async function start(options: StartOptions): Promise<number> {
  const terminal = new Terminal();
  const config = readStartConfig();
  await checkSettings(ownServers(config));
  return runStack({ data: options.data, terminal, whenStopped: () => 0 }, async ({ folder, supervisor }) => {
    const startedMs = performance.now();
    terminal.say('Starting Rotunda …');
    const addresses = await startStack({
      folder,
      supervisor,
      terminal,
      port: async () => options.port ?? config.HTTP_PORT ?? gatewayPort(),
      host: config.HTTP_HOST,
      natsUrl: config.NATS_URL,
      databaseUrl: config.DATABASE_URL,
      workers: options.workers,
    });
    terminal.say(`Ready after ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`);
    const lines = [
      ...whatRunsWhere(addresses, folder),
      ...(await howToSignIn(addresses, folder)),
      ...(await whatWaits(options.workers)),
      HOW_TO_END,
    ];
    for (const line of lines) terminal.say(line);
    return untilStopped();
  });
}

/** The settings of our own servers, if the operator has none. For a check any address will do. */
const ownServers = ({ DATABASE_URL, NATS_URL }: StartConfig): Record<string, string> => ({
  ...(DATABASE_URL === undefined && { DATABASE_URL: 'postgres://127.0.0.1/rotunda' }),
  ...(NATS_URL === undefined && OUR_NATS),
});

/** What the operator wants to know about a running stack. */
export function whatRunsWhere({ gateway, services, nats, postgres }: StackAddresses, folder: StateFolder): string[] {
  const health = services.map(({ name, url }) => [`health of ${name}`, `${url}/health/ready`] as const);
  return columns([
    ['dashboard', `${gateway}/`],
    ['API', `${gateway}/api/v1`],
    ['API docs', `${gateway}/api/docs`],
    ...health,
    ['NATS', nats],
    ['Postgres', postgres],
    ['data', folder.path],
    ['logs', folder.logs],
  ]);
}

/** Where keys are required; the key itself is in its file only. */
async function howToSignIn({ gateway }: StackAddresses, { secrets }: StateFolder): Promise<string[]> {
  const { keys_required } = await new RotundaApi(gateway).get<{ keys_required: boolean }>('/session');
  if (!keys_required) return [];
  const file = adminKeyFile(secrets);
  return [
    `Each request needs a key. The first admin key is in ${file}:`,
    `  ROTUNDA_KEY_FILE=${file} npx rotunda keys list --gateway ${gateway}`,
    `  curl -H @<(echo "Authorization: Bearer $(cat ${file})") ${gateway}/api/v1/trades`,
  ];
}

/** Said last: the worker's own warning about the terms is easily overlooked. */
async function whatWaits(workers: WorkerCounts = ONE_OF_EACH): Promise<string[]> {
  const without = CHAMBERS.filter((chamber) => workers[chamber] === 0);
  const lines = without.map((chamber) => `No worker of the ${chamber} runs: its commands wait in the queue.`);
  const { ROTUNDA_ACCEPT_TERMS } = await settingsOf(workerOf('senate'));
  const terms = readConfiguration({ ROTUNDA_ACCEPT_TERMS: ROTUNDA_ACCEPT_TERMS! });
  if (workers.senate === 0 || terms.ROTUNDA_ACCEPT_TERMS === true) return lines;
  return [...lines, 'Scrapes of the senate wait in the queue until you accept its terms: ROTUNDA_ACCEPT_TERMS=true.'];
}

function columns(rows: (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}
