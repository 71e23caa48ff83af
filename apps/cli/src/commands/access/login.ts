import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inOneLine, type Role } from '#rotunda/contracts/light';
import type { Command } from 'commander';
import { accessOf, addGatewayOption, gatewayOf, type KeySource, typedKeyFile } from '../../api/gateway-option.js';
import { ourEnvironment, readKey } from '../../api/key.js';
import { RotundaApi } from '../../api/rotunda-api.js';
import { gatewayName, readSavedKeys, SAVED_KEYS, savedKeysFolder, savedKeysText } from '../../api/saved-keys.js';
import type { Cli } from '../../cli.js';
import { EXIT_CODES, UsageError } from '../../exit-codes.js';
import { askSecret } from '../../output/ask-secret.js';
import { canAsk } from '../../output/confirm.js';
import { examples } from '../../output/examples.js';
import { fieldLines } from '../../output/fields.js';
import { SecretFiles } from '../../secrets/secret-files.js';

/** The answer of `GET session`, which has more fields. */
interface Session {
  kind: 'key' | 'session' | 'open' | null;
  id: string | null;
  name: string | null;
  role: Role | null;
  expires_at: string | null;
}

/** What a header can carry. */
const ONE_WORD = /^[\x21-\x7e]+$/;
const WINNERS = ['ROTUNDA_KEY_FILE', 'ROTUNDA_KEY'];

/** `login`, `logout`, `whoami`: with which key this person asks which gateway. */
export function addLogin(program: Command, cli: Cli): void {
  addIn(program, cli);
  addOut(program, cli);
  addWhoami(program, cli);
}

function addIn(program: Command, { output }: Cli): void {
  const login = addGatewayOption(program.command('login'))
    .description('check a key and save it for this gateway, readable by you only')
    .action(async () => {
      const gateway = gatewayOf(login);
      const key = await keyToSave(login);
      const session = await new RotundaApi(gateway, key).get<Session>('/session');
      if (session.kind !== 'key') throw new Error(`${gateway} does not check keys: it is no gateway of this version.`);
      const file = await save(new Map([...readSavedKeys(), [gatewayName(gateway), key]]));
      const { id, name, role } = session;
      output.show({ gateway, ...session, file }, () => ({
        lines: [inOneLine(`You are ${name} (${role}) at ${gateway} from now on; the key is in ${file}.`)],
        quiet: id === null ? [] : [id],
      }));
      for (const name of WINNERS)
        if (ourEnvironment()[name]) output.hint(`${name} is set, and wins over the saved key.`);
    });
  examples(
    login,
    ['rotunda login', 'asks for the key, and does not show it'],
    ['rotunda login --gateway https://rotunda.example.org --key-file night-report.key', 'with the key in a file'],
    ['rotunda login < night-report.key', 'the same, from standard input'],
  );
}

/** Of the command line's file, of a person at a terminal, or from standard input. */
async function keyToSave(login: Command): Promise<string> {
  const file = typedKeyFile(login);
  const key = file === undefined ? await typedKey() : readKey(file);
  if (!key) throw new UsageError('No key was given. "rotunda keys make" makes one, with the key of an admin.');
  if (!ONE_WORD.test(key)) throw new UsageError('That is no key: a key is one word, such as rtd_….');
  return key;
}

const typedKey = async (): Promise<string> =>
  (canAsk() ? await askSecret('Key (it is not shown): ') : await text(process.stdin)).trim();

function addOut(program: Command, { output }: Cli): void {
  const logout = addGatewayOption(program.command('logout'))
    .description('forget the key that is saved for this gateway')
    .option('--all', 'the keys for all gateways', false)
    .action(async ({ all }: { all: boolean }) => {
      const gateway = all ? null : gatewayOf(logout);
      const forgotten = await (gateway === null ? forgetAll() : forget(gatewayName(gateway)));
      const where = gateway ?? 'any gateway';
      output.show({ gateway, forgotten }, () => ({
        lines: [forgotten ? `No key is saved for ${where} any more.` : `No key was saved for ${where}.`],
      }));
      if (forgotten) output.hint('A key stays valid until an admin revokes it: rotunda keys revoke <id>');
    });
  examples(
    logout,
    ['rotunda logout', 'from the usual gateway, or that of ROTUNDA_GATEWAY'],
    ['rotunda logout --all', 'from all of them; this also removes a damaged file'],
  );
}

async function forget(gateway: string): Promise<boolean> {
  const keys = new Map(readSavedKeys());
  if (!keys.delete(gateway)) return false;
  await save(keys);
  return true;
}

async function forgetAll(): Promise<boolean> {
  const folder = savedKeysFolder();
  if (folder === null) return false;
  return rm(join(folder, SAVED_KEYS)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return false;
    },
  );
}

/** @returns the path of the file */
async function save(keys: ReadonlyMap<string, string>): Promise<string> {
  const folder = savedKeysFolder();
  if (folder === null)
    throw new Error('There is no home to save a key in: set XDG_CONFIG_HOME, or use ROTUNDA_KEY_FILE.');
  const files = await SecretFiles.in(folder);
  await files.write(SAVED_KEYS, savedKeysText(keys));
  return files.path(SAVED_KEYS);
}

function addWhoami(program: Command, cli: Cli): void {
  const whoami = addGatewayOption(program.command('whoami'))
    .description('which gateway is asked, with which key, and where that came from')
    .action(async () => {
      const { gateway, key } = accessOf(whoami);
      const session = await new RotundaApi(gateway, key?.text).get<Session>('/session');
      cli.output.show({ gateway, key_source: key?.source ?? null, ...session }, () => ({
        lines: fieldLines([
          ['gateway', gateway],
          ['you are', whoIs(session)],
          ['role', session.role],
          ['key', session.kind === 'key' ? session.id : null],
          ['from', key && whereFrom(key.source)],
          ['valid until', session.kind === 'key' ? (session.expires_at ?? 'it is revoked') : null],
        ]),
        quiet: session.id === null ? [] : [session.id],
      }));
      if (session.kind === null) {
        cli.output.hint('This gateway asks for a key: rotunda login');
        cli.exitCode = EXIT_CODES.failed;
      }
    });
  examples(
    whoami,
    ['rotunda whoami', 'the usual gateway, or that of ROTUNDA_GATEWAY'],
    ['rotunda whoami --quiet || rotunda login', 'in a script: logs in if there is no key'],
  );
}

function whoIs({ kind, name }: Session): string | null {
  if (kind === 'open') return 'anyone: this gateway asks for no key';
  return kind === null ? 'nobody' : name;
}

const whereFrom = (source: KeySource): string => (source === 'saved' ? 'rotunda login' : source);
