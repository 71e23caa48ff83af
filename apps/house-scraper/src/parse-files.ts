import { availableParallelism } from 'node:os';
import { parseFiles } from '#rotunda/scraping';
import { PDF_LIMITS } from './parse/pdf/pdf-text.js';
import { PdfPool } from './parse/thread/pdf-pool.js';

/** So many files for each thread are read ahead, so that a document of 81 pages makes no thread wait; memory stays bounded. */
const FILES_AHEAD_PER_THREAD = 16;
/** A document is stored under its DocID. */
const DOC_ID = /^\d{7,8}(?=\.pdf$)/i;

// The threads of the pool parse, this one reads and writes.
const threads = availableParallelism();
const pool = new PdfPool({ threads });
await parseFiles(process.argv.slice(2), {
  largestBytes: PDF_LIMITS.maxBytes,
  filesAhead: threads * FILES_AHEAD_PER_THREAD,
  externalId: (fileName) => DOC_ID.exec(fileName)?.[0] ?? null,
  parse: (bytes) => pool.parse(bytes),
});
await pool.close();
