import { bootstrap, main } from './bootstrap.mjs';
import { runSource } from './run-source.mjs';

/**
 * `npm run test:chaos -- --minutes 10`: kills real processes at random; needs the build and a nats-server. With
 * `--group 10` it runs so many groups, each disturbed half-way.
 */
await main(async () => {
  await bootstrap({ natsServer: true });
  const args = process.argv.slice(2);
  const isOfGroups = args.some((argument) => /^--group(?:=|$)/.test(argument));
  await runSource(isOfGroups ? 'test/failure/group/group-main.ts' : 'test/failure/chaos/main.ts', args);
});
