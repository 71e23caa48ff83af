import { access, chmod, constants, readFile, readdir, realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { processStart } from '../../stack/process-identity.js';
import { check, faults, type Fix, where } from '../check.js';
import type { Found } from '../finding.js';
import type { Installation } from '../installation.js';

const OTHERS = 0o077;
const ONLY_OURS = 0o600;
const ROOT = 0;
/** What everyone may see: certificates, and nats-server's file of users, which has no secret where keys are used. */
const PUBLIC = /\.pem$/;

const closeToOthers: Fix = async ({ file }) => {
  await chmod(String(file), ONLY_OURS);
  return [`${file} is readable by its owner only now`];
};

const removeLock: Fix = async ({ file }, { folder }) => {
  // Another start may have taken it over since.
  if (folder === null || (await staleLock(folder)) === null) return [];
  await rm(String(file), { force: true });
  return [`${file} is removed`];
};

const FAULTS = faults({
  'secret-readable': {
    level: 'error',
    says: 'Others on this machine may read the secret in {file} (mode {mode}).',
    mend: 'chmod 600 {file}. If others use this machine, make the secret anew.',
  },
  'folder-not-writable': {
    level: 'error',
    says: 'This user may not write to {folder}.',
    mend: 'Run Rotunda as the owner of the folder, or give it to this user (chown -R).',
  },
  'folder-of-another': {
    level: 'warning',
    says: '{folder} belongs to user {owner}, and this is user {user}.',
    mend: 'Run rotunda doctor and rotunda start as the same user, or give the folder to this one (chown -R).',
  },
  'lock-stale': {
    level: 'warning',
    says: '{file} is the lock of process {pid}, which is gone: a run was killed.',
    mend: 'Remove {file}; the next rotunda start also takes it over.',
  },
});
type Code = keyof typeof FAULTS;

export const files = check({
  name: 'files',
  faults: FAULTS,
  fixes: { 'secret-readable': closeToOthers, 'lock-stale': removeLock },
  async run(installation) {
    const { folder } = installation;
    return [
      ...(await readableSecrets(installation)),
      ...(folder === null ? [] : [...(await foldersOf(folder)), ...(await lockOf(folder))]),
    ];
  },
});

/** The files that settings name as `NAME_FILE`, and those in the folders of secrets. */
async function readableSecrets({ env, folder }: Installation): Promise<Found<Code>[]> {
  const named = Object.entries(env).flatMap(([name, file]) => (isSecret(name) && file ? [file] : []));
  const folders = [env['SECRETS_DIR'], folder && join(folder, 'secrets')].filter((one) => !!one) as string[];
  const inside = await Promise.all(
    folders.map(async (one) => (await readdir(one).catch(() => [])).map((name) => join(one, name))),
  );
  const all = [...new Set([...named, ...inside.flat()])].filter((file) => !PUBLIC.test(file));
  const found = await Promise.all(
    all.map(async (file) => {
      const { mode = 0 } = (await stat(file).catch(() => null)) ?? {};
      return where((mode & OTHERS) !== 0, 'secret-readable', { file, mode: (mode & 0o777).toString(8) });
    }),
  );
  return found.flat();
}

const isSecret = (name: string): boolean =>
  /^(NATS_NKEY_SEED|NATS_PASSWORD|NATS_KEY|DATABASE\w*_URL|ROTUNDA_KEY)_FILE$/.test(name);

/** Root may write anywhere, and Postgres's folder is its own user's. */
async function foldersOf(folder: string): Promise<Found<Code>[]> {
  const user = process.getuid?.() ?? ROOT;
  if (user === ROOT) return [];
  const { uid: owner } = await stat(folder);
  const paths = ['', 'nats', 'logs', 'secrets'].map((name) => join(folder, name));
  const mayWrite = await Promise.all(paths.map(isOpen));
  return folderFaults(folder, { user, owner, closed: paths.filter((_, n) => !mayWrite[n]) });
}

export const folderFaults = (
  folder: string,
  { user, owner, closed }: { user: number; owner: number; closed: string[] },
): Found<Code>[] => [
  ...where(owner !== user, 'folder-of-another', { folder, owner, user }),
  ...closed.flatMap((path) => where(true, 'folder-not-writable', { folder: path })),
];

const isOpen = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code === 'ENOENT',
  );

async function lockOf(folder: string): Promise<Found<Code>[]> {
  const pid = await staleLock(folder);
  return pid === null ? [] : where(true, 'lock-stale', { file: join(folder, 'lock'), pid });
}

/** The process that left the lock behind; null if there is no lock, or its process runs. As StateFolder decides it. */
async function staleLock(folder: string): Promise<number | null> {
  const text = await readFile(join(folder, 'lock'), 'utf8').catch(() => null);
  const [, pid, start, path] = /^(\d+) (\S+)(?: (.+))?$/.exec(text?.trim() ?? '') ?? [];
  if (pid === undefined) return null;
  const isOther = path !== undefined && path !== (await realpath(folder));
  const runs = (await processStart(Number(pid)))?.replaceAll(' ', '_') === start;
  return runs || isOther ? null : Number(pid);
}
