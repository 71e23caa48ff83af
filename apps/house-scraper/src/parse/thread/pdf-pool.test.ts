import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import PdfDocument from 'pdfkit';
import { LayoutChangedError, UnreadableDocumentError } from '#rotunda/domain';
import { HOUSE_PTR_PARSER_VERSION, parsePtr } from '../parse-ptr.js';
import { PdfPool } from './pdf-pool.js';
import { WorkerThread } from '#rotunda/scraping';

/** One white pixel, drawn over a whole page: a scan. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

let pool: PdfPool | undefined;
afterEach(() => pool?.close());

describe('parsePtr on documents that are not an electronic PTR', () => {
  it('reads a page that is one picture as paper, and says nothing about trades', async () => {
    expect(await parsePtr(await scan())).toEqual({
      format: 'paper',
      externalId: null,
      filerNameRaw: null,
      stateDistrict: null,
      signedOn: null,
      amendmentNo: null,
      expectedRows: null,
      transactions: [],
      sheets: [{ url: null, sheet: 1 }],
      reviewReasons: [],
      qualityFlags: [],
      parserVersion: HOUSE_PTR_PARSER_VERSION,
    });
  });

  it('rejects a text PDF that is another form, and quotes it', async () => {
    const error: unknown = await parsePtr(await textPdf(['Candidate Notice'])).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LayoutChangedError);
    expect((error as Error).message).toContain('"Candidate Notice"');
  });

  it.each([
    ['a file that is not a PDF', () => Promise.resolve(Buffer.from('<html>Not found</html>')), '%PDF-'],
    ['nothing', () => Promise.resolve(Buffer.alloc(0)), '%PDF-'],
    ['a PDF that was cut off', async () => (await longPdf(2)).subarray(0, -3_000), 'cut off'],
    ['a damaged PDF', () => Promise.resolve(Buffer.from('%PDF-1.7\nrubbish\n%%EOF')), "can't be opened"],
    ['a PDF with a password', () => textPdf(['locked'], { userPassword: 'secret' }), 'password'],
  ])('refuses %s', async (_, bytes, reason) => {
    const error: unknown = await parsePtr(await bytes()).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(UnreadableDocumentError);
    expect((error as Error).message).toContain(reason);
  });

  it.each([{ maxBytes: 100 }, { maxPages: 1 }, { maxHeapBytes: 1 }])('keeps to the limit %j', async (limits) => {
    await expect(parsePtr(await longPdf(2), limits)).rejects.toThrow(UnreadableDocumentError);
    expect(await parsePtr(await scan())).toMatchObject({ format: 'paper' });
  });
});

describe('PdfPool', () => {
  it('parses in a thread: the same filings, the same classes of errors', async () => {
    pool = new PdfPool();
    const [filing, other, broken] = await Promise.allSettled([
      pool.parse(await scan()),
      pool.parse(await textPdf(['Candidate Notice'])),
      pool.parse(Buffer.from('nothing')),
    ]);
    expect(filing).toMatchObject({ status: 'fulfilled', value: await parsePtr(await scan()) });
    expect((other as PromiseRejectedResult).reason).toBeInstanceOf(LayoutChangedError);
    expect((broken as PromiseRejectedResult).reason).toBeInstanceOf(UnreadableDocumentError);
  });

  it('does not block the caller while it parses', async () => {
    pool = new PdfPool();
    await pool.parse(await scan());
    const document = await longPdf(40);
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    await expect(pool.parse(document)).rejects.toThrow(LayoutChangedError);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(10);
  });

  it('stops a thread over the time limit, reports that, and parses the next document in a new one', async () => {
    pool = new PdfPool();
    const overrun = pool.parse(await longPdf(40), { timeLimitMs: 1 });
    const next = pool.parse(await scan());
    await expect(overrun).rejects.toThrow(new UnreadableDocumentError('The document took longer than 1 ms to parse'));
    expect(await next).toMatchObject({ format: 'paper' });
  });

  it('goes on working after its threads were recycled', async () => {
    pool = new PdfPool({ threads: 2 });
    await pool.parse(await scan());
    await pool.recycle();
    expect(await pool.parse(await scan())).toMatchObject({ format: 'paper' });
  });

  it('replaces a busy thread after its document, also where others wait for it', async () => {
    pool = new PdfPool();
    await pool.parse(await scan());
    const stop = vi.spyOn(WorkerThread.prototype, 'stop');
    onTestFinished(() => stop.mockRestore());
    const [underWay, waiting] = [pool.parse(await longPdf(40)), pool.parse(await scan())];
    await pool.recycle();
    expect(stop).not.toHaveBeenCalled();
    await expect(underWay).rejects.toThrow(LayoutChangedError);
    expect(await waiting).toMatchObject({ format: 'paper' });
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('rejects documents in progress, waiting and new when it is closed', async () => {
    pool = new PdfPool();
    await pool.parse(await scan());
    const underWay = expect(pool.parse(await longPdf(40))).rejects.toThrow('The PDF thread was stopped');
    const waiting = expect(pool.parse(await scan())).rejects.toThrow('The PDF pool was closed');
    await pool.close();
    await Promise.all([underWay, waiting]);
    await pool.close();
    await expect(pool.parse(await scan())).rejects.toThrow('The PDF pool is closed');
  });
});

const scan = (): Promise<Buffer> =>
  render(new PdfDocument(), (document) => document.image(PIXEL, 0, 0, { width: 612, height: 792 }));

const textPdf = (lines: string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> =>
  render(new PdfDocument(options), (document) => lines.map((line) => document.text(line)));

/** Uncompressed pages full of text: they take PDFium some tens of milliseconds. */
const longPdf = (pageCount: number): Promise<Buffer> =>
  render(new PdfDocument({ compress: false }), (document) => {
    for (let page = 0; page < pageCount; page += 1) document.addPage().text('Lorem ipsum dolor sit amet. '.repeat(120));
  });

async function render(document: PDFKit.PDFDocument, draw: (document: PDFKit.PDFDocument) => unknown): Promise<Buffer> {
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  draw(document);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
