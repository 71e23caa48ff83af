import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { PostgresServer } from '#rotunda/embedded';
import { migrate } from '#rotunda/persistence';
import './ends-with-us.js';
import { databaseUrl, onServer, TEMPLATE_DATABASE } from './postgres.js';
import { sweepTestFolders, testFolder } from './test-folder.js';

/** Nothing here has to survive a power cut. Statistics would differ from run to run: no autovacuum. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

/** vitest's global setup: one Postgres for the whole run, with a migrated template to clone. */
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
    // Below a closed TMPDIR the data stands elsewhere: see PostgresServer.
    await rm(dirname(server.dataDir), { recursive: true, force: true });
    // Those of this run's test files that ran out of time.
    await sweepTestFolders();
  };
}
