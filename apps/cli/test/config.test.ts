import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testFolder } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addConfig } from '../src/commands/config.js';
import { configurationOf } from '../src/settings/shown-settings.js';
import { misspellings } from '../src/settings/similar-names.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

const PASSWORD = 'correct-horse';
let folder: string;

beforeAll(async () => {
  folder = await testFolder();
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  vi.stubEnv('DATABASE_URL', `postgres://rotunda:${PASSWORD}@db.example/rotunda`);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const config = (...args: string[]): Promise<Outcome> => new RunningVerb(addConfig, ['config', ...args]).outcome();
const lineOf = (name: string, { stdout }: Outcome): string | undefined =>
  stdout
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.trimEnd();

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

describe('config list', () => {
  it('has each setting of .env.example with its value and where it came from, under the same headings', async () => {
    vi.stubEnv('TASK_MAX_RETRIES', '7');
    const contact = await file('contact', 'ops@rotunda.example\n');
    vi.stubEnv('SITE_CONTACT_FILE', contact);
    const list = await config('list');
    expect(lineOf('TASK_MAX_RETRIES', list)).toMatch(/^TASK_MAX_RETRIES +7 +environment +Retries of a failed attempt/);
    expect(lineOf('TASK_MAX_CRASHES', list)).toMatch(/^TASK_MAX_CRASHES +5 +default +Worker crashes/);
    expect(lineOf('SITE_CONTACT', list)).toMatch(
      new RegExp(`^SITE_CONTACT +ops@rotunda.example +${contact} +Who runs`),
    );
    const example = await readFile(new URL('../../../.env.example', import.meta.url), 'utf8');
    const names = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!);
    expect((await config('list', '--quiet')).stdout.trimEnd().split('\n')).toEqual(names);
    expect(list.stdout).toMatch(/^Every service\nSETTING .*[^]*\n\nThe sites\nSETTING/);
  });

  it('never shows a secret, wherever it comes from', async () => {
    vi.stubEnv('NATS_PASSWORD', PASSWORD);
    vi.stubEnv('NATS_URL', `nats://user:${PASSWORD}@nats.example`);
    vi.stubEnv('NATS_NKEY_SEED', PASSWORD);
    const password = await file('password', PASSWORD);
    vi.stubEnv('DASHBOARD_PASSWORD_FILE', password);
    const outcomes = await Promise.all([
      config('list'),
      config('list', '--json'),
      config('check'),
      config('check', '--json'),
    ]);
    for (const { stdout, stderr } of outcomes) expect(stdout + stderr).not.toContain(PASSWORD);
    const list = outcomes[0];
    expect(lineOf('NATS_PASSWORD', list)).toMatch(/^NATS_PASSWORD +set +environment /);
    expect(lineOf('DASHBOARD_PASSWORD', list)).toMatch(new RegExp(`^DASHBOARD_PASSWORD +set +${password} `));
    expect(lineOf('DATABASE_URL', list)).toMatch(/postgres:\/\/\[redacted\]@db\.example\/rotunda/);
    expect(lineOf('NATS_NKEY_SEED', list)).toMatch(/^NATS_NKEY_SEED +unusable +environment/);
  });

  it('knows which settings are secret', async () => {
    const { settings } = await configurationOf(null, {});
    expect(settings.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      ...['OTEL_EXPORTER_OTLP_HEADERS', 'NATS_NKEY_SEED', 'NATS_PASSWORD', 'NATS_KEY', 'DASHBOARD_PASSWORD'],
    ]);
  });

  it('shows what one service reads, and what is set', async () => {
    expect(lineOf('HTTP_PORT', await config('list', '--service', 'house-scraper'))).toMatch(
      /^HTTP_PORT +8082 +default/,
    );
    const { settings } = await configurationOf('house-scraper', {});
    expect(settings.map(({ name }) => name)).not.toContain('SENATE_FETCH');
    const { settings: changed } = await configurationOf(null, { SENATE_FETCH: 'http' });
    expect(changed.filter(({ source }) => source !== 'default').map(({ name }) => name)).toEqual(['SENATE_FETCH']);
    vi.stubEnv('SENATE_FETCH', 'http');
    const { stdout } = await config('list', '--changed', '--service', 'senate-scraper');
    expect(stdout).toMatch(/^SENATE_FETCH +http +environment /m);
    expect(stdout).not.toContain('SENATE_BASE_URL');
  });
});

