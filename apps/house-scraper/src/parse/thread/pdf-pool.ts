import type { ParsedFiling } from '#rotunda/domain';
import type { ParsePtrOptions } from '../parse-ptr.js';
import { PdfThread } from './pdf-thread.js';

const SECOND_MS = 1_000;

export interface PdfPoolOptions {
  /** One thread parses 50 documents a second; the site is asked for one a second. */
  threads?: number;
  timeLimitMs?: number;
  limits?: ParsePtrOptions;
}

interface Job {
  run: (thread: PdfThread) => Promise<void>;
  refuse: (error: Error) => void;
}

/**
 * Parses PTRs in worker threads. PDFium blocks its thread for up to a second on a long filing, and a broken PDF may
 * block it forever, while the caller has heartbeats to send.
 */
export class PdfPool {
  readonly #threads: PdfThread[];
  readonly #idle: PdfThread[];
  readonly #waiting: Job[] = [];
  /** Threads to stop as soon as they are idle. */
  readonly #worn = new Set<PdfThread>();
  readonly #timeLimitMs: number;
  readonly #limits: ParsePtrOptions;
  #isClosed = false;

  constructor({ threads = 1, timeLimitMs = 10 * SECOND_MS, limits = {} }: PdfPoolOptions = {}) {
    this.#threads = Array.from({ length: threads }, () => new PdfThread());
    this.#idle = [...this.#threads];
    this.#timeLimitMs = timeLimitMs;
    this.#limits = limits;
  }

  /**
   * Parses a document as `parsePtr` does, with the same errors; documents wait their turn. The time limit is for this
   * document alone. When it ends, the thread is stopped and the error is an UnreadableDocumentError that says so.
   */
  parse(bytes: Uint8Array, { timeLimitMs = this.#timeLimitMs } = {}): Promise<ParsedFiling> {
    if (this.#isClosed) return Promise.reject(new Error('The PDF pool is closed'));
    return new Promise((resolve, reject) => {
      const request = { bytes, options: this.#limits };
      this.#waiting.push({
        run: (thread) => thread.parse(request, timeLimitMs).then(resolve, reject),
        refuse: reject,
      });
      this.#next();
    });
  }

  /**
   * Stops the threads, a busy one after its document; the next document starts a new one. This frees what PDFium
   * leaked.
   */
  async recycle(): Promise<void> {
    for (const thread of this.#threads) if (!this.#idle.includes(thread)) this.#worn.add(thread);
    await Promise.all(this.#idle.map((thread) => thread.stop()));
  }

  /** Stops all threads. Documents that wait or are being parsed are rejected. May be called twice. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#waiting.splice(0)) job.refuse(new Error('The PDF pool was closed'));
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
