import { availableParallelism } from 'node:os';
import { parseFiles } from '#rotunda/scraping';
import { PDF_LIMITS } from './parse/pdf/pdf-document.js';
import { scannedFiling } from './parse/scanned-filing.js';
import { PdfPool } from './parse/thread/pdf-pool.js';
import { ScanPool } from './parse/thread/scan-pool.js';

/** Files read ahead per thread: enough that a document of 81 pages keeps no thread waiting, and memory stays bounded. */
const FILES_AHEAD_PER_THREAD = 16;
/** A document is stored under its DocID. */
const DOC_ID = /^\d{7,8}(?=\.pdf$)/i;

// The pool's threads parse; this one reads and writes.
const threads = availableParallelism();
const pool = new PdfPool({ threads });
const scans = new ScanPool();
await parseFiles(process.argv.slice(2), {
  largestBytes: PDF_LIMITS.maxBytes,
  filesAhead: threads * FILES_AHEAD_PER_THREAD,
  externalId: (fileName) => DOC_ID.exec(fileName)?.[0] ?? null,
  parse: async (bytes, _file, watch) => {
    const filing = await pool.parse(bytes);
    // No file says when it was filed.
    return filing.format === 'paper' ? scans.read(bytes, scannedFiling(filing, null), watch) : filing;
  },
});
await Promise.all([pool.close(), scans.close()]);
