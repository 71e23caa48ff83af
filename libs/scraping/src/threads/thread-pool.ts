import type { ThreadProgram } from './start-thread.js';
import { type AskOptions, WorkerThread } from './worker-thread.js';

export interface PoolAskOptions extends AskOptions {
  /** When it aborts, waiting ends at once, and the thread that has the document is stopped. */
  signal?: AbortSignal | undefined;
}

interface Job<Request, Result> {
  run: (thread: WorkerThread<Request, Result>) => Promise<void>;
  refuse: (error: Error) => void;
}

/** Gives documents to worker threads, in the order in which they came. */
export class ThreadPool<Request, Result> {
  readonly #threads: WorkerThread<Request, Result>[];
  readonly #idle: WorkerThread<Request, Result>[];
  readonly #waiting: Job<Request, Result>[] = [];
  /** Threads to stop as soon as they are idle. */
  readonly #worn = new Set<WorkerThread<Request, Result>>();
  #isClosed = false;

  constructor(
    private readonly program: ThreadProgram,
    threads = 1,
  ) {
    this.#threads = Array.from({ length: threads }, () => new WorkerThread(program));
    this.#idle = [...this.#threads];
  }

  /**
   * The thread's answer or error. The time limit is for this document alone, not for its wait. When it ends, the thread
   * is stopped.
   *
   * @throws ThreadLostError where the thread was over its limits
   */
  ask(request: Request, { signal, ...options }: PoolAskOptions): Promise<Result> {
    if (this.#isClosed) return Promise.reject(new Error(`The ${this.program.name} pool is closed`));
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    return new Promise((resolve, reject) => {
      let stop: () => void = () => undefined;
      const job: Job<Request, Result> = {
        run: async (thread) => {
          stop = () => void thread.stop();
          await thread.ask(request, options).then(resolve, reject);
          signal?.removeEventListener('abort', abort);
        },
        refuse: reject,
      };
      const abort = (): void => {
        reject(signal!.reason as Error);
        const place = this.#waiting.indexOf(job);
        if (place === -1) stop();
        else this.#waiting.splice(place, 1);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  /**
   * Stops the threads, a busy one after its document; the next document starts a new one. This frees what WebAssembly
   * leaked.
   */
  async recycle(): Promise<void> {
    for (const thread of this.#threads) if (!this.#idle.includes(thread)) this.#worn.add(thread);
    await Promise.all(this.#idle.map((thread) => thread.stop()));
  }

  /** Stops all threads. Documents that wait or are being parsed are rejected. May be called twice. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#waiting.splice(0)) job.refuse(new Error(`The ${this.program.name} pool was closed`));
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }

  #next(): void {
    const thread = this.#idle.pop();
    if (!thread) return;
    const job = this.#waiting.shift();
    if (!job) {
      this.#idle.push(thread);
      return;
    }
    void job.run(thread).finally(async () => {
      if (this.#worn.delete(thread)) await thread.stop();
      this.#idle.push(thread);
      this.#next();
    });
  }
}
