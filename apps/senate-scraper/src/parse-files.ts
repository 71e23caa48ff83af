import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { paperFiling, type ParsedFiling } from '#rotunda/domain';
import { parseFiles, type PaperWatch } from '#rotunda/scraping';
import { GIF_LIMITS } from './parse/gif/gif-picture.js';
import { readPage } from './parse/page/html-page.js';
import { recognise } from './parse/page/recognise-page.js';
import { parsePaperWrapper } from './parse/parse-paper-wrapper.js';
import { parsePtr, SENATE_PTR_PARSER_VERSION } from './parse/parse-ptr.js';
import { scannedFiling } from './parse/scanned-filing.js';
import { ScanPool } from './parse/thread/scan-pool.js';

/** A page's file is named after its UUID, which the report does not print. */
const REPORT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\.)/i;
const GIF = 'GIF8';

const scans = new ScanPool();

/** One sheet of a report. */
function parseGif(bytes: Uint8Array, watch: PaperWatch): Promise<ParsedFiling> {
  const filing = paperFiling({
    externalId: null,
    sheets: [{ url: null, sheet: 1 }],
    parserVersion: SENATE_PTR_PARSER_VERSION,
  });
  return scans.read([bytes], scannedFiling(filing, null), watch);
}

/** A paper report is read where all of its pictures lie beside the page, or in `images` there. */
async function parsePaper(bytes: Uint8Array, file: string, watch: PaperWatch): Promise<ParsedFiling> {
  const { imageUrls, ...page } = parsePaperWrapper(bytes);
  const filing = { ...page, sheets: imageUrls.map((url) => ({ url, sheet: 1 })) };
  const pictures = await Promise.all(imageUrls.map((url) => pictureBeside(file, basename(new URL(url).pathname))));
  return pictures.every((picture) => picture !== null)
    ? scans.read(pictures, scannedFiling(filing, null), watch)
    : filing;
}

async function pictureBeside(file: string, name: string): Promise<Uint8Array | null> {
  const folder = dirname(file);
  const there = [join(folder, name), join(folder, 'images', name)].map((path) => readFile(path));
  const found = await Promise.allSettled(there);
  return found.find((picture) => picture.status === 'fulfilled')?.value ?? null;
}

await parseFiles(process.argv.slice(2), {
  largestBytes: GIF_LIMITS.maxBytes,
  filesAhead: 1,
  externalId: (fileName) => REPORT_ID.exec(fileName)?.[0].toLowerCase() ?? null,
  parse: async (bytes, file, watch) => {
    if (bytes.subarray(0, GIF.length).toString('latin1') === GIF) return parseGif(bytes, watch);
    return recognise(readPage(bytes)) === 'paper' ? parsePaper(bytes, file, watch) : parsePtr(bytes);
  },
});
await scans.close();
