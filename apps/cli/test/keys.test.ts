import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  createTestDatabase,
  ServiceProcess,
  startTestNats,
  type TestDatabase,
  testFolder,
  type TestNats,
} from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addAudit } from '../src/commands/access/audit.js';
import { addKeys } from '../src/commands/access/keys.js';
import { addLogin } from '../src/commands/access/login.js';
import { addSites } from '../src/commands/sites.js';
import { makeFirstKey } from '../src/setup/admin-key.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

let nats: TestNats;
let database: TestDatabase;
let gateway: ServiceProcess;
let folder: string;

beforeAll(async () => {
  [nats, database, folder] = await Promise.all([startTestNats(), createTestDatabase(), testFolder()]);
  gateway = await ServiceProcess.start('gateway', {
    ...{ NATS_URL: nats.server.url, DATABASE_URL: database.url, KEYS_REQUIRED: 'true' },
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(async () => {
  await gateway?.stop();
  await nats?.stop();
  await database?.drop();
  await rm(folder, { recursive: true });
});

const keys = (...args: string[]): Promise<Outcome> =>
  new RunningVerb(addKeys, ['keys', '--gateway', gateway.url, ...args]).outcome();
const resume = (...args: string[]): Promise<Outcome> =>
  new RunningVerb(addSites, ['resume', 'house', '--gateway', gateway.url, ...args]).outcome();

it('tells the operator of a gateway that nobody can use', () => {
  expect(gateway.log).toMatch(/there is no admin key: run \\"rotunda setup\\" with SECRETS_DIR/);
});

it('writes the first admin key into a file of its owner, once, and lets it make others', async () => {
  const secrets = join(folder, 'secrets');
  const made = await Promise.all([makeFirstKey(database.url, secrets), makeFirstKey(database.url, secrets)]);
  const file = join(secrets, 'admin-key');
  expect(made.flat()).toEqual([`admin key written to ${file}`]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await makeFirstKey(database.url, secrets)).toEqual([]);

  expect(await keys('list')).toEqual(failure(/needs a key or a session.*--key-file or ROTUNDA_KEY_FILE/, 'refused'));
  const looker = await keys('make', '--name', 'night report', '--days', '90', '--key-file', file);
  expect(looker).toMatchObject({ code: 0, stdout: expect.stringMatching(/^rtd_[0-9a-f]{16}_[\w-]{43}\n$/) });
  const text = looker.stdout.trim();

  vi.stubEnv('ROTUNDA_KEY', text);
  expect(await resume()).toEqual(failure(/needs the role act; night report has look/, 'refused'));
  expect(await resume('--key-file', file)).toMatchObject({ code: 0 });
  vi.stubEnv('ROTUNDA_KEY_FILE', file);
  const listed = await keys('list');
  expect(listed.stdout).toMatch(/look +usable +20\S+Z +20\S+Z +night report$/m);
  expect(listed.stdout + gateway.log).not.toContain(text.slice(-43));
  expect(listed.stdout + gateway.log).not.toContain((await readFile(file, 'utf8')).trim().slice(-43));

  const id = text.slice(4, 20);
  expect(await keys('revoke', id)).toMatchObject({ code: 0, stdout: `${id} is revoked.\n` });
  vi.unstubAllEnvs();
  vi.stubEnv('ROTUNDA_KEY', text);
  expect(await resume()).toEqual(failure(/not valid/, 'refused'));
});

it('makes a key without a gateway, for whoever is locked out', async () => {
  vi.stubEnv('DATABASE_URL', database.url);
  const made = await keys('make', '--direct', '--name', 'locked out', '--role', 'admin');
  vi.stubEnv('ROTUNDA_KEY', made.stdout.trim());
  expect(await keys('list')).toMatchObject({ code: 0, stdout: expect.stringContaining('locked out') });
});

it('enters keys that were made without a gateway into the audit trail', async () => {
  const trail = await new RunningVerb(addAudit, [
    'audit',
    'list',
    '--source',
    'cli',
    '--action',
    'key.make',
    '--gateway',
    gateway.url,
    '--key-file',
    join(folder, 'secrets', 'admin-key'),
  ]).outcome();
  expect(
    trail.stdout
      .trimEnd()
      .split('\n')
      .filter((line) => line.includes('@')),
  ).toEqual([
    expect.stringMatching(/ ok .* key\.make +[0-9a-f]{16} /),
    expect.stringMatching(/ ok .* key\.make +[0-9a-f]{16} /),
  ]);
});

it('says which file of a key it can not read', async () => {
  expect(await keys('list', '--key-file', join(folder, 'none'))).toEqual(failure(/can't be read: ENOENT/));
});

describe('login', () => {
  const login = (...args: string[]): Promise<Outcome> =>
    new RunningVerb(addLogin, [...args, '--gateway', gateway.url]).outcome();
  let admin: string;
  let saved: string;

  beforeAll(async () => {
    admin = join(folder, 'secrets', 'admin-key');
    saved = join(folder, 'home', 'rotunda', 'credentials.json');
    await makeFirstKey(database.url, join(folder, 'secrets'));
  });
  beforeEach(() => vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'home')));

  it('saves a key that the gateway knows, for this gateway and this user alone', async () => {
    const wrong = join(folder, 'wrong-key');
    await writeFile(wrong, `rtd_${'0'.repeat(16)}_${'x'.repeat(43)}`);
    expect(await login('login', '--key-file', wrong)).toEqual(failure(/not valid.*rotunda login/, 'refused'));
    await writeFile(wrong, 'two words');
    expect(await login('login', '--key-file', wrong)).toEqual(failure(/a key is one word/, 'usage'));
    expect(await keys('list')).toEqual(failure(/needs a key/, 'refused'));

    const done = await login('login', '--key-file', admin);
    expect(done).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^You are first start \(admin\) at http.*\n$/),
    });
    expect(done.stdout + done.stderr).not.toContain((await readFile(admin, 'utf8')).trim().slice(-43));
    expect((await stat(saved)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(saved))).mode & 0o777).toBe(0o700);

    expect(await keys('list')).toMatchObject({ code: 0 });
    // The same gateway by another name: whoever answers to that may be another one.
    const elsewhere = gateway.url.replace('127.0.0.1', 'localhost');
    expect(await new RunningVerb(addKeys, ['keys', 'list', '--gateway', elsewhere]).outcome()).toMatchObject({
      code: 4,
    });
  });

  it('uses the saved key last, and says where a key came from', async () => {
    const sourceOf = async (...args: string[]): Promise<unknown> => {
      const { key_source } = JSON.parse((await login('whoami', '--json', ...args)).stdout) as { key_source: unknown };
      return key_source;
    };
    expect(await sourceOf()).toBe('saved');
    vi.stubEnv('ROTUNDA_KEY', (await readFile(admin, 'utf8')).trim());
    expect(await sourceOf()).toBe('ROTUNDA_KEY');
    vi.stubEnv('ROTUNDA_KEY_FILE', admin);
    expect(await sourceOf()).toBe('ROTUNDA_KEY_FILE');
    expect(await sourceOf('--key-file', admin)).toBe('--key-file');
    expect((await login('whoami')).stdout).toMatch(
      /^gateway +http\S+\nyou are +first start\nrole +admin\nkey +\w{16}\nfrom +ROTUNDA_KEY_FILE\nvalid until /,
    );
    expect((await login('login', '--key-file', admin)).stderr).toMatch(/ROTUNDA_KEY_FILE is set, and wins/);
  });

  it('reads no file that others can read, or that is damaged, and says how to mend it', async () => {
    await chmod(saved, 0o640);
    expect(await keys('list')).toEqual(failure(/Others can read.*: chmod 600 \S+credentials.json\n$/));
    await chmod(saved, 0o600);
    await writeFile(saved, '{"keys": ["');
    expect(await keys('list')).toEqual(failure(/damaged.*: rm \S+credentials.json\n$/));
    expect(await login('logout', '--all')).toMatchObject({ code: 0 });
    expect(await login('whoami')).toMatchObject({ code: 1, stdout: expect.stringMatching(/you are +nobody$/m) });
  });

  it('forgets the key for one gateway', async () => {
    await login('login', '--key-file', admin);
    await new RunningVerb(addLogin, ['logout', '--gateway', 'https://other.test']).outcome();
    expect(await keys('list')).toMatchObject({ code: 0 });
    expect((await login('logout')).stdout).toMatch(/^No key is saved for http\S+ any more\.\n$/);
    expect((await login('logout')).stdout).toMatch(/^No key was saved/);
    expect(await keys('list')).toMatchObject({ code: 4 });
  });
});
