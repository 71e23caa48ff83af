import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { type Role, ROLES } from '#rotunda/contracts/light';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { segment } from '../../api/rotunda-api.js';
import { audited } from '../../audited.js';
import type { Cli } from '../../cli.js';

interface Key {
  id: string;
  name: string;
  role: Role;
  state: string;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
}

interface NewKey {
  name: string;
  role: Role;
  days?: number;
  direct: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const MOST_DAYS = 36_500;

/** Who may use the gateway. */
export function addKeys(program: Command, cli: Cli): void {
  const keys = addGatewayOption(program.command('keys').description('make, list and revoke keys of the gateway'));
  addMake(keys, cli);
  addList(keys, cli);
  addRevoke(keys, cli);
}

function addMake(keys: Command, { terminal }: Cli): void {
  keys
    .command('make')
    .description('make a key and print it, this once')
    .requiredOption('--name <text>', 'who uses it, and for what')
    .addOption(
      new Option('--role <role>', 'look: read; act: also command and decide; admin: also keys and purges')
        .choices(ROLES)
        .default('look'),
    )
    .option('--days <number>', 'after which it expires (default: never)', readDays)
    .option('--direct', 'without a gateway, in the database of DATABASE_URL', false)
    .action(async ({ name, role, days, direct }: NewKey) => {
      const expiresAt = days === undefined ? null : new Date(Date.now() + days * DAY_MS);
      const text = direct
        ? await makeDirectly(name, role, expiresAt)
        : (await apiOf(keys).post<{ key: string }>('/keys', { name, role, expires_at: expiresAt })).key;
      // Alone on standard output, so that it can go into a file.
      terminal.say(text);
      terminal.warn('This is the only time that the key is shown.');
    });
}

async function makeDirectly(name: string, role: Role, expiresAt: Date | null): Promise<string> {
  const { databaseSettings, maintainKeys } = await import('#rotunda/persistence');
  const { readConfiguration } = await import('#rotunda/runtime');
  const { DATABASE_URL } = readConfiguration({ DATABASE_URL: databaseSettings.DATABASE_URL });
  const params = { name, role, expires_at: expiresAt?.toISOString() ?? null };
  const action = { action: 'key.make', target: null, params } as const;
  const made = await maintainKeys(DATABASE_URL, (keys, audit) =>
    audited(
      audit,
      action,
      () => keys.make({ name, role, expiresAt }),
      ({ id }) => id,
    ),
  );
  return made.text;
}

function addList(keys: Command, { terminal }: Cli): void {
  keys
    .command('list')
    .description('list all keys, also revoked and expired ones, without their secrets')
    .action(async () => {
      const { data } = await apiOf(keys).get<{ data: Key[] }>('/keys');
      for (const key of data) terminal.say(keyLine(key));
    });
}

function addRevoke(keys: Command, { terminal }: Cli): void {
  keys
    .command('revoke')
    .description('revoke a key for good, and end its sessions')
    .addArgument(new Argument('<id>', 'of the key, as "list" shows it'))
    .action(async (id: string) => {
      await apiOf(keys).send(`/keys/${segment(id)}`, { method: 'DELETE' });
      terminal.say(`${id} is revoked.`);
    });
}

function keyLine({ id, name, role, state, expires_at, last_used_at }: Key): string {
  const used = last_used_at === null ? 'never used' : `last used ${last_used_at}`;
  const end = expires_at === null ? '' : `, expires ${expires_at}`;
  return `${id}  ${role.padEnd(5)}  ${state.padEnd(7)}  ${name} (${used}${end})`;
}

function readDays(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_DAYS) return Number(text);
  throw new InvalidArgumentError(`It must be a number of days, 1 to ${MOST_DAYS}.`);
}
