import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { jsonLogSource } from '../logs/open-log.js';
import { BEATS, DEADLINE, LABEL_BYTES, type WatchedMemory } from './watchdog-memory.js';

const BEATS_A_LIMIT = 10;
const LONGEST_TICK_MS = 1_000;

/**
 * Kills the process (SIGKILL) when a deadline has passed or its event loop is stuck. It watches from its own thread,
 * through shared memory only, so that a busy event loop can't stop it.
 */
export class Watchdog {
  private readonly memory: WatchedMemory;
  private readonly beats: Int32Array;
  private readonly deadline: BigInt64Array;
  private readonly label: Uint8Array;
  private readonly deadlines = new Map<symbol, { at: bigint; why: string }>();
  private thread: Worker | undefined;
  private pulse: NodeJS.Timeout | undefined;

  /** @param stuckMs how long the event loop may be stuck; 0: for ever */
  constructor(stuckMs: number) {
    const tickMs = stuckMs > 0 ? Math.max(1, Math.min(LONGEST_TICK_MS, stuckMs / BEATS_A_LIMIT)) : LONGEST_TICK_MS;
    const shared = { beats: int32(), deadline: new SharedArrayBuffer(8), label: new SharedArrayBuffer(LABEL_BYTES) };
    this.memory = { ...shared, stuckMs, tickMs, logSource: jsonLogSource() };
    this.beats = new Int32Array(shared.beats);
    this.deadline = new BigInt64Array(shared.deadline);
    this.label = new Uint8Array(shared.label);
  }

  /** Resolves when it watches; neither its thread nor its pulse keeps the process alive. */
  async start(): Promise<void> {
    this.thread = new Worker(new URL('./watchdog-thread.js', import.meta.url), { workerData: this.memory });
    await once(this.thread, 'message');
    this.thread.unref();
    this.pulse = setInterval(() => Atomics.add(this.beats, BEATS, 1), this.memory.tickMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.pulse);
    await this.thread?.terminate();
  }

  /**
   * Kills the process after so many milliseconds, unless the returned function is called before.
   *
   * @param why the reason, which the process then writes to stderr
   */
  limit(ms: number, why: string): () => void {
    const key = Symbol(why);
    this.deadlines.set(key, { at: process.hrtime.bigint() + BigInt(Math.ceil(ms)) * 1_000_000n, why });
    this.publish();
    return () => {
      this.deadlines.delete(key);
      this.publish();
    };
  }

  /** The thread knows only the next deadline: once the process is killed for it, no later one matters. */
  private publish(): void {
    const next = [...this.deadlines.values()].reduce<{ at: bigint; why: string } | null>(
      (first, each) => (first && first.at <= each.at ? first : each),
      null,
    );
    Atomics.store(this.deadline, DEADLINE, 0n);
    this.label.fill(0);
    if (!next) return;
    new TextEncoder().encodeInto(next.why, this.label);
    Atomics.store(this.deadline, DEADLINE, next.at);
  }
}

const int32 = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
