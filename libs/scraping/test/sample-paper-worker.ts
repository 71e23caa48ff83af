import type { PaperRequest } from '../src/paper/paper-pool.js';
import { serveRequests } from '../src/threads/serve-requests.js';

/** Breaks at the sheet that the document names; else answers with the number of sheets. */
serveRequests(
  () => undefined,
  ({ document, options }: PaperRequest<number>, progress) => {
    for (let page = 1; page <= options.sheets; page += 1) {
      progress(page);
      if (page === document) return new Promise(() => setImmediate(() => process.exit(1)));
    }
    return Promise.resolve({ filing: options.sheets, drawings: [] });
  },
);
