import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { BUCKETS, commandSubject, STREAMS } from '#rotunda/contracts';
import { makeSeed } from '#rotunda/messaging';
import { applyRoles, maintainKeys } from '#rotunda/persistence';
import { endsWithUs, eventually, gatewayDatabase, ServiceProcess, TESTS_ALL } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChamberStack } from '../contract/chamber-stack.js';
import { houseWithInterval } from './house-under-test.js';

/** Texts that appear nowhere else. */
const CANARIES = {
  gatewayPassword: 'canary-gateway',
  readPassword: 'canary-read',
  writePassword: 'canary-write',
  ownerPassword: 'canary-owner',
  natsPassword: 'canary-nats',
  urlPassword: 'canary-url',
  dashboardPassword: 'canary-dashboard',
  guessedPassword: 'canary-guess',
  otlpHeader: 'canary-otlp',
};
const VERBOSE = {
  LOG_LEVEL: 'verbose',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
  OTEL_EXPORTER_OTLP_HEADERS: `authorization=Basic ${CANARIES.otlpHeader}`,
};
const URL_WITH_PASSWORD = `https://someone:${CANARIES.urlPassword}@site.example/x`;
const COMPLAINT = /"level":"(warn|error|fatal)".*(NATS|Postgres|Settings to correct)/;

let stack: ChamberStack;
let roles: ChamberStack['roles'];
let services: ServiceProcess[];
let gateway: ServiceProcess;
let admin: string;
let cookie = '';
const wrongSeed = makeSeed();
const answers: string[] = [];

beforeAll(async () => {
  stack = await ChamberStack.start(houseWithInterval(0));
  roles = Object.fromEntries(
    Object.entries(stack.roles).map(([role, url]) => [role, withPassword(url, `canary-${role}`)]),
  ) as typeof roles;
  await applyRoles(stack.database.url, roles);
  const made = { name: 'canaries', role: 'admin', expiresAt: null } as const;
  admin = (await maintainKeys(stack.database.url, (keys) => keys.make(made))).text;
  const onBus = (user: string) => ({ NATS_URL: stack.nats.server.url, ...stack.nats.users.environment(user) });
  services = await Promise.all([
    ServiceProcess.start('gateway', {
      ...{ ...onBus('gateway'), ...gatewayDatabase(roles), ...VERBOSE },
      ...{ KEYS_REQUIRED: 'true', DASHBOARD_PASSWORD: CANARIES.dashboardPassword },
    }),
    ServiceProcess.start('scheduler', { ...onBus('scheduler'), ...VERBOSE }),
    stack.startScraper({ DATABASE_URL: roles.write, ...VERBOSE }),
  ]);
  gateway = services[0]!;
});
afterAll(async () => {
  await Promise.all((services ?? []).map((service) => service.stop()));
  await stack?.stop();
});

function withPassword(url: string, password: string): string {
  const changed = new URL(url);
  changed.password = password;
  return changed.href;
}

