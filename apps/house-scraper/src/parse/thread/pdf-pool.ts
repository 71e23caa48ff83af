import type { ParsedFiling } from '#rotunda/domain';
import { ThreadPool, type ThreadProgram } from '#rotunda/scraping';
import type { ParsePtrOptions } from '../parse-ptr.js';
import { pdfiumCode } from '../pdf/pdf-engine.js';
import type { ParseRequest } from './parse-request.js';

const SECOND_MS = 1_000;

/**
 * Limits JavaScript's memory; PDFium's is capped in `pdf-engine.ts`. The longest filing known (81 pages) takes 40 MB,
 * one of 500 pages 400 MB. A small young generation keeps two threads below 250 MB in total.
 */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 16 };

const PROGRAM: ThreadProgram = {
  name: 'PDF',
  module: new URL('./pdf-worker.js', import.meta.url),
  resourceLimits: RESOURCE_LIMITS,
  start: pdfiumCode,
};

export interface PdfPoolOptions {
  /** One thread parses 50 documents a second; the site is asked for one a second. */
  threads?: number;
  timeLimitMs?: number;
  limits?: ParsePtrOptions;
}

/**
 * Parses PTRs in worker threads. PDFium blocks its thread for up to a second on a long filing, and a broken PDF may
 * block it forever, while the caller has heartbeats to send.
 */
export class PdfPool {
  readonly #pool: ThreadPool<ParseRequest, ParsedFiling>;
  readonly #timeLimitMs: number;
  readonly #limits: ParsePtrOptions;

  constructor({ threads = 1, timeLimitMs = 10 * SECOND_MS, limits = {} }: PdfPoolOptions = {}) {
    this.#pool = new ThreadPool(PROGRAM, threads);
    this.#timeLimitMs = timeLimitMs;
    this.#limits = limits;
  }

  /**
   * Parses a document as `parsePtr` does, with the same errors; documents wait their turn. The time limit is for this
   * document alone. When it ends, the thread is stopped and the error is an UnreadableDocumentError that says so.
   */
  parse(bytes: Uint8Array, { timeLimitMs = this.#timeLimitMs } = {}): Promise<ParsedFiling> {
    return this.#pool.ask({ bytes, options: this.#limits }, { timeLimitMs });
  }

  /** See `ThreadPool`. */
  recycle(): Promise<void> {
    return this.#pool.recycle();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
