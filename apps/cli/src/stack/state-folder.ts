import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processStart } from './process-identity.js';

const TAKEOVER_WITHIN_MS = 30_000;
const POLL_MS = 10;

export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError';
}

/** The folder of one stack: its data, its logs, and a lock that keeps a second stack out. */
export class StateFolder {
  private constructor(readonly path: string) {}

  /**
   * Creates the folder if it is missing, and locks it for this process. Takes over the lock of a process that is gone.
   * @throws AlreadyRunningError with what to do
   */
  static async claim(path: string): Promise<StateFolder> {
    const folder = new StateFolder(resolve(path));
    await mkdir(folder.path, { recursive: true });
    const ours = `${process.pid} ${await startOf(process.pid)} ${await realpath(folder.path)}\n`;
    const deadline = performance.now() + TAKEOVER_WITHIN_MS;
    while (!(await writeNew(folder.lock, ours)) && !(await folder.takeOver(ours))) {
      if (performance.now() > deadline) throw new Error(`Another start hangs: remove ${folder.lock}.takeover`);
      await delay(POLL_MS);
    }
    return folder;
  }

  get postgres(): string {
    return join(this.path, 'postgres');
  }

  get nats(): string {
    return join(this.path, 'nats');
  }

  get secrets(): string {
    return join(this.path, 'secrets');
  }

  get logs(): string {
    return join(this.path, 'logs');
  }

  logFile(service: string): string {
    return join(this.logs, `${service}.log`);
  }

  /** Removes the lock; may be called twice. */
  async release(): Promise<void> {
    await rm(this.lock, { force: true });
  }

  private get lock(): string {
    return join(this.path, 'lock');
  }

  /** Of several processes that find the same stale lock, one replaces it; the others then find a lock that is in use. */
  private async takeOver(ours: string): Promise<boolean> {
    const stale = await readFile(this.lock, 'utf8').catch(onMissing);
    if (stale === undefined) return false;
    await this.assertStale(stale);
    const turn = `${this.lock}.takeover`;
    if (!(await writeNew(turn, ours))) return false;
    try {
      if ((await readFile(this.lock, 'utf8').catch(onMissing)) !== stale) return false;
      await writeFile(`${turn}.new`, ours);
      await rename(`${turn}.new`, this.lock);
      return true;
    } finally {
      await rm(turn);
    }
  }

  /** Whether this folder is a copy of another one, which still has the lock. A folder that was moved keeps its lock. */
  private async isCopyOf(path: string, content: string): Promise<boolean> {
    if (path === (await realpath(this.path))) return false;
    return (await readFile(join(path, 'lock'), 'utf8').catch(onMissing)) === content;
  }

  private async assertStale(content: string): Promise<void> {
    const [, pid, start, path] = /^(\d+) (\S+)(?: (.+))?$/.exec(content.trim()) ?? [];
    if (!start || (await startOf(Number(pid))) !== start) return;
    if (path !== undefined && (await this.isCopyOf(path, content))) return;
    throw new AlreadyRunningError(
      `Rotunda is already running on ${this.path} (pid ${pid}): stop it, or use another folder with --data DIR`,
    );
  }
}

/** As one word: that of `ps` has spaces. */
const startOf = async (pid: number): Promise<string | undefined> => (await processStart(pid))?.replaceAll(' ', '_');

/** False if the file exists. */
async function writeNew(file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function onMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
