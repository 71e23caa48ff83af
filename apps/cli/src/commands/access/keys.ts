import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { type Role, ROLES } from '#rotunda/contracts/light';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { segment } from '../../api/rotunda-api.js';
import { audited } from '../../audited.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { colourOf } from '../../output/paint.js';
import type { Column } from '../../output/table.js';

interface Key {
  id: string;
  name: string;
  role: Role;
  state: string;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
}

/** The answer to `POST keys`, which has more fields. */
type MadeKey = Pick<Key, 'id' | 'name' | 'role' | 'expires_at'> & { key: string };

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

function addMake(keys: Command, { output }: Cli): void {
  const make = keys
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
      const made = direct
        ? await makeDirectly(name, role, expiresAt)
        : await apiOf(keys).post<MadeKey>('/keys', { name, role, expires_at: expiresAt });
      // Alone on standard output, so that it can go into a file.
      output.show(made, () => ({ lines: [made.key], quiet: [made.key] }));
      output.hint('This is the only time that the key is shown.');
    });
  examples(
    make,
    ['rotunda keys make --name "night report" --days 90 > report-key', 'a key that reads, for a program'],
    ['rotunda keys make --name Ada --role admin --direct', 'if nobody can get in any more'],
  );
}

async function makeDirectly(name: string, role: Role, expiresAt: Date | null): Promise<MadeKey> {
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
  return { id: made.id, name, role, expires_at: params.expires_at, key: made.text };
}

function addList(keys: Command, { output }: Cli): void {
  const list = keys
    .command('list', { isDefault: true })
    .description('list all keys, also revoked and expired ones, without their secrets')
    .action(async () => {
      const answer = await apiOf(keys).get<{ data: Key[] }>('/keys');
      output.list(answer, { rows: answer.data, columns: COLUMNS, id: ({ id }) => id, empty: 'There are no keys.' });
    });
  examples(list, ['rotunda keys list', 'who has a key, and when it was last used']);
}

function addRevoke(keys: Command, { output }: Cli): void {
  const revoke = keys
    .command('revoke')
    .description('revoke a key for good, and end its sessions')
    .addArgument(new Argument('<id>', 'of the key, as "list" shows it'))
    .action(async (id: string) => {
      await apiOf(keys).send(`/keys/${segment(id)}`, { method: 'DELETE' });
      output.show({ id, state: 'revoked' }, () => ({ lines: [`${id} is revoked.`], quiet: [id] }));
    });
  examples(revoke, ['rotunda keys revoke 5d41402abc4b2a76', 'whoever has it is refused within seconds']);
}

const COLUMNS: Column<Key>[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'role', cell: ({ role }) => role },
  { name: 'state', cell: ({ state }) => state, colour: ({ state }) => colourOf(state) },
  { name: 'last used', cell: ({ last_used_at }) => last_used_at ?? 'never' },
  { name: 'expires', cell: ({ expires_at }) => expires_at ?? 'never' },
  { name: 'name', cell: ({ name }) => name },
];

function readDays(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_DAYS) return Number(text);
  throw new InvalidArgumentError(`It must be a number of days, 1 to ${MOST_DAYS}.`);
}
