import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '#rotunda/embedded';
import { endsWithUs } from '#rotunda/testing';

const PROGRAM = fileURLToPath(new URL('stuck-worker.mjs', import.meta.url));

/** Runs `stuck-worker.mjs` as a process, with the built libraries. */
export class WorkerProcess {
  /** Exit code and signal. */
  readonly exited: Promise<[number | null, NodeJS.Signals | null]>;
  stderr = '';

  private constructor(private readonly child: ChildProcess) {
    this.exited = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    child.stdout!.resume();
  }

  static async start(env: Record<string, string>): Promise<WorkerProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, [PROGRAM], {
      env: { PATH: process.env['PATH'], HTTP_PORT: String(port), TASK_HEARTBEAT_MS: '500', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    endsWithUs(child);
    return new WorkerProcess(child);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
    await this.exited;
  }
}
