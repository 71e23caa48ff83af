import type { ParsePtrOptions } from '../parse-ptr.js';

/** A message to a PDF thread. */
export interface ParseRequest {
  bytes: Uint8Array;
  options: ParsePtrOptions;
}
