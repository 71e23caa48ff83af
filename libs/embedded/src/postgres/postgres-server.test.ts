import { execFile } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { eventually } from '#rotunda/testing';
import { makeSymlinks, reachableBinaries } from './postgres-binaries.js';
import { removeAbandonedShelters } from './postgres-shelter.js';
import { PostgresServer, type PostgresServerOptions } from './postgres-server.js';

const isRoot = process.getuid?.() === 0;

let folder: string;
let dataDir: string;
const running: PostgresServer[] = [];

/** Data with the database, made once, as a stopped server leaves them. */
let template: string;
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), `rotunda-test-${process.pid}-`));
  await chmod(template, 0o755);
  await (await PostgresServer.start({ dataDir: join(template, 'postgres'), settings: { fsync: 'off' } })).stop();
});
afterAll(() => rm(template, { recursive: true }));

/** For tests of existing data: `initdb` costs more than most of them. */
async function copyTemplate(): Promise<void> {
  const files = ['postgres', 'postgres.password'].map((name) => join(template, name));
  // Owners are kept, which fs.cp does not.
  await promisify(execFile)('cp', ['-Rp', ...files, folder]);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), `rotunda-test-${process.pid}-`));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'postgres');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  await rm(folder, { recursive: true });
});

async function start(options: Partial<PostgresServerOptions> = {}): Promise<PostgresServer> {
  const server = await PostgresServer.start({ dataDir, settings: { fsync: 'off' }, ...options });
  running.push(server);
  return server;
}

