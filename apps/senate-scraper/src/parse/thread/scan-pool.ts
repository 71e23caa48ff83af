import { PAPER_RESOURCE_LIMITS, PaperPool, type ThreadProgram } from '#rotunda/scraping';

const PROGRAM: ThreadProgram = {
  name: 'scan',
  module: new URL('./scan-worker.js', import.meta.url),
  resourceLimits: PAPER_RESOURCE_LIMITS,
};

/** Reads the GIFs of a paper report, in order. */
export class ScanPool extends PaperPool<Uint8Array[]> {
  constructor(times?: ConstructorParameters<typeof PaperPool>[1]) {
    super(PROGRAM, times);
  }
}
