import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../scripts/bootstrap.mjs';
import { fillArchive } from './fill-archive.mjs';

const built = (path) => import(pathToFileURL(join(ROOT, 'dist/libs/persistence/src', path)).href);

/**
 * Fills a database as an installation has it that is upgraded: before the migration that adds the search, whose triggers
 * would work for each row. One that has filings stays as it is.
 */
export async function upgradedArchive(url, transactions) {
  const [{ dataSourceOptions }, { migrate }, { DataSource }] = await Promise.all([
    built('data-source.js'),
    built('migrate.js'),
    import('typeorm'),
  ]);
  await migrate(url);
  const dataSource = await new DataSource(dataSourceOptions({ databaseUrl: url, poolSize: 1 })).initialize();
  try {
    const [{ filled }] = await dataSource.query('SELECT EXISTS (SELECT FROM filings) AS filled');
    if (filled) return;
    const [{ later }] = await dataSource.query(
      `SELECT count(*)::int AS later FROM migrations WHERE timestamp >= (SELECT timestamp FROM migrations
       WHERE name LIKE 'AddTradeSearch%')`,
    );
    for (let n = 0; n < later; n += 1) await dataSource.undoLastMigration();
    await fillArchive(url, transactions);
    const startedMs = performance.now();
    await migrate(url);
    process.stdout.write(`The migrations: ${((performance.now() - startedMs) / 1_000).toFixed(0)} s\n`);
  } finally {
    await dataSource.destroy();
  }
}
