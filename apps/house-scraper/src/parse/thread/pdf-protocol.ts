import type { ParsedFiling } from '#rotunda/domain';
import type { ParsePtrOptions } from '../parse-ptr.js';

/** The first message to a thread: PDFium's code, compiled once for all threads. */
export type ThreadStart = WebAssembly.Module;

/** What the pool asks of a thread from then on. */
export interface ParseRequest {
  bytes: Uint8Array;
  options: ParsePtrOptions;
}

/** What a thread answers; an error's class does not survive the way between threads, so its name goes along. */
export type ParseAnswer =
  | { filing: ParsedFiling }
  | { error: { name: string; message: string; stack: string | undefined } };

/** A thread says once that it is loaded and has PDFium's code: the time limit of a document begins then. */
export const READY = 'ready';
