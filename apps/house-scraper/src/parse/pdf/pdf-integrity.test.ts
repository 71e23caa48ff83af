import PdfDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { damagedStreams } from './pdf-integrity.js';

describe('damagedStreams', () => {
  it.each([
    [
      'as the Clerk’s system encrypts: RC4, 128 bits, an empty password',
      { pdfVersion: '1.4' as const, ownerPassword: 'x' },
    ],
    ['with RC4, 40 bits', { pdfVersion: '1.3' as const, ownerPassword: 'x' }],
    ['that is not encrypted', {}],
  ])('finds the damaged streams of a PDF %s', async (_, options) => {
    const whole = await pdf(options);
    expect(damagedStreams(whole)).toEqual([]);
    const content = whole.indexOf('stream\n') + 20;
    for (const at of [content, content + 30, content + 60]) {
      const bytes = Buffer.from(whole);
      bytes[at] = bytes[at]! ^ 1;
      expect(damagedStreams(bytes), String(at)).toHaveLength(1);
    }
  });

  it('finds a stream whose stated length is wrong', async () => {
    const whole = (await pdf({})).toString('latin1');
    const shortened = whole.replace(/\/Length (\d+)/, (_, length: string) => `/Length ${Number(length) - 1}`);
    expect(damagedStreams(Buffer.from(shortened, 'latin1'))).toHaveLength(1);
  });

  it('ignores streams that it can’t decrypt', async () => {
    const bytes = await pdf({ pdfVersion: '1.7', ownerPassword: 'x' });
    bytes[bytes.indexOf('stream\n') + 20]! ^= 1;
    expect(damagedStreams(bytes)).toEqual([]);
    expect(damagedStreams(Buffer.from('%PDF-1.4\n%%EOF'))).toEqual([]);
  });
});

function pdf(options: PDFKit.PDFDocumentOptions): Promise<Buffer> {
  const document = new PdfDocument(options);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  document.text('Words enough to be packed into something that is worth a look. '.repeat(10));
  document.end();
  return ended;
}
