import { availableParallelism } from 'node:os';
import { parseFiles } from '#rotunda/scraping';
import { PDF_LIMITS } from './parse/pdf/pdf-document.js';
import { PdfPool } from './parse/thread/pdf-pool.js';

/** Files read ahead per thread: enough that a document of 81 pages keeps no thread waiting, and memory stays bounded. */
const FILES_AHEAD_PER_THREAD = 16;
/** A document is stored under its DocID. */
const DOC_ID = /^\d{7,8}(?=\.pdf$)/i;

// The pool's threads parse; this one reads and writes.
const threads = availableParallelism();
const pool = new PdfPool({ threads });
await parseFiles(process.argv.slice(2), {
  largestBytes: PDF_LIMITS.maxBytes,
  filesAhead: threads * FILES_AHEAD_PER_THREAD,
  externalId: (fileName) => DOC_ID.exec(fileName)?.[0] ?? null,
  parse: (bytes) => pool.parse(bytes),
});
await pool.close();
