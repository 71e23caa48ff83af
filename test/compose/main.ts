import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { parseEnv } from 'node:util';
import { ComposeStack } from './compose-stack.js';
import { expectLoopback, expectRestart } from './container-checks.js';
import { docker, whyNoDocker } from './docker-command.js';
import { figures } from './figures.js';
import { GatewayApi } from './gateway-api.js';
import { expectKeyNeeded } from './gateway-checks.js';
import { killEachInTheMiddle } from './kills.js';
import { expectClosedNats, expectUsersRights } from './nats-checks.js';
import { describeResults, expectComplete, expectNothingNew, resultsOf, type Results, startScrapes } from './scrapes.js';
import { expectOwnSecretsOnly, expectSecrecy, type Secrets, takeSecrets } from './secret-checks.js';
import { listedFilings } from './stand-in.js';
import { step } from './steps.js';

/**
 * `npm run test:compose` brings the demo's stack up and scrapes both chambers through it. Then it does so with the stack
 * for the live sites, but against the stand-ins: it tries whom that lets in, and kills one container of each kind in the
 * middle of the scrapes. In any case it leaves no containers, data or image tags; the build cache stays.
 */
const PROJECT = `rotunda-test-${process.pid}`;
const HOUSE_SCRAPERS = 3;
const DEMO = 'deploy/demo.env';
/** Not even a developer's `.env`: the settings that nobody sets have their defaults. */
const LIVE = '/dev/null';
/** The settings by which the demo is open. */
const OPENING = ['KEYS_REQUIRED', 'NATS_SCHEME', 'NATS_AUTHORITY'];

/**
 * A killed worker's task is taken over within seconds, and the scrapes take long enough to be interrupted: all years
 * are one task, which each kill strikes in the middle.
 */
const settings = (ports: Ports): Record<string, string> => ({
  HTTP_PORT: String(ports.http),
  NATS_PORT: String(ports.nats),
  ROTUNDA_TAG: PROJECT,
  SCRAPE_MAX_WINDOW_DAYS: '36500',
  TASK_ACK_WAIT_MS: '5000',
  TASK_HEARTBEAT_MS: '1000',
  TASK_PROGRESS_MS: '200',
  TASK_RETRY_DELAY_MS: '1000',
  SITE_RETRY_DELAY_MS: '200',
});
/** By Chromium, which must find everything it needs in its container. */
const UNDISTURBED = { HOUSE_REQUEST_INTERVAL_MS: '0', SENATE_REQUEST_INTERVAL_MS: '0', SENATE_FETCH: 'browser' };
const KILLED = { HOUSE_REQUEST_INTERVAL_MS: '500', SENATE_REQUEST_INTERVAL_MS: '500' };

interface Ports {
  http: number;
  nats: number;
}

process.exitCode = await main();

async function main(): Promise<number> {
  const reason = await whyNoDocker();
  if (reason !== null) {
    process.stderr.write(`${reason}\n`);
    return 1;
  }
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => interrupted.abort(new Error(`ended by ${signal}; taking the containers down`)));
  }
  return run(interrupted.signal);
}

