import { parseArgs } from 'node:util';
import { bootstrap, main } from '../../scripts/bootstrap.mjs';
import { upgradedArchive } from './upgraded-archive.mjs';

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
  await upgradedArchive(url, Number(values.transactions));
});
