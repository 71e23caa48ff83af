import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Position of `starttime` among the fields of /proc/<pid>/stat that follow the program's name: proc(5), field 22. */
const START_TIME_FIELD = 22 - 3;

/**
 * When the process started, as opaque text to compare: it tells the process from another program that got the same
 * number since, e.g. after a reboot. Null if there is no such process.
 */
export async function processStart(pid: number): Promise<string | null> {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
}

async function startFromProc(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(onMissing);
  if (stat === null) return null;
  // The program's name is in parentheses, and may contain spaces and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[START_TIME_FIELD] ?? null;
}

async function startFromPs(pid: number): Promise<string | null> {
  try {
    return (await run('ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim();
  } catch (error) {
    // `ps` exits with 1 if there is no such process; any other error is real.
    if ((error as { code?: unknown }).code === 1) return null;
    throw error;
  }
}

/** ESRCH: the process ended between opening and reading its file in /proc. */
function onMissing(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error;
  return null;
}