async function run(signal: AbortSignal): Promise<number> {
  const startedMs = performance.now();
  const ports = { http: await freePort(), nats: await freePort() };
  const demo = new ComposeStack(PROJECT, DEMO, { ...settings(ports), ...UNDISTURBED }, signal);
  const live = new ComposeStack(PROJECT, LIVE, { ...(await standIns()), ...settings(ports), ...KILLED }, signal);
  let current = demo;
  try {
    await step('the images are built', () => demo.build());
    const totals = await scrapeUndisturbed(demo, new GatewayApi(ports.http, signal));
    await demo.down();
    current = live;
    const secrets = await startClosed(live, ports);
    await scrapeAndKill(live, new GatewayApi(ports.http, signal, secrets.get('admin-key')), totals);
    await step('no secret is in Docker’s lists, a log, a process list or an image', () => expectSecrecy(live, secrets));
    process.stdout.write(`All shown in ${Math.round((performance.now() - startedMs) / 1_000)} s.\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (!signal.aborted) process.stderr.write(`${await current.logs('--tail', '20')}\n`);
    return 1;
  } finally {
    await takeDown(current.unstoppable());
  }
}

/** The demo's settings that turn the stack to the stand-ins. */
async function standIns(): Promise<Record<string, string>> {
  const all = parseEnv(await readFile(DEMO, 'utf8')) as Record<string, string>;
  return Object.fromEntries(Object.entries(all).filter(([name]) => !OPENING.includes(name)));
}

/** Returns the results of scrapes without faults. */
async function scrapeUndisturbed(stack: ComposeStack, api: GatewayApi): Promise<Results> {
  await step('`docker compose up --detach --wait` makes every service healthy', () => stack.up());
  for (const line of await figures(stack)) process.stdout.write(`  ${line}\n`);
  await step('ports are published on loopback only', () => expectLoopback(stack));
  await step('a process that dies is started again', () => expectRestart(stack, api));
  const sites = await listedFilings(stack);
  const totals = await step('each chamber is scraped completely, the Senate by Chromium', async () => {
    const results = await resultsOf(api, await startScrapes(api, sites));
    await expectComplete(api, sites, results);
    return results;
  });
  process.stdout.write(`  ${describeResults(totals)}\n`);
  await step(`\`--scale house-scraper=${HOUSE_SCRAPERS}\` makes ${HOUSE_SCRAPERS} workers`, async () => {
    await stack.up('--scale', `house-scraper=${HOUSE_SCRAPERS}`);
    const workers = (await api.workers()).filter(({ chamber }) => chamber === 'house');
    assert.equal(workers.length, HOUSE_SCRAPERS);
  });
  await step('a second scrape stores nothing again', async () => {
    expectNothingNew(totals, await resultsOf(api, await startScrapes(api, sites)));
  });
  return totals;
}

/** Returns all secrets of the stack. */
async function startClosed(stack: ComposeStack, ports: Ports): Promise<Secrets> {
  await step('the stack for the live sites starts, with new secrets and no data', () => stack.up());
  await step('ports are published on loopback only', () => expectLoopback(stack));
  await step('without a key the gateway shows its health only', () => expectKeyNeeded(ports.http));
  const secrets = await step('`docker compose cp` gives the operator the secrets', () => takeSecrets(stack));
  await step('each service can read its own secrets only', () => expectOwnSecretsOnly(stack));
  await step('NATS refuses plain text, and whoever has no key', () =>
    expectClosedNats(ports.nats, secrets.get('nats-ca.pem')!),
  );
  await step('each user of NATS may do what it needs, and the operator’s everything', () => expectUsersRights(stack));
  return secrets;
}

async function scrapeAndKill(stack: ComposeStack, api: GatewayApi, totals: Results): Promise<void> {
  const sites = await listedFilings(stack);
  const tasks = await startScrapes(api, sites);
  await killEachInTheMiddle(stack, api, tasks);
  await step('the totals are those of the undisturbed scrape', async () => {
    const results = await resultsOf(api, tasks);
    assert.deepEqual(results, totals);
    await expectComplete(api, sites, results);
    for (const [chamber, id] of tasks) {
      assert.ok((await api.attempts(id)) > 1, `${chamber}: no attempt ended with its scraper`);
    }
  });
}

async function takeDown(stack: ComposeStack): Promise<void> {
  await step('containers, volumes and image tags are gone', async () => {
    await stack.down();
    const tags = await docker(['images', '--format', '{{.Repository}}:{{.Tag}}', '--filter', `reference=*:${PROJECT}`]);
    if (tags !== '') await docker(['image', 'rm', ...tags.split('\n')]);
    assert.equal(
      await docker(['ps', '--all', '--quiet', '--filter', `label=com.docker.compose.project=${PROJECT}`]),
      '',
    );
    assert.equal(await docker(['volume', 'ls', '--quiet', '--filter', `name=${PROJECT}`]), '');
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
