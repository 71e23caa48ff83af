import { bootstrap, main } from './bootstrap.mjs';
import { runSource } from './run-source.mjs';

/** `npm run accuracy`: runs from source, which its tests use too, so only the dependencies are needed. */
await main(async () => {
  await bootstrap({ built: false });
  await runSource('test/accuracy/main.ts', process.argv.slice(2));
});
