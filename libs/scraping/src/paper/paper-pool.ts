import type { ParsedFiling } from '#rotunda/domain';
import type { ThreadProgram } from '../threads/start-thread.js';
import { ThreadPool } from '../threads/thread-pool.js';
import { ThreadLostError } from '../threads/worker-thread.js';
import type { PaperAnswer, ReadingOptions } from './read-paper.js';
import type { ScannedFiling } from './paper-filing.js';

/** A message to a paper thread. */
export interface PaperRequest<Document> {
  document: Document;
  scan: ScannedFiling;
  options: ReadingOptions;
}

/** The page of the sheet that the thread begins. */
export type PaperProgress = number;

export interface PaperWatch {
  /** When it aborts, waiting ends at once. */
  signal?: AbortSignal | undefined;
  onSheet?: ((page: number, sheets: number) => void) | undefined;
  /** Gets a PNG of each sheet with what was found on it. */
  onDrawn?: ((drawings: Uint8Array[]) => void) | undefined;
}

export interface PaperTimes {
  /** For the thread's models, and as slack. */
  startMs: number;
  /** A form takes 2 s on an idle core, a list of 70 rows 10 s; a busy machine several times that. */
  sheetMs: number;
  longestMs: number;
  /** For the sheet that is being read when the time is over. */
  lastSheetMs: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

export const PAPER_TIMES: PaperTimes = {
  startMs: 20 * SECOND_MS,
  sheetMs: 30 * SECOND_MS,
  longestMs: 20 * MINUTE_MS,
  lastSheetMs: 30 * SECOND_MS,
};

/** Of JavaScript alone. Pictures and models are outside: what decodes the pictures caps its own memory. */
export const PAPER_RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/**
 * Reads scans in a worker thread, one after the other: some take minutes, while the caller has heartbeats to send and
 * electronic documents to parse.
 */
export class PaperPool<Document> {
  readonly #pool: ThreadPool<PaperRequest<Document>, PaperAnswer>;

  constructor(
    program: ThreadProgram,
    private readonly times: PaperTimes = PAPER_TIMES,
  ) {
    this.#pool = new ThreadPool(program);
  }

  /**
   * A filing with what was read within the limits of time and memory. Where a sheet breaks the thread, those before it
   * are read again without it.
   *
   * @throws UnreadableDocumentError for pictures that are broken
   */
  async read(document: Document, scan: ScannedFiling, watch: PaperWatch = {}): Promise<ParsedFiling> {
    let begun = 1;
    try {
      return await this.#readSheets(document, scan, scan.sheets.length, {
        ...watch,
        onSheet: (page, sheets) => {
          begun = page;
          watch.onSheet?.(page, sheets);
        },
      });
    } catch (error) {
      if (!(error instanceof ThreadLostError)) throw error;
      return await this.#readSheets(document, scan, begun - 1, watch);
    }
  }

  async #readSheets(
    document: Document,
    scan: ScannedFiling,
    sheets: number,
    { signal, onSheet, onDrawn }: PaperWatch,
  ): Promise<ParsedFiling> {
    const { startMs, sheetMs, longestMs, lastSheetMs } = this.times;
    const timeMs = Math.min(startMs + sheets * sheetMs, longestMs);
    const request = { document, scan, options: { timeMs, sheets, isDrawn: onDrawn !== undefined } };
    const onProgress = (page: unknown): void => onSheet?.(page as PaperProgress, scan.sheets.length);
    const { filing, drawings } = await this.#pool.ask(request, {
      timeLimitMs: timeMs + lastSheetMs,
      signal,
      onProgress,
    });
    onDrawn?.(drawings);
    return filing;
  }

  /** See `ThreadPool`. */
  recycle(): Promise<void> {
    return this.#pool.recycle();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