describe('config show', () => {
  it('says of one setting what it is, and who reads it', async () => {
    vi.stubEnv('RESULT_RETENTION_MS', '2h');
    expect((await config('show', 'RESULT_RETENTION_MS')).stdout).toMatch(
      /^setting +RESULT_RETENTION_MS\nwhat +How long.*\nvalue +7200000\nfrom +environment\ndefault +86400000\nread by +gateway\n$/,
    );
    expect(await config('show', 'NATS_ULR')).toEqual(failure(/no setting NATS_ULR\. Did you mean NATS_URL\?/, 'usage'));
    expect(await config('show', 'SENATE_FETCH', '--service', 'gateway')).toEqual(failure(/of gateway/, 'usage'));
  });
});

describe('config check', () => {
  it('names every wrong setting, also one that is at odds with another service’s', async () => {
    expect(await config('check')).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^(\d+) of \1 settings are usable\.\n$/),
      stderr: '',
    });
    vi.stubEnv('TASK_SOFT_LIMIT_MS', 'abc');
    vi.stubEnv('SENATE_FETCH', 'telnet');
    vi.stubEnv('NATS_CA_FILE', '/nowhere');
    vi.stubEnv('TASK_ACK_WAIT_MS', '10s');
    const { code, stdout } = await config('check');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^TASK_SOFT_LIMIT_MS: "abc" is not a duration/m);
    expect(stdout).toMatch(/^SENATE_FETCH: .*not in choices/m);
    expect(stdout).toMatch(/^NATS_CA: NATS_CA_FILE can't be read: ENOENT/m);
    expect(stdout).toMatch(/^TASK_HEARTBEAT_MS: 10 s is not shorter than the ack wait/m);
    expect(stdout).toMatch(/settings are usable, 4 to correct\.\n$/);
    expect((await config('check', '--service', 'scheduler')).stdout).toMatch(/^NATS_CA: [^\n]*\n\d+ of/);
  });

  it('names settings that exclude each other', async () => {
    vi.stubEnv('NATS_PASSWORD', PASSWORD);
    const { code, stdout } = await config('check');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^NATS_PASSWORD is set, but NATS_USER is not\.\n/)]);
  });

  it('knows that a service by itself needs a database, and "start" does not', async () => {
    vi.stubEnv('DATABASE_URL', undefined);
    expect(await config('check')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('runs a Postgres of its own'),
    });
    expect(await config('check', '--service', 'start')).toMatchObject({ code: 0, stderr: '' });
    expect(await config('check', '--service', 'gateway')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^DATABASE_URL: missing \(URL of/),
    });
  });

  it('asks about a name that nothing reads, but is nearly a setting', async () => {
    vi.stubEnv('HOUSE_REQEST_INTERVAL_MS', '5s');
    vi.stubEnv('NATS_PASWORD_FILE', '/run/secret');
    const { code, stderr } = await config('check');
    expect([code, stderr.split('\n')]).toEqual([
      0,
      expect.arrayContaining([
        'Nothing reads HOUSE_REQEST_INTERVAL_MS. Did you mean HOUSE_REQUEST_INTERVAL_MS?',
        'Nothing reads NATS_PASWORD_FILE. Did you mean NATS_PASSWORD_FILE?',
      ]),
    ]);
    expect(JSON.parse((await config('check', '--json')).stdout)).toMatchObject({ ok: true, unknown: [{}, {}] });
  });

  it('leaves names alone that are others’, also those of docker-compose.yml', async () => {
    const compose = await readFile(new URL('../../../docker-compose.yml', import.meta.url), 'utf8');
    const names = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);
    expect(names).toContain('NATS_PORT');
    const others = ['HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'NATS_KEY_FILE', 'ROTUNDA_KEY_FILE', 'LOGNAME', 'DATABASE'];
    const { settings } = await configurationOf(null, {});
    expect(
      misspellings(
        [...names, ...others],
        settings.map(({ name }) => name),
      ),
    ).toEqual([]);
    expect(misspellings(['Nats_Url', 'NAST_URL'], ['NATS_URL'])).toMatchObject([
      { meant: 'NATS_URL' },
      { meant: 'NATS_URL' },
    ]);
  });
});
