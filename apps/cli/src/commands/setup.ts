import type { Command } from 'commander';
import type { Cli } from '../cli.js';

export function addSetup(program: Command, { terminal }: Cli): void {
  program
    .command('setup')
    .summary('bring NATS and Postgres up to date')
    .description('bring NATS (NATS_URL) and Postgres (DATABASE_URL) up to date with this version')
    .action(async () => {
      const changes = await (await import('../setup/setup.js')).setUp();
      for (const change of changes) terminal.say(change);
      terminal.say(changes.length === 0 ? 'Nothing to do: NATS and Postgres are up to date.' : 'Set-up is complete.');
    });
}
