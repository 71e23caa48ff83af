import type { ParsedFiling } from '#rotunda/domain';
import type { ParsePtrOptions } from '../parse-ptr.js';

/** The first message to a thread: PDFium's code, compiled once for all threads. */
export type ThreadStart = WebAssembly.Module;

/** All further messages to a thread. */
export interface ParseRequest {
  bytes: Uint8Array;
  options: ParsePtrOptions;
}

/** A thread's answer. An error loses its class on the way between threads, so the class name is sent too. */
export type ParseAnswer =
  | { filing: ParsedFiling }
  | { error: { name: string; message: string; stack: string | undefined } };

/** Sent once the thread is loaded and has PDFium's code: then the time limit of a document begins. */
export const READY = 'ready';
