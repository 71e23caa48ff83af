import type { LogSource } from '../logs/open-log.js';

/** Shared by the main thread and the watchdog's thread, so that neither waits for the other. */
export interface WatchedMemory {
  /** Int32Array: counts up while the event loop turns. */
  beats: SharedArrayBuffer;
  /** BigInt64Array: when the process must end, by `process.hrtime`; 0: never. */
  deadline: SharedArrayBuffer;
  /** UTF-8, padded with zeros: what the deadline is for. */
  label: SharedArrayBuffer;
  /** 0: the event loop may be stuck for ever. */
  stuckMs: number;
  tickMs: number;
  /** Where its last line comes from; null: not in JSON. */
  logSource: LogSource | null;
}

export const BEATS = 0;
export const DEADLINE = 0;
export const LABEL_BYTES = 512;
