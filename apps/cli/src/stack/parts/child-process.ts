import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { longTimer } from '#rotunda/runtime';
import type { RunningPart } from './part.js';

/** A service that has not stopped by then is killed; it gives up its stop by itself before that. */
const STOP_WITHIN_MS = 15_000;
const OUTPUT_ENDS_WITHIN_MS = 1_000;
/** The message of a child that its first HTTP request has arrived. */
const WAS_ASKED = 'rotunda:was-asked';

/**
 * Loaded into each child before its own code.
 *
 * If the supervisor is killed outright, nobody else stops the child. The libraries do so too, but only once they are
 * loaded, which takes a second.
 *
 * The child reports its first HTTP request, because an answer alone does not prove that it is the child's: of two stacks
 * that chose the same port at the same time, one would take the other's service for its own.
 */
export const PRELOAD = `data:text/javascript,${encodeURIComponent(`
  import { subscribe, unsubscribe } from 'node:diagnostics_channel';
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const report = () => {
    unsubscribe('http.server.request.start', report);
    if (process.connected) process.send('${WAS_ASKED}');
  };
  subscribe('http.server.request.start', report);
`)}`;

export interface ChildOptions {
  /** The JavaScript file to run. */
  module: string;
  args?: readonly string[];
  /** The whole environment of the process. */
  env: NodeJS.ProcessEnv;
  stopWithinMs?: number;
}

/** A Node process in a process group of its own: a Ctrl-C in the terminal reaches only the supervisor. */
export class NodeChild implements RunningPart {
  readonly exited: Promise<string>;
  private stopping: Promise<void> | undefined;
  private asked = false;

  private constructor(
    private readonly child: ChildProcess,
    private readonly stopWithinMs: number,
  ) {
    this.exited = exitOf(child);
    child.on('message', (message) => (this.asked ||= message === WAS_ASKED));
  }

  /** @throws Error if the process can't be spawned */
  static async spawn({ module, args = [], env, stopWithinMs = STOP_WITHIN_MS }: ChildOptions): Promise<NodeChild> {
    const child = fork(module, args, {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: ['--enable-source-maps', '--import', PRELOAD],
    });
    const running = new NodeChild(child, stopWithinMs);
    await once(child, 'spawn');
    return running;
  }

  get pid(): number {
    return this.child.pid!;
  }

  get stdout(): NonNullable<ChildProcess['stdout']> {
    return this.child.stdout!;
  }

  get stderr(): NonNullable<ChildProcess['stderr']> {
    return this.child.stderr!;
  }

  /** Whether an HTTP request has reached this process, not another one on its port. */
  get wasAsked(): boolean {
    return this.asked;
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.end());
  }

  private async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    const tooLate = longTimer(() => killGroup(this.pid), this.stopWithinMs);
    await this.exited;
    tooLate.clear();
  }
}

/** Resolves when its last output is read. Also kills what the process started itself, such as a browser. */
async function exitOf(child: ChildProcess): Promise<string> {
  const closed = once(child, 'close');
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  killGroup(child.pid!);
  // A grandchild that left the group may keep the pipe open.
  await Promise.race([closed, delay(OUTPUT_ENDS_WITHIN_MS, undefined, { ref: false })]);
  return signal ?? `code ${code}`;
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // ESRCH: no process is left. macOS says EPERM if only zombies are left.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
