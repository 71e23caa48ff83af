import { basename, join } from 'node:path';
import { readTsv } from '../listing-file.js';
import { readIfThere, type SourceFile } from '../source-file.js';
import { drawScannedPage } from './scan/draw-scanned-page.js';
import { type SenateFiling, readFiling } from './pages/senate-filing.js';
import { REAL_MEDIA_ORIGIN, type SenateSource } from './pages/senate-source.js';

/**
 * Real documents in a folder: `senate/listing.tsv`, its pages, and `senate/paper/images/*.gif`. The folder has only
 * some of the scanned pages of its wrappers; the others are drawn.
 */
export async function readDocumentFolder(folder: string): Promise<SenateSource> {
  const senate = join(folder, 'senate');
  const rows = await readTsv(join(senate, 'listing.tsv'));
  const files = new Map(rows.map((row) => [row['uuid']!, join(senate, row['file']!)]));
  const filings = rows.map((row) => readFiling(row, row['filed']!));
  const page = async ({ uuid }: SenateFiling): Promise<Buffer | null> =>
    (await readIfThere(files.get(uuid)!))?.body ?? null;
  const shown = await picturesShown(filings.filter(({ kind }) => kind === 'paper').map(page));
  const picture = async (path: string): Promise<SourceFile | null> => {
    if (!shown.has(path)) return null;
    return (await readIfThere(join(senate, 'paper', 'images', basename(path)))) ?? drawnPicture(path);
  };
  return { filings, page, picture };
}

/** The paths of the pictures that wrapper pages name. */
async function picturesShown(wrappers: readonly Promise<Buffer | null>[]): Promise<Set<string>> {
  const urls = (await Promise.all(wrappers)).flatMap((html) => html?.toString().match(/https:\/\/[^"\s]+\.gif/g) ?? []);
  return new Set(urls.filter((url) => url.startsWith(REAL_MEDIA_ORIGIN)).map((url) => new URL(url).pathname));
}

function drawnPicture(path: string): SourceFile {
  return { body: drawScannedPage(path), modifiedAt: new Date(0) };
}
