import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const ACCOUNT_NAME = 'postgres';
const ENTER = 0o1;

/** The system user that Postgres runs as, because it refuses to run as root. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * The account to run Postgres under: null (our own) unless we are root. For existing data it is their owner, because
 * Postgres refuses the data of another user; otherwise the user `postgres`, created if it is missing.
 */
export async function postgresAccount(dataOwner: { uid: number; gid: number } | undefined): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  if (dataOwner && dataOwner.uid !== 0) return { name: `with uid ${dataOwner.uid}`, ...dataOwner };
  return (await lookUpAccount()) ?? (await createAccount());
}

async function lookUpAccount(): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', ACCOUNT_NAME]), run('id', ['-g', ACCOUNT_NAME])]);
    return { name: ACCOUNT_NAME, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch (error) {
    // `id` exits with 1 if there is no such user; any other error (no `id` at all) is real.
    if ((error as { code?: unknown }).code === 1) return null;
    throw error;
  }
}

async function createAccount(): Promise<Account> {
  try {
    await run('groupadd', ['--system', '--force', ACCOUNT_NAME]);
    await run('useradd', ['--system', '--gid', ACCOUNT_NAME, '--no-create-home', ACCOUNT_NAME]);
  } catch (cause) {
    throw new Error(
      `Postgres does not run as root, and the user ${ACCOUNT_NAME} can't be created: start as an ordinary user`,
      { cause },
    );
  }
  const account = await lookUpAccount();
  if (!account) throw new Error(`The user ${ACCOUNT_NAME} was created but is not there: start as an ordinary user`);
  return account;
}

/** Whether `account` can enter every folder above `path`, and enter or execute `path` itself. */
export async function canUse(path: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  if (((mode >> shift) & ENTER) === 0) return false;
  const parent = dirname(path);
  return parent === path || canUse(parent, account);
}
