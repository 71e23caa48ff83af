import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { PostgresServer } from '#rotunda/embedded';
import { migrate } from '#rotunda/persistence';
import { databaseUrl, onServer, TEMPLATE_DATABASE } from './postgres.js';

/** Nothing here has to survive a power cut. Statistics would differ from run to run: no autovacuum. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

/** With the process id of the run, so that a later run knows which folders nobody needs any more. */
const FOLDER = /^rotunda-test-(\d+)-/;

/** vitest's global setup: one Postgres for the whole run, with a migrated template to clone. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns();
  const folder = await mkdtemp(join(tmpdir(), `rotunda-test-${process.pid}-`));
  // mkdtemp makes it 0700; run as root, Postgres has a user of its own, which must get in.
  await chmod(folder, 0o755);
  const server = await PostgresServer.start({ dataDir: join(folder, 'postgres'), settings: SETTINGS });
  await onServer(server.url, (client) => client.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`));
  await migrate(databaseUrl(server.url, TEMPLATE_DATABASE));
  project.provide('postgresUrl', server.url);

  return async () => {
    await server.stop();
    await rm(folder, { recursive: true });
    // Below a closed TMPDIR the data stands elsewhere: see PostgresServer.
    await rm(dirname(server.dataDir), { recursive: true, force: true });
  };
}

/** A run that was killed could not stop its Postgres, which would sit there for ever. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1]);
    const folder = join(tmpdir(), name);
    if (!pid || isAlive(pid) || !(await isOurs(folder))) continue;
    await PostgresServer.stopLeftBehind(join(folder, 'postgres'));
    await rm(folder, { recursive: true, force: true });
  }
}

/** Another user's folder is theirs to sweep; one that is gone was just swept by another run. */
async function isOurs(folder: string): Promise<boolean> {
  const [found] = await Promise.allSettled([stat(folder)]);
  return found.status === 'fulfilled' && found.value.uid === process.getuid?.();
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
