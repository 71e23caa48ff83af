import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NatsServer, PostgresServer } from '#rotunda/embedded';

const run = promisify(execFile);

/** With the process that made it, so that a later run knows which folders nobody needs any more. */
const FOLDER = /^rotunda-test-(\d+)-/;
/** Where tests let servers keep their data. */
const DATA = ['.', 'nats', 'postgres'];
/** What is told of a process's start is exact to a second, or to a hundredth. */
const START_IS_EXACT_TO_MS = 1_500;
const TICKS_A_SECOND = 100;

/** A folder of its own, which servers of other users may enter too. The next run removes it where this one can't. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `rotunda-test-${process.pid}-`));
  // mkdtemp makes it 0700; run as root, Postgres has a user of its own, which must get in.
  await chmod(folder, 0o755);
  return folder;
}

/** Ends the servers and removes the folders of test processes that are gone. */
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

/** Another user's folder is theirs to sweep; one that is gone was just swept by another run. */
async function isAbandoned(folder: string, pid: number): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  if (!found || found.uid !== process.getuid?.()) return false;
  if (!isAlive(pid)) return true;
  // The number may have gone to another process since. (Not every file system knows when a folder was made.)
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

/** When the process was started, in milliseconds since 1970; null where nobody can say. A bare Debian has no `ps`. */
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
    // The second field, the program's name in parentheses, may contain anything; the 22nd is the start, in ticks since the boot.
    const ticks = Number(ofProcess.slice(ofProcess.lastIndexOf(')') + 2).split(' ')[19]);
    const bootedAt = Number(/^btime (\d+)$/m.exec(ofSystem)?.[1]) * 1_000;
    return bootedAt + (ticks / TICKS_A_SECOND) * 1_000 || null;
  } catch {
    return null;
  }
}
