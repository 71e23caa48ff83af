import type { Worker } from 'node:worker_threads';
import { LayoutChangedError, UnreadableDocumentError } from '#rotunda/domain';
import { startThread, type ThreadProgram } from './start-thread.js';
import { READY, type ThreadMessage } from './thread-messages.js';

export interface AskOptions {
  /** Counted from when the thread is ready, so that a slow start does not fail a document. */
  timeLimitMs: number;
  /** Gets what the thread reports before its result. */
  onProgress?: ((report: unknown) => void) | undefined;
}

/** The thread broke, ran out of memory or was over its time limit: parsing the same document again will not help. */
export class ThreadLostError extends UnreadableDocumentError {}

/**
 * A worker thread that parses one document at a time. The first document starts it; after it was stopped, crashed, or
 * exceeded the time limit, the next document starts it again.
 */
export class WorkerThread<Request, Result> {
  #worker: Worker | undefined;
  readonly #stopped = new WeakSet<Worker>();

  constructor(private readonly program: ThreadProgram) {}

  /** @throws ThreadLostError where the time limit was exceeded or the thread ended; the thread is gone then */
  async ask(request: Request, options: AskOptions): Promise<Result> {
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    try {
      return await answerOf<Result>(worker, request, options);
    } catch (error) {
      if (!(error instanceof ThreadLostError)) throw error;
      if (this.#stopped.has(worker)) throw new Error(`The ${this.program.name} thread was stopped`, { cause: error });
      await this.stop();
      throw error;
    } finally {
      // An idle thread must not keep the process alive.
      worker.unref();
    }
  }

  /** Stops the thread, also in the middle of a document (takes about 10 ms); may be called twice. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    if (!worker) return;
    this.#stopped.add(worker);
    await worker.terminate();
  }

  #start(): Worker {
    const worker = startThread(this.program);
    const fail = (error: unknown): boolean => worker.emit('error', error);
    const start = this.program.start?.() ?? Promise.resolve(null);
    start.then((first) => worker.postMessage(first), fail);
    // A thread that ended between two documents would never answer the next one.
    return worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
  }
}

const BROKE = 'The thread broke while it parsed the document';
const OUT_OF_MEMORY = 'Parsing the document takes more memory than is allowed';
const isOutOfMemory = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Threads that have announced that they are loaded. */
const READY_WORKERS = new WeakSet<Worker>();

function answerOf<Result>(worker: Worker, request: unknown, { timeLimitMs, onProgress }: AskOptions): Promise<Result> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const lose = (message: string, options?: ErrorOptions): void =>
      settle(() => reject(new ThreadLostError(message, options)));
    const onOverrun = (): void => lose(`The document took longer than ${timeLimitMs} ms to parse`);
    const onError = (cause: unknown): void => lose(isOutOfMemory(cause) ? OUT_OF_MEMORY : BROKE, { cause });
    const onExit = (code: number): void => lose(`The thread ended with code ${code} before it had parsed the document`);
    const send = (): void => {
      timer = setTimeout(onOverrun, timeLimitMs);
      worker.postMessage(request);
    };
    const onMessage = (message: ThreadMessage<Result>): void => {
      if (message === READY) {
        READY_WORKERS.add(worker);
        send();
      } else if ('progress' in message) onProgress?.(message.progress);
      else if ('result' in message) settle(() => resolve(message.result));
      else settle(() => reject(revive(message.error)));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    if (READY_WORKERS.has(worker)) send();
  });
}

function revive({ name, message, stack }: { name: string; message: string; stack: string | undefined }): Error {
  if (name === 'UnreadableDocumentError') return new UnreadableDocumentError(message);
  if (name === 'LayoutChangedError') return new LayoutChangedError(message);
  return Object.assign(new Error(message), { name, stack });
}