/** Starts a service that can't work with these settings, until it says so; returns what it printed. */
async function failedStart(app: string, env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], {
    env: { PATH: process.env['PATH'], HTTP_PORT: '0', ...VERBOSE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endsWithUs(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const exited = once(child, 'exit');
  await eventually(`${app} to complain`, () => COMPLAINT.test(printed) || child.exitCode !== null);
  child.kill('SIGKILL');
  await exited;
  return printed;
}

function failedStarts(): Promise<string[]> {
  const url = stack.nats.server.url;
  const unreachable = `postgres://someone:${CANARIES.ownerPassword}@127.0.0.1:9/x`;
  const enough = [
    failedStart('scheduler', { NATS_URL: url, NATS_NKEY_SEED: wrongSeed }),
    failedStart('gateway', { NATS_URL: url, DATABASE_URL: withPassword(roles.gateway, CANARIES.ownerPassword) }),
    failedStart('gateway', {
      ...{ NATS_URL: `nats//x:${CANARIES.natsPassword}`, NATS_NKEY_SEED: `${wrongSeed}x`, KEYS_REQUIRED: admin },
      ...{ DATABASE_URL: `postgres//x:${CANARIES.ownerPassword}@` },
    }),
  ];
  if (!TESTS_ALL) return Promise.all(enough);
  return Promise.all([
    ...enough,
    failedStart('scheduler', { NATS_URL: url, NATS_USER: 'someone', NATS_PASSWORD: CANARIES.natsPassword }),
    failedStart('scheduler', { NATS_URL: `nats://someone:${CANARIES.urlPassword}@127.0.0.1:9` }),
    failedStart('gateway', { NATS_URL: url, DATABASE_URL: unreachable }),
  ]);
}

async function ask(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: object } = {},
): Promise<Response> {
  const response = await fetch(`${gateway.url}${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  answers.push(await response.text());
  return response;
}

/** All the places where people put a key, or a password, that is not for there. */
async function misplaceSecrets(): Promise<void> {
  const headers = { authorization: `Bearer ${admin}` };
  await ask('GET', `/api/v1/trades?key=${admin}`);
  await ask('GET', `/api/v1/trades?ticker=${admin}`, { headers });
  await ask('GET', '/api/v1/trades', { headers: { 'x-api-key': admin, 'x-request-id': admin } });
  await ask('GET', '/api/v1/trades', { headers: { authorization: `Basic ${btoa(`x:${CANARIES.guessedPassword}`)}` } });
  await ask('GET', `/api/v1/tasks/${admin}`, { headers });
  await ask('GET', `/${admin}`, { headers });
  await ask('DELETE', `/api/v1/keys/${admin}`, { headers });
  await ask('POST', '/api/v1/tasks/check/house', { headers: { ...headers, 'idempotency-key': admin } });
  await ask('POST', '/api/v1/tasks/scrape/house', { headers, body: { key: admin, url: URL_WITH_PASSWORD } });
  await ask('POST', '/api/v1/tasks/scrape/house', { headers, body: { start_date: admin } });
  await ask('POST', '/api/v1/session', { body: { password: CANARIES.guessedPassword } });
  await ask('POST', '/api/v1/session', { body: { key: `${admin}x` } });
  const begun = await ask('POST', '/api/v1/session', { body: { password: CANARIES.dashboardPassword } });
  cookie = begun.headers.get('set-cookie')!.split(/[=;]/, 2)[1]!;
  const invalid = { url: URL_WITH_PASSWORD, key: admin, password: CANARIES.urlPassword };
  await stack.nats.client.publish(commandSubject('house', 'scrape'), JSON.stringify(invalid));
  await eventually('the refused command', () => stack.nats.client.nextStored(STREAMS.deadLetters, 1));
  for (const path of [
    '/api/v1/audit?limit=500',
    '/api/v1/tasks/history',
    '/api/v1/keys',
    '/metrics',
    '/health/ready',
  ]) {
    await ask('GET', path, { headers });
  }
}

/** All messages but the commands themselves and their dead letters, which stay as they were sent. */
async function onNats(): Promise<string[]> {
  const texts: string[] = [];
  for (const stream of [...Object.values(BUCKETS).map((bucket) => `KV_${bucket}`), STREAMS.taskLogs, STREAMS.audit]) {
    for (let next = 1; ;) {
      const message = await stack.nats.client.nextStored(stream, next);
      if (!message) break;
      texts.push(`${message.subject} ${new TextDecoder().decode(message.data)}`);
      next = message.sequence + 1;
    }
  }
  return texts;
}

async function inPostgres(): Promise<string[]> {
  const tables = await stack.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND table_name NOT LIKE '%document%'`,
  );
  const texts = tables.map(async ({ name }) => {
    const rows = await stack.rows<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
    return [name, ...rows.map(({ row }) => row)].join('\n');
  });
  return Promise.all(texts);
}

const secrets = (): string[] => [
  ...Object.values(CANARIES),
  ...['gateway', 'scheduler', 'house-scraper'].map((user) => stack.nats.users.environment(user)['NATS_NKEY_SEED']!),
  ...[wrongSeed, admin.slice(-43), cookie, btoa(`x:${CANARIES.guessedPassword}`)],
];

const shownIn = (texts: Record<string, string>): string[] =>
  Object.entries(texts).flatMap(([where, all]) =>
    secrets().flatMap((secret) => {
      const at = all.indexOf(secret);
      return at < 0 ? [] : [`${where}: ${all.slice(Math.max(0, at - 150), at + secret.length)}`];
    }),
  );

it('shows no secret in logs, errors, answers, tasks, the audit trail, metrics or the process list', async () => {
  await misplaceSecrets();
  const starts = await failedStarts();
  for (const printed of starts) expect(printed).toMatch(COMPLAINT);
  const commandLines = services.map(({ pid }) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
  const texts = {
    logs: services.map(({ log }) => log).join('\n'),
    starts: starts.join('\n'),
    answers: answers.join('\n'),
    nats: (await onNats()).join('\n'),
    commandLines: (await Promise.all(commandLines)).join('\n'),
  };
  expect(texts.logs.includes('"level":"debug"')).toBe(true);
  expect(texts.nats.includes('"InvalidCommand"')).toBe(true);
  for (const part of ['answers', 'starts'] as const) expect(texts[part].includes('[redacted]'), part).toBe(true);
  expect(shownIn(texts)).toEqual([]);
});

it('keeps no key and no cookie in Postgres', async () => {
  expect(cookie).toMatch(/^p\.[\w-]{43}$/);
  const postgres = (await inPostgres()).join('\n');
  expect(postgres).toContain(admin.slice(4, 20));
  expect(shownIn({ postgres })).toEqual([]);
});
