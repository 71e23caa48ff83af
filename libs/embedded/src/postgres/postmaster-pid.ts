import { execFile } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import { onMissing } from './postgres-binaries.js';

const run = promisify(execFile);

const POLL_MS = 20;
const FAST_SHUTDOWN_MS = 30_000;

/**
 * Stops the Postgres that a killed run left behind: in its own session it outlives its supervisor, and Postgres refuses a
 * data folder in use. Removes a `postmaster.pid` whose number now belongs to another program, because Postgres would take
 * that program for a server; one without a process is left to Postgres.
 */
export async function stopLeftover(dataDir: string, log: (line: string) => void): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  const content = await readFile(file, 'utf8').catch(onMissing);
  const pid = Number(content?.split('\n')[0]);
  if (!pid || !isAlive(pid)) return;
  if (!(await serves(pid, dataDir))) return rm(file, { force: true });
  log(`Stopping the Postgres that an earlier run left behind (process ${pid})`);
  await endPostmaster(pid);
}

/** Fast shutdown, or an immediate one if that takes too long: the next start recovers from the write-ahead log. */
async function endPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await isGone(pid, FAST_SHUTDOWN_MS)) return;
  signal(pid, 'SIGQUIT');
  if (!(await isGone(pid, FAST_SHUTDOWN_MS)))
    throw new Error(`Postgres (process ${pid}) does not stop: kill it by hand`);
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

/** The working directory of a postmaster is its data folder; without /proc we look at its command line. */
async function serves(pid: number, dataDir: string): Promise<boolean> {
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(onMissing)) === dataDir;
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]);
  return stdout.includes('postgres') && stdout.includes(dataDir);
}

function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

/** False if the process is gone. One that we may not signal (EPERM) exists. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPERM' && name === 0) return true;
    if (code !== 'ESRCH') throw error;
    return false;
  }
}
