import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { examples } from '../output/examples.js';
import type { SecretsOptions } from '../secrets/make-secrets.js';

export function addSecrets(program: Command, { output }: Cli): void {
  const secrets = program.command('secrets').description('make keys and certificates for NATS');
  const make = secrets
    .command('make')
    .description('make the keys and certificates that are missing, and write the server’s users (nats-users.conf) anew')
    .argument('<dir>', 'folder for them; only its owner can read the files')
    .option('--tls-host <name>', 'a further name or address of nats-server, for its certificate (may be repeated)', add)
    .option('--open', 'whoever comes to NATS without credentials gets the operator’s rights: for loopback only', false)
    .action(async (folder: string, options: SecretsOptions) => {
      await (await import('../secrets/make-secrets.js')).makeSecrets(folder, options);
      output.show({ folder }, () => ({ lines: [`The secrets are in ${folder}.`], quiet: [folder] }));
    });
  examples(
    make,
    ['rotunda secrets make /etc/rotunda/secrets', 'a key for each service, and the users for nats-server'],
    ['rotunda secrets make secrets --tls-host nats.example.org', 'a certificate that is good for this name too'],
  );
}

const add = (value: string, before: string[] = []): string[] => [...before, value];
