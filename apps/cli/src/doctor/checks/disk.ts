import { statfs } from 'node:fs/promises';
import { check, faults, where } from '../check.js';
import type { Found } from '../finding.js';
import type { Installation } from '../installation.js';

const MEBIBYTE = 1024 * 1024;
const GIBIBYTE = 1024 * MEBIBYTE;
/** Postgres writes its log ahead in segments of 16 MiB, and nats-server in blocks of up to 8 MiB. */
const FULL_BELOW = 256 * MEBIBYTE;
const LOW_BELOW = { share: 0.1, bytes: 5 * GIBIBYTE };
const INODES_BELOW = 0.05;
const SOON_DAYS = 60;

const MAKE_ROOM = 'Make room there, or move the data to a larger disk.';

const FAULTS = faults({
  'disk-full': {
    level: 'error',
    says: 'The disk of {folder} is as good as full: {free_mb} MB are left.',
    mend: `${MAKE_ROOM} Commands are refused meanwhile, and none is lost.`,
  },
  'disk-low': { level: 'warning', says: 'The disk of {folder} has {free_mb} MB left, {percent} %.', mend: MAKE_ROOM },
  'inodes-low': {
    level: 'error',
    says: 'The file system of {folder} can hold few more files: {percent} % of its inodes are left.',
    mend: 'Delete small files that nothing needs (df -i), or make the file system anew with more inodes.',
  },
  'disk-full-soon': {
    level: 'warning',
    says: 'The database grows by {mb_per_day} MB a day: its disk ({free_mb} MB left) is full in {days} days.',
    mend: MAKE_ROOM,
  },
  'database-growth': {
    level: 'ok',
    says: 'The database has {mb} MB and grows by {mb_per_day} MB a day.',
    mend: 'Nothing to do.',
  },
});
type Code = keyof typeof FAULTS;

export const disk = check({
  name: 'disk',
  faults: FAULTS,
  async run(installation) {
    const database = await installation.databaseFacts().catch(() => null);
    const folders = [installation.folder, await installation.setting('NATS_STORE_DIR'), database?.folder];
    const spaces = await Promise.all([...new Set(folders)].map(spaceIn));
    const known = spaces.filter((space) => space !== null);
    return [
      ...known.flatMap(spaceFaults),
      ...growth(
        database,
        known.find(({ folder }) => folder === database?.folder),
      ),
    ];
  },
});

export interface Space {
  folder: string;
  /** Bytes, for us: a file system reserves some blocks for root. */
  free: number;
  size: number;
  /** 0 of 0 where the file system has no fixed number. */
  freeFiles: number;
  files: number;
}

/** Null for a folder of another machine. */
async function spaceIn(folder: string | null | undefined): Promise<Space | null> {
  if (!folder) return null;
  try {
    const { bsize, bavail, blocks, ffree, files } = await statfs(folder);
    return { folder, free: bsize * bavail, size: bsize * blocks, freeFiles: ffree, files };
  } catch {
    return null;
  }
}

export function spaceFaults({ folder, free, size, freeFiles, files }: Space): Found<Code>[] {
  const params = { folder, free_mb: inMb(free), percent: Math.floor((100 * free) / size) };
  const isLow = free < LOW_BELOW.bytes && free < LOW_BELOW.share * size;
  return [
    ...(free < FULL_BELOW ? where(true, 'disk-full', params) : where(isLow, 'disk-low', params)),
    ...where(files > 0 && freeFiles < INODES_BELOW * files, 'inodes-low', {
      folder,
      percent: Math.floor((100 * freeFiles) / files),
    }),
  ];
}

type Growing = Pick<Awaited<ReturnType<Installation['databaseFacts']>>, 'bytes' | 'bytesPerDay'>;

/** @param space undefined where Postgres runs on another machine, or does not tell where its data is */
export function growth(database: Growing | null, space: Pick<Space, 'free'> | undefined): Found<Code>[] {
  if (database === null) return [];
  const { bytes, bytesPerDay } = database;
  const mb_per_day = inMb(bytesPerDay);
  const days = space && bytesPerDay > 0 ? Math.floor(space.free / bytesPerDay) : Infinity;
  if (days < SOON_DAYS) return where(true, 'disk-full-soon', { mb_per_day, days, free_mb: inMb(space!.free) });
  return where(true, 'database-growth', { mb: inMb(bytes), mb_per_day });
}

const inMb = (bytes: number): number =>
  bytes < 10 * MEBIBYTE ? Math.round((10 * bytes) / MEBIBYTE) / 10 : Math.round(bytes / MEBIBYTE);
