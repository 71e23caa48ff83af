import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import {
  failedFileJson,
  type FailedFileJson,
  parsedFileJson,
  type ParsedFileJson,
  type ParsedFiling,
  UnreadableDocumentError,
} from '#rotunda/domain';
import type { PaperWatch } from '../paper/paper-pool.js';

/** How a chamber's documents are read from files. */
export interface FileParser {
  /** A larger file can't be a document; it is refused before it is read. */
  largestBytes: number;
  /** The number of files in memory at a time. */
  filesAhead: number;
  /** The filing's id, taken from the file name: paper documents do not print one. */
  externalId(fileName: string): string | null;
  parse(bytes: Buffer, file: string, watch: PaperWatch): Promise<ParsedFiling & { filedOn?: string | null }>;
}

/**
 * `rotunda parse <chamber> FILE… [--debug DIR]`: prints a JSON object for each file to stdout, in the given order. The
 * exit code is 1 if any file could not be read. With `--debug` each sheet of a scan is drawn into the folder, with what
 * was found on it.
 */
export async function parseFiles(args: readonly string[], parser: FileParser): Promise<void> {
  const options = { debug: { type: 'string' } } as const;
  const { values, positionals: files } = parseArgs({ args: [...args], options, allowPositionals: true });
  // `… | head` closes the pipe: nobody reads the rest.
  process.stdout.on('error', () => process.exit(1));
  for await (const result of inOrder(files, parser.filesAhead, (file) => parseFile(parser, file, values.debug))) {
    if ('error' in result) process.exitCode = 1;
    await print(result);
  }
}

async function parseFile(
  parser: FileParser,
  file: string,
  debug: string | undefined,
): Promise<ParsedFileJson | FailedFileJson> {
  try {
    const bytes = await readDocument(file, parser.largestBytes);
    const documentSha256 = createHash('sha256').update(bytes).digest('hex');
    let drawings: Uint8Array[] = [];
    const watch = debug === undefined ? {} : { onDrawn: (drawn: Uint8Array[]) => (drawings = drawn) };
    const filing = await parser.parse(bytes, file, watch);
    if (debug !== undefined) await save(drawings, debug, parse(file).name);
    const { filedOn = null } = filing;
    return parsedFileJson({ file, externalId: parser.externalId(basename(file)), filedOn, documentSha256 }, filing);
  } catch (error) {
    return failedFileJson(file, error);
  }
}

/** `8216880-1.png` is the first sheet of `8216880.pdf`. */
async function save(drawings: readonly Uint8Array[], folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, drawing] of drawings.entries()) await writeFile(join(folder, `${name}-${index + 1}.png`), drawing);
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
