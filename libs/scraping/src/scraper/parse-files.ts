import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  failedFileJson,
  type FailedFileJson,
  parsedFileJson,
  type ParsedFileJson,
  type ParsedFiling,
  UnreadableDocumentError,
} from '#rotunda/domain';

/** How a chamber's documents are read from files. */
export interface FileParser {
  /** A larger file can't be a document; it is refused before it is read. */
  largestBytes: number;
  /** The number of files in memory at a time. */
  filesAhead: number;
  /** The filing's id, taken from the file name: paper documents do not print one. */
  externalId(fileName: string): string | null;
  parse(bytes: Buffer): Promise<ParsedFiling & { filedOn?: string | null }>;
}

/**
 * `rotunda parse <chamber> FILE…`: prints a JSON object for each file to stdout, in the given order. The exit code is 1
 * if any file could not be read.
 */
export async function parseFiles(files: readonly string[], parser: FileParser): Promise<void> {
  // `… | head` closes the pipe: nobody reads the rest.
  process.stdout.on('error', () => process.exit(1));
  for await (const result of inOrder(files, parser.filesAhead, (file) => parseFile(parser, file))) {
    if ('error' in result) process.exitCode = 1;
    await print(result);
  }
}

async function parseFile(parser: FileParser, file: string): Promise<ParsedFileJson | FailedFileJson> {
  try {
    const bytes = await readDocument(file, parser.largestBytes);
    const documentSha256 = createHash('sha256').update(bytes).digest('hex');
    const filing = await parser.parse(bytes);
    const { filedOn = null } = filing;
    return parsedFileJson({ file, externalId: parser.externalId(basename(file)), filedOn, documentSha256 }, filing);
  } catch (error) {
    return failedFileJson(file, error);
  }
}

async function readDocument(file: string, largestBytes: number): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > largestBytes) {
    throw new UnreadableDocumentError(`The document has ${size} bytes; at most ${largestBytes} are read.`);
  }
  return await readFile(file);
}

/** Works on `ahead` files at a time and yields their results in the order of the files. */
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

/** Resolves when the line is written, so that a slow reader slows us down instead of filling memory. */
const print = (result: unknown): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${JSON.stringify(result)}\n`, () => resolve()));
