import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bootstrap, main, ROOT } from '../../scripts/bootstrap.mjs';
import { fillArchive } from './fill-archive.mjs';

/**
 * `npm run bench:archive -- --database-url URL [--transactions N]`: migrates an empty database and fills it with an
 * invented archive, a million trades by default, to try something at that size by hand.
 */
await main(async () => {
  const { values } = parseArgs({
    options: { 'database-url': { type: 'string' }, transactions: { type: 'string', default: '1000000' } },
  });
  const url = values['database-url'];
  if (!url) throw new Error('Say which database to fill: --database-url postgres://…; it must be empty');
  await bootstrap({});
  const { migrate } = await import(pathToFileURL(join(ROOT, 'dist/libs/persistence/src/migrate.js')).href);
  await migrate(url);
  await fillArchive(url, Number(values.transactions));
});
