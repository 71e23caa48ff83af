import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { canUse, postgresAccount, type Account } from './postgres-account.js';
import { findPostgresBinaries, onMissing, reachableBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { openShelter, removeAbandonedShelters } from './postgres-shelter.js';

const run = promisify(execFile);

export const SUPERUSER = 'rotunda';

/** A data folder with all that it takes to serve it. */
export interface PostgresCluster {
  dataDir: string;
  password: string;
  /** Null: our own user. */
  account: Account | null;
  binaries: PostgresBinaries;
}

/**
 * Opens the data folder, and creates it on first use (encoding UTF-8, locale C.UTF-8, scram with a random password).
 * @throws Error with what to do if another major version of Postgres wrote the data, or if its password is lost
 */
export async function openCluster(
  wantedDir: string,
  options: { durable: boolean; log: (line: string) => void },
): Promise<PostgresCluster> {
  const shipped = await findPostgresBinaries();
  const placed = await placeData(resolve(wantedDir), options.log);
  const binaries = await reachableBinaries(shipped, placed.account, options.log);
  const version = await readFile(join(placed.dataDir, 'PG_VERSION'), 'utf8').catch(onMissing);
  if (version !== undefined) {
    assertSameMajor(version.trim(), binaries.version, placed.dataDir);
    await takeOverCopy(placed, options.log);
  }
  const password =
    version === undefined ? await initialise(placed, binaries, options.durable) : await readPassword(placed.dataDir);
  return { ...placed, binaries, password };
}

/**
 * The folder itself or, if the account of Postgres can't reach it (a clone in /root, a 0700 temporary folder), one in
 * /var/tmp whose name follows from it, so that the next start finds it again.
 */
async function placeData(
  wantedDir: string,
  log: (line: string) => void,
): Promise<{ dataDir: string; account: Account | null }> {
  await mkdir(dirname(wantedDir), { recursive: true });
  const account = await accountOf(wantedDir);
  if (account) await removeAbandonedShelters(log);
  if (!account || (await canUse(dirname(wantedDir), account))) return { dataDir: wantedDir, account };

  const shelter = await openShelter(wantedDir);
  log(`Postgres keeps its data in ${shelter}: the user ${account.name} can't enter ${dirname(wantedDir)}`);
  const dataDir = join(shelter, basename(wantedDir));
  return { dataDir, account: await accountOf(dataDir) };
}

/** Data that belong to root are a copy that root made (`cp -r` of a clone); Postgres refuses to read them. */
async function takeOverCopy(
  { dataDir, account }: { dataDir: string; account: Account | null },
  log: (line: string) => void,
): Promise<void> {
  const found = await lstat(dataDir);
  if (!account || !found.isDirectory() || found.uid === account.uid) return;
  log(`The data in ${dataDir} are a copy that belongs to root: handing them to the user ${account.name}`);
  if (await stat(join(dataDir, 'postmaster.pid')).catch(onMissing)) {
    log(
      `${dataDir} was copied while its Postgres was running and may be damaged: copy it again after that has stopped`,
    );
  }
  await run('chown', ['-R', '-P', `${account.uid}:${account.gid}`, dataDir]);
}

async function accountOf(dataDir: string): Promise<Account | null> {
  const owner = await stat(dataDir).catch(onMissing);
  return postgresAccount(owner && { uid: owner.uid, gid: owner.gid });
}

/** Builds the data beside its place and renames it, so that a killed first start leaves nothing unfinished. */
async function initialise(
  { dataDir, account }: { dataDir: string; account: Account | null },
  binaries: PostgresBinaries,
  durable: boolean,
): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const unfinished = `${dataDir}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile(dataDir), password, { mode: 0o600 });
  if (account) {
    await chown(unfinished, account.uid, account.gid);
    await chown(passwordFile(dataDir), account.uid, account.gid);
  }
  const options = [`--pgdata=${unfinished}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile(dataDir)}`];
  await run(binaries.initdb, [...options, ...INITDB_OPTIONS, ...(durable ? [] : ['--no-sync'])], {
    ...runAs(account),
  });
  await rename(unfinished, dataDir);
  return password;
}

/** The built-in provider has C.UTF-8 on every system; macOS has no such locale. */
const INITDB_OPTIONS = [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

/** How a program of Postgres is started: in a folder that it can enter, without the locale settings of a terminal. */
export function runAs(account: Account | null): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  return { cwd: '/', env: { LC_ALL: 'C' }, ...(account ? { uid: account.uid, gid: account.gid } : {}) };
}

function assertSameMajor(dataVersion: string, ourVersion: string, dataDir: string): void {
  const ours = ourVersion.split('.')[0];
  if (dataVersion === ours) return;
  throw new Error(
    `${dataDir} was written by Postgres ${dataVersion}; this is Postgres ${ours}, which can't read it. ` +
      `To keep the data: start Postgres ${dataVersion} on it, save it with pg_dump, move the folder away, start again ` +
      `and load the dump. If you don't need the data: move the folder away and start again.`,
  );
}

async function readPassword(dataDir: string): Promise<string> {
  const password = await readFile(passwordFile(dataDir), 'utf8').catch(onMissing);
  if (password !== undefined) return password;
  throw new Error(
    `${passwordFile(dataDir)} is missing, and the data in ${dataDir} can't be opened without it: ` +
      `put it back, or move the data folder away and start again`,
  );
}

const passwordFile = (dataDir: string): string => `${dataDir}.password`;
