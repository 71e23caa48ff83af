import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  failedFileJson,
  type FailedFileJson,
  parsedFileJson,
  type ParsedFileJson,
  UnreadableDocumentError,
} from '#rotunda/domain';
import { HTML_LIMITS, readPage } from './parse/page/html-page.js';
import { parsePaperWrapper } from './parse/parse-paper-wrapper.js';
import { parsePtr } from './parse/parse-ptr.js';
import { recognise } from './parse/page/recognise-page.js';

/** A page is stored under its UUID: a report prints none. */
const REPORT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\.)/i;

/**
 * `rotunda parse senate FILE…`: a JSON object for each file on stdout, in the order given; the exit code is 1 where one
 * could not be read.
 */
async function parseFiles(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const result = await parseFile(file);
    if ('error' in result) process.exitCode = 1;
    await print(result);
  }
}

async function parseFile(file: string): Promise<ParsedFileJson | FailedFileJson> {
  try {
    const bytes = await readDocument(file);
    const documentSha256 = createHash('sha256').update(bytes).digest('hex');
    const externalId = REPORT_ID.exec(basename(file))?.[0].toLowerCase() ?? null;
    if (recognise(readPage(bytes)) === 'paper') {
      return parsedFileJson({ file, externalId, filedOn: null, documentSha256 }, parsePaperWrapper(bytes));
    }
    const filing = parsePtr(bytes);
    return parsedFileJson({ file, externalId, filedOn: filing.filedOn, documentSha256 }, filing);
  } catch (error) {
    return failedFileJson(file, error);
  }
}

/** What can't be a page is refused before its bytes are in memory. */
async function readDocument(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > HTML_LIMITS.bytes) {
    throw new UnreadableDocumentError(`The page has ${size} bytes; at most ${HTML_LIMITS.bytes} are read.`);
  }
  return await readFile(file);
}

/** Resolves when the line is written: a slow reader slows us down instead of filling memory. */
const print = (result: unknown): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${JSON.stringify(result)}\n`, () => resolve()));

// `… | head` closes the pipe: nobody reads on, so there is nothing left to do.
process.stdout.on('error', () => process.exit(1));
await parseFiles(process.argv.slice(2));
