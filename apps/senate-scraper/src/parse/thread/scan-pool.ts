import { PaperPool, type ThreadProgram } from '#rotunda/scraping';

/** Of JavaScript alone; pictures and models are outside. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

const PROGRAM: ThreadProgram = {
  name: 'scan',
  module: new URL('./scan-worker.js', import.meta.url),
  resourceLimits: RESOURCE_LIMITS,
};

/** Reads the GIFs of a paper report, in order. */
export class ScanPool extends PaperPool<Uint8Array[]> {
  constructor(times?: ConstructorParameters<typeof PaperPool>[1]) {
    super(PROGRAM, times);
  }
}
