import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { onMissing } from './postgres-binaries.js';
import { stopLeftover } from './postmaster-pid.js';

const PLACE = '/var/tmp';
const SHELTER = /^rotunda-[0-9a-f]{8}$/;
const NOTE = 'belongs-to.json';

/** What a shelter belongs to. */
interface Note {
  /** Where the data would be if the account of Postgres could enter. */
  dataDir: string;
  /** The file system of that folder. */
  device: number;
}

/**
 * Creates or finds the folder for data that can't be where it was asked for; its name follows from that place. Root only.
 *
 * @param wantedDir the folder above it exists
 */
export async function openShelter(wantedDir: string): Promise<string> {
  const shelter = join(PLACE, `rotunda-${createHash('sha256').update(wantedDir).digest('hex').slice(0, 8)}`);
  await mkdir(shelter).catch(onExisting);
  if (!(await isOurs(shelter))) throw new Error(`${shelter} does not belong to root: remove it and start again`);
  await chmod(shelter, 0o755);
  const note: Note = { dataDir: wantedDir, device: (await stat(dirname(wantedDir))).dev };
  await writeFile(join(shelter, NOTE), JSON.stringify(note));
  return shelter;
}

/** Removes the shelters whose original folder was deleted, by a test or by the owner of a clone. */
export async function removeAbandonedShelters(log: (line: string) => void): Promise<void> {
  for (const name of await readdir(PLACE)) {
    const shelter = join(PLACE, name);
    if (!SHELTER.test(name) || !(await isOurs(shelter))) continue;
    const note = await readNote(shelter);
    if (!note || !(await isGone(note))) continue;
    await stopLeftover(join(shelter, basename(note.dataDir)), log);
    log(`Removing ${shelter}: it belonged to ${dirname(note.dataDir)}, which is gone`);
    await rm(shelter, { recursive: true, force: true });
  }
}

/** False also if it was just removed. */
async function isOurs(shelter: string): Promise<boolean> {
  const found = await lstat(shelter).catch(onMissing);
  return found !== undefined && found.uid === 0 && found.isDirectory();
}

/** Null if there is none: then the owner of the shelter is unknown. */
async function readNote(shelter: string): Promise<Note | null> {
  const text = await readFile(join(shelter, NOTE), 'utf8').catch(onMissing);
  try {
    const { dataDir, device } = JSON.parse(text ?? '') as Partial<Note>;
    return dataDir !== undefined && device !== undefined ? { dataDir, device } : null;
  } catch {
    return null;
  }
}

/** Not if its disk is just not mounted: then what exists of its path is on another file system. */
async function isGone({ dataDir, device }: Note): Promise<boolean> {
  let folder = dirname(dataDir);
  if (await stat(folder).catch(onMissing)) return false;
  for (;;) {
    folder = dirname(folder);
    const found = await stat(folder).catch(onMissing);
    if (found) return found.dev === device;
  }
}

function onExisting(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}
