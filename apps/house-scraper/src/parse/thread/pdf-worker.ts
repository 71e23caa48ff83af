import { serveRequests } from '#rotunda/scraping/light';
import { parsePtr } from '../parse-ptr.js';
import { usePdfiumCode } from '../pdf/pdf-engine.js';
import type { ParseRequest } from './parse-request.js';

/** Load this module only as a worker. */
serveRequests(
  (code: WebAssembly.Module) => usePdfiumCode(code),
  ({ bytes, options }: ParseRequest) => parsePtr(bytes, options),
);
