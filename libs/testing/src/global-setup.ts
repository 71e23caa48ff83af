import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { PostgresServer } from '#rotunda/embedded';
import { migrate } from '#rotunda/persistence';
import './ends-with-us.js';
import { databaseUrl, onServer, TEMPLATE_DATABASE } from './postgres.js';
import { sweepTestFolders, testFolder } from './test-folder.js';

/** Nothing here must survive a power cut. Autovacuum would make statistics differ from run to run. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

/** vitest's global set-up: one Postgres for the whole run, with a migrated template to clone. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  await sweepTestFolders();
  const folder = await testFolder();
  const server = await PostgresServer.start({ dataDir: join(folder, 'postgres'), settings: SETTINGS });
  await onServer(server.url, (client) => client.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`));
  await migrate(databaseUrl(server.url, TEMPLATE_DATABASE));
  project.provide('postgresUrl', server.url);

  return async () => {
    await server.stop();
    await rm(folder, { recursive: true });
    // If TMPDIR is closed to other users, the data is elsewhere: see PostgresServer.
    await rm(dirname(server.dataDir), { recursive: true, force: true });
    // Folders of this run's test files that ran out of time.
    await sweepTestFolders();
  };
}
