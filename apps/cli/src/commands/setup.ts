import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { examples } from '../output/examples.js';

export function addSetup(program: Command, { output }: Cli): void {
  const setup = program
    .command('setup')
    .summary('bring NATS and Postgres up to date')
    .description('bring NATS (NATS_URL) and Postgres (DATABASE_URL) up to date with this version')
    .action(async () => {
      const changes = await (await import('../setup/setup.js')).setUp();
      const end = changes.length === 0 ? 'Nothing to do: NATS and Postgres are up to date.' : 'Set-up is complete.';
      output.show({ changes }, () => ({ lines: [...changes, end] }));
    });
  examples(setup, ['rotunda setup', 'before the services start, and after each update']);
}
