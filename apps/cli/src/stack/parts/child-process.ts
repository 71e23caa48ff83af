import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { longTimer } from '#rotunda/runtime';
import type { RunningPart } from './part.js';

/** A service has so long to finish what it does; then it is ended. It gives up its stop by itself before that. */
const STOP_WITHIN_MS = 15_000;
const OUTPUT_ENDS_WITHIN_MS = 1_000;
/** What a child says when the first HTTP request has reached it. */
const WAS_ASKED = 'rotunda:was-asked';

/**
 * Loaded into each child before its own code.
 *
 * When the supervisor is killed outright, nobody else would end the child. The libraries see to that as well, but only
 * once they are loaded, which takes a second.
 *
 * The first HTTP request that reaches the child is told to the supervisor: the answer alone does not prove that it is
 * the child's. Of two stacks that chose the same port at the same time, one would take the other's service for its own.
 */
export const PRELOAD = `data:text/javascript,${encodeURIComponent(`
  import { subscribe, unsubscribe } from 'node:diagnostics_channel';
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const tell = () => {
    unsubscribe('http.server.request.start', tell);
    if (process.connected) process.send('${WAS_ASKED}');
  };
  subscribe('http.server.request.start', tell);
`)}`;

export interface ChildOptions {
  /** The JavaScript file to run. */
  module: string;
  args?: readonly string[];
  /** The whole environment of the process. */
  env: NodeJS.ProcessEnv;
  stopWithinMs?: number;
}

/** A Node process of ours. It leads a process group of its own: a Ctrl-C in the terminal reaches only the supervisor. */
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

  /** @throws Error where the process can't be made at all */
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

  /** Whether an HTTP request has reached it, and not somebody else on its port. */
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

/** Resolves when the last line it printed is read. Whatever the process started itself, such as a browser, goes with it. */
async function exitOf(child: ChildProcess): Promise<string> {
  const closed = once(child, 'close');
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  killGroup(child.pid!);
  // A grandchild that left the group may hold the pipe for as long as it likes.
  await Promise.race([closed, delay(OUTPUT_ENDS_WITHIN_MS, undefined, { ref: false })]);
  return signal ?? `code ${code}`;
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // ESRCH: nobody is left. EPERM is what macOS says where only the dead are left.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
