import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NatsServer, PostgresServer } from '#rotunda/embedded';

const run = promisify(execFile);

/** The name contains the pid of its process, so that a later run knows which folders are abandoned. */
const FOLDER = /^rotunda-test-(\d+)-/;
/** The places where test servers keep their data. */
const DATA = ['.', 'nats', 'postgres'];
/** The start time of a process is known to a second, or to a hundredth of one. */
const START_IS_EXACT_TO_MS = 1_500;
const TICKS_A_SECOND = 100;

/**
 * Creates a folder for one test, which servers of other users may enter too. The next run removes it if this one can't.
 */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `rotunda-test-${process.pid}-`));
  // mkdtemp creates it as 0700. When tests run as root, Postgres runs as its own user, which must get in.
  await chmod(folder, 0o755);
  return folder;
}

/** Ends the servers and removes the folders of test processes that have ended. */
export async function sweepTestFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1]);
    const folder = join(tmpdir(), name);
    if (!pid || !(await isAbandoned(folder, pid))) continue;
    for (const data of DATA) {
      await NatsServer.stopLeftBehind(join(folder, data));
      await PostgresServer.stopLeftBehind(join(folder, data));
    }
    await rm(folder, { recursive: true, force: true });
  }
}

/** Leaves folders of other users alone, and those that another run has just removed. */
async function isAbandoned(folder: string, pid: number): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  if (!found || found.uid !== process.getuid?.()) return false;
  if (!isAlive(pid)) return true;
  // Another process may have the pid since. (Not every file system knows when a folder was created.)
  const startedAt = await startOf(pid);
  return startedAt !== null && startedAt > found.mtimeMs + START_IS_EXACT_TO_MS;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start time of the process in milliseconds since 1970; null where it can't be told. A bare Debian has no `ps`. */
async function startOf(pid: number): Promise<number | null> {
  try {
    if (process.platform !== 'linux') {
      return (
        Date.parse((await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { LC_ALL: 'C' } })).stdout) || null
      );
    }
    const [ofProcess, ofSystem] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/stat', 'utf8'),
    ]);
    // Field 2, the program's name in parentheses, may contain anything; field 22 is the start, in ticks since the boot.
    const ticks = Number(ofProcess.slice(ofProcess.lastIndexOf(')') + 2).split(' ')[19]);
    const bootedAt = Number(/^btime (\d+)$/m.exec(ofSystem)?.[1]) * 1_000;
    return bootedAt + (ticks / TICKS_A_SECOND) * 1_000 || null;
  } catch {
    return null;
  }
}
