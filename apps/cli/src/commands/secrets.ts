import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import type { SecretsOptions } from '../secrets/make-secrets.js';

export function addSecrets(program: Command, { terminal }: Cli): void {
  program
    .command('secrets')
    .description('make keys and certificates for NATS')
    .command('make')
    .description('make those that are missing, and write the server’s users (nats-users.conf) anew')
    .argument('<dir>', 'folder for them; only its owner can read the files')
    .option(
      '--tls-host <name>',
      'a further name or address of nats-server, for its certificate (may be repeated)',
      add,
      [],
    )
    .option('--open', 'whoever comes to NATS without credentials gets the operator’s rights: for loopback only', false)
    .action(async (folder: string, options: SecretsOptions) => {
      await (await import('../secrets/make-secrets.js')).makeSecrets(folder, options);
      terminal.say(`The secrets are in ${folder}.`);
    });
}

const add = (value: string, before: string[]): string[] => [...before, value];
