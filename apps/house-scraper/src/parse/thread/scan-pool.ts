import { PAPER_RESOURCE_LIMITS, PaperPool, type ThreadProgram } from '#rotunda/scraping';
import { pdfiumCode } from '../pdf/pdf-engine.js';

const PROGRAM: ThreadProgram = {
  name: 'scan',
  module: new URL('./scan-worker.js', import.meta.url),
  resourceLimits: PAPER_RESOURCE_LIMITS,
  start: pdfiumCode,
};

/** Reads scanned PDFs, with a thread of its own: electronic ones don't wait for scans. */
export class ScanPool extends PaperPool<Uint8Array> {
  constructor(times?: ConstructorParameters<typeof PaperPool>[1]) {
    super(PROGRAM, times);
  }
}
