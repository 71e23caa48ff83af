import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import {
  failedFileJson,
  type FailedFileJson,
  parsedFileJson,
  type ParsedFileJson,
  UnreadableDocumentError,
} from '#rotunda/domain';
import { PdfPool } from './parse/thread/pdf-pool.js';
import { PDF_LIMITS } from './parse/pdf/pdf-text.js';

/** So many files for each thread are read ahead, so that a document of 81 pages makes no thread wait; memory stays bounded. */
const FILES_AHEAD_PER_THREAD = 16;
/** A document is stored under its DocID: a scan prints none. */
const DOC_ID = /^\d{7,8}(?=\.pdf$)/i;

/**
 * `rotunda parse house FILE…`: a JSON object for each file on stdout, in the order given; the exit code is 1 where one
 * could not be read. The threads of the pool parse, this one reads and writes.
 */
async function parseFiles(files: readonly string[]): Promise<void> {
  const threads = availableParallelism();
  const pool = new PdfPool({ threads });
  for await (const result of inOrder(files, threads * FILES_AHEAD_PER_THREAD, (file) => parseFile(pool, file))) {
    if ('error' in result) process.exitCode = 1;
    await print(result);
  }
  await pool.close();
}

async function parseFile(pool: PdfPool, file: string): Promise<ParsedFileJson | FailedFileJson> {
  try {
    const bytes = await readDocument(file);
    const documentSha256 = createHash('sha256').update(bytes).digest('hex');
    const externalId = DOC_ID.exec(basename(file))?.[0] ?? null;
    // The date of filing stands in the site's index only.
    return parsedFileJson({ file, externalId, filedOn: null, documentSha256 }, await pool.parse(bytes));
  } catch (error) {
    return failedFileJson(file, error);
  }
}

/** What can't be a document is refused before its bytes are in memory. */
async function readDocument(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > PDF_LIMITS.maxBytes) {
    throw new UnreadableDocumentError(`The document has ${size} bytes, ${PDF_LIMITS.maxBytes} are allowed`);
  }
  return await readFile(file);
}

/** Works on `ahead` files at a time, and gives their results in the order of the files. */
async function* inOrder<T>(
  files: readonly string[],
  ahead: number,
  work: (file: string) => Promise<T>,
): AsyncGenerator<T> {
  const started: Promise<T>[] = [];
  for (const file of files) {
    started.push(work(file));
    if (started.length >= ahead) yield await started.shift()!;
  }
  for (const result of started) yield await result;
}

/** Resolves when the line is written: a slow reader slows us down instead of filling memory. */
const print = (result: unknown): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${JSON.stringify(result)}\n`, () => resolve()));

// `… | head` closes the pipe: nobody reads on, so there is nothing left to do.
process.stdout.on('error', () => process.exit(1));
await parseFiles(process.argv.slice(2));
