import { bootstrap, main } from './bootstrap.mjs';
import { runSource } from './run-source.mjs';

/** `npm run screenshots [-- --out DIR] [--page tasks]`: each page of the dashboard, light, dark and on a phone. */
await main(async () => {
  await bootstrap({ natsServer: true, chromium: true });
  await runSource('test/screenshots/main.ts', process.argv.slice(2));
});
