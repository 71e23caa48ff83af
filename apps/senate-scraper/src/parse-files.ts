import { parseFiles } from '#rotunda/scraping';
import { HTML_LIMITS, readPage } from './parse/page/html-page.js';
import { recognise } from './parse/page/recognise-page.js';
import { parsePaperWrapper } from './parse/parse-paper-wrapper.js';
import { parsePtr } from './parse/parse-ptr.js';

/** A page's file is named after its UUID, which the report does not print. */
const REPORT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\.)/i;

await parseFiles(process.argv.slice(2), {
  largestBytes: HTML_LIMITS.bytes,
  filesAhead: 1,
  externalId: (fileName) => REPORT_ID.exec(fileName)?.[0].toLowerCase() ?? null,
  parse: async (bytes) => (recognise(readPage(bytes)) === 'paper' ? parsePaperWrapper(bytes) : parsePtr(bytes)),
});
