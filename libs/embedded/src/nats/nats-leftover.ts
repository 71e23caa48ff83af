import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';

const run = promisify(execFile);

const POLL_MS = 20;
/** A shutdown with much to write takes some seconds; after that the server is killed. */
const ENDS_WITHIN_MS = 30_000;
const DIES_WITHIN_MS = 10_000;

/**
 * Stops the nats-server that a killed run left behind: in its own process group it outlives its supervisor, and two
 * servers on one JetStream store would destroy it. nats-server does not remove its pid file, so the number may belong to
 * another program by now: the process must have been started with our configuration.
 *
 * @param pidFile written by nats-server
 * @param config the configuration file that the process was started with, as in its command line
 * @throws Error if it does not end
 */
export async function stopLeftoverNats(pidFile: string, config: string, log: (line: string) => void): Promise<void> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(onMissing));
  if (!pid || !(await wasStartedWith(pid, config))) return;
  log(`Stopping the nats-server that an earlier run left behind (process ${pid})`);
  process.kill(pid, 'SIGTERM');
  if (await isGone(pid, config, ENDS_WITHIN_MS)) return;
  process.kill(pid, 'SIGKILL');
  if (await isGone(pid, config, DIES_WITHIN_MS)) return;
  throw new Error(`nats-server (process ${pid}) does not stop: kill it by hand`);
}

async function isGone(pid: number, config: string, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (await wasStartedWith(pid, config)) {
    if (Date.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

async function wasStartedWith(pid: number, config: string): Promise<boolean> {
  return (await commandLine(pid)).includes(config);
}

/** Empty if there is no such process, or only its zombie. A bare Debian has no `ps`, macOS no `/proc`. */
async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(onMissing)) ?? '';
  }
  try {
    return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch (error) {
    // `ps` exits with 1 if there is no such process; any other error (no `ps` at all) is real.
    if ((error as { code?: unknown }).code === 1) return '';
    throw error;
  }
}

/** ESRCH: the process ended between opening and reading its file in /proc. */
function onMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error;
  return undefined;
}