async function ask(server: PostgresServer, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('PostgresServer', () => {
  it('is a Postgres 18 in UTF-8 that folds case beyond ASCII', async () => {
    const server = await start();
    expect(await ask(server, `SELECT lower('ÑÉ') AS folded, current_setting('server_encoding') AS encoding`)).toEqual([
      { folded: 'ñé', encoding: 'UTF8' },
    ]);
    expect(await ask(server, `SELECT current_setting('server_version') LIKE '18.%' AS is_18`)).toEqual([
      { is_18: true },
    ]);
  });

  it('keeps its data from one start to the next, and its password to its owner', async () => {
    const first = await start();
    await ask(first, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await first.stop();
    await first.stop();
    expect(await ask(await start(), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600);
  });

  it('ignores the PG… variables of the shell, and so do its clients', async () => {
    await copyTemplate();
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const [name, value] of Object.entries({
      PGSSLMODE: 'require',
      PGSSLNEGOTIATION: 'direct',
      PGOPTIONS: '-csearch_path=foo',
      PGHOST: 'elsewhere.invalid',
      PGUSER: 'somebody',
      PGPORT: '1',
      PGDATABASE: 'theirs',
      PGPASSWORD: 'wrong',
      PGCLIENT_ENCODING: 'LATIN1',
      PGREPLICATION: 'database',
      PGDATA: '/nowhere',
    })) {
      vi.stubEnv(name, value);
    }
    const server = await start();
    expect(await ask(server, 'SHOW search_path')).toEqual([{ search_path: '"$user", public' }]);
    await ask(server, 'CREATE TABLE kept AS SELECT 7 AS seven');
  });

  it('refuses a wrong password', async () => {
    await copyTemplate();
    const server = await start();
    const url = new URL(server.url);
    url.password = 'wrong';
    await expect(new Client({ connectionString: url.href }).connect()).rejects.toThrow(
      'password authentication failed',
    );
  });

  it('stops the server of a killed run, then serves the same data', async () => {
    await copyTemplate();
    const leftBehind = await start();
    await ask(leftBehind, 'CREATE TABLE kept AS SELECT 7 AS seven');
    const lines: string[] = [];
    const server = await start({ log: (line) => lines.push(line) });
    await leftBehind.exited;
    expect(lines).toEqual([expect.stringContaining(`process ${leftBehind.pid}`)]);
    expect(await ask(server, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
  });

  it('recovers after it was killed itself', async () => {
    await copyTemplate();
    const killed = await start();
    await ask(killed, 'CREATE TABLE kept AS SELECT 7 AS seven');
    process.kill(killed.pid, 'SIGKILL');
    await killed.exited;
    expect(await ask(await start(), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
  });

  it('waits for the processes of a killed server, which hold its memory for a moment', async () => {
    await copyTemplate();
    const killed = await start();
    const client = new Client({ connectionString: killed.url });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const backend = rows[0]!.pid;
    process.kill(backend, 'SIGSTOP');
    process.kill(killed.pid, 'SIGKILL');
    await killed.exited;
    const starting = start();
    await eventually('a first try in vain', async () =>
      (await readFile(`${dataDir}.log`, 'utf8').catch(() => '')).includes('still in use'),
    );
    process.kill(backend, 'SIGCONT');
    expect(await ask(await starting, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await client.end();
  });

  it('is not fooled by a pid file whose number belongs to another program', async () => {
    await copyTemplate();
    const other = await start({ dataDir: join(folder, 'other') });
    await writeFile(join(dataDir, 'postmaster.pid'), `${other.pid}\n${dataDir}\n`);
    expect(await ask(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await ask(other, 'SELECT 2 AS two')).toEqual([{ two: 2 }]);
  });

  it('says what to do about the data of another major version', async () => {
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(/written by Postgres 17; this is Postgres 18.*pg_dump/);
  });

  it('says what to do about a lost password', async () => {
    await copyTemplate();
    await rm(`${dataDir}.password`);
    await expect(start()).rejects.toThrow(/postgres\.password is missing.*put it back/);
  });

  it('fails with the end of its log if it can not start', async () => {
    await copyTemplate();
    await expect(start({ settings: { no_such_setting: 'x' } })).rejects.toThrow(
      'unrecognized configuration parameter "no_such_setting"',
    );
  });

  it('fails if the requested port is taken', async () => {
    await copyTemplate();
    const { port } = await start();
    await expect(start({ dataDir: join(folder, 'other'), port })).rejects.toThrow('Address already in use');
  });
});

describe('the links of the libraries', () => {
  const LINKS = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
  ];

  beforeEach(async () => {
    await mkdir(join(folder, 'native', 'lib'), { recursive: true });
    await writeFile(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(LINKS));
    await writeFile(join(folder, 'native', 'lib', 'libpq.so.5.18'), 'library');
  });

  it('are made if the install script did not run, and only those that are missing', async () => {
    await symlink('libpq.so.5.18', join(folder, 'native', 'lib', 'libpq.so'));
    await makeSymlinks(folder);
    await makeSymlinks(folder);
    expect(await readlink(join(folder, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(await readFile(join(folder, 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  });

  it('that can not be made lead to an error with what to do', async () => {
    await symlink('nowhere', join(folder, 'native', 'lib', 'libpq.so'));
    await expect(makeSymlinks(folder)).rejects.toThrow(
      /libpq\.so can't be made \(EEXIST.*npm ci --ignore-scripts=false/,
    );
  });
});

describe.runIf(isRoot)('as root', () => {
  it('serves a copy that root made of the data', async () => {
    await copyTemplate();
    const original = await start();
    await ask(original, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await original.stop();
    const copy = join(folder, 'copy');
    await cp(dataDir, copy, { recursive: true });
    await cp(`${dataDir}.password`, `${copy}.password`);
    await chown(copy, 0, 0);
    const lines: string[] = [];
    const server = await start({ dataDir: copy, log: (line) => lines.push(line) });
    expect(await ask(server, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    expect(lines).toEqual([expect.stringContaining('are a copy that belongs to root')]);
  });

  it('keeps the data in /var/tmp if the user postgres can not enter, and says so', async () => {
    await chmod(folder, 0o700);
    const lines: string[] = [];
    const server = await start({ log: (line) => lines.push(line) });
    onTestFinished(() => rm(dirname(server.dataDir), { recursive: true, force: true }));
    expect(server.dataDir).toMatch(/^\/var\/tmp\/rotunda-[0-9a-f]{8}\/postgres$/);
    expect(lines).toEqual([expect.stringContaining(dirname(server.dataDir))]);
    await server.stop();
    const again = await start();
    expect(again.dataDir).toBe(server.dataDir);

    // Whoever deletes the folder deletes the data: the next start of any of our servers removes the rest.
    await rm(folder, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), `rotunda-test-${process.pid}-`));
    await chmod(folder, 0o755);
    await start({ dataDir: join(folder, 'other'), log: (line) => lines.push(line) });
    await again.exited;
    await expect(stat(dirname(server.dataDir))).rejects.toThrow('ENOENT');
    expect(lines.at(-1)).toMatch(/^Removing \/var\/tmp\/rotunda-[0-9a-f]{8}: .* is gone$/);
  });

  it('keeps data in /var/tmp whose own place is unknown, or on a disk that is not mounted', async () => {
    await chmod(folder, 0o700);
    const server = await start();
    await server.stop();
    const shelter = dirname(server.dataDir);
    onTestFinished(() => rm(shelter, { recursive: true, force: true }));
    const note = join(shelter, 'belongs-to.json');
    const { device } = JSON.parse(await readFile(note, 'utf8')) as { device: number };
    for (const text of [JSON.stringify({ dataDir: '/not-mounted/rotunda/postgres', device: device + 1 }), '', '{}']) {
      await writeFile(note, text);
      await removeAbandonedShelters(() => undefined);
      expect((await stat(server.dataDir)).isDirectory()).toBe(true);
    }
    const gone = { dataDir: join(folder, 'gone', 'postgres'), device };
    await writeFile(note, JSON.stringify(gone));
    await removeAbandonedShelters(() => undefined);
    await expect(stat(shelter)).rejects.toThrow('ENOENT');
  });

  it('copies the programs once if the user postgres can not reach them', async () => {
    await mkdir(join(folder, 'native', 'bin'), { recursive: true });
    await writeFile(join(folder, 'native', 'bin', 'postgres'), '', { mode: 0o700 });
    await chmod(folder, 0o700);
    const version = `test-${process.pid}`;
    const shipped = { version, postgres: join(folder, 'native', 'bin', 'postgres'), initdb: 'unused' };
    const account = { name: 'nobody', uid: 65534, gid: 65534 };
    const lines: string[] = [];
    const first = await reachableBinaries(shipped, account, (line) => lines.push(line));
    onTestFinished(() => rm(dirname(dirname(first.postgres)), { recursive: true }));
    const second = await reachableBinaries(shipped, account, (line) => lines.push(line));
    expect(second).toEqual(first);
    expect(lines).toHaveLength(1);
    expect((await stat(first.postgres)).mode & 0o777).toBe(0o755);
  });
});
