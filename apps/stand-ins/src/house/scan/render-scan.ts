import PDFDocument from 'pdfkit';
import type { Bitmap } from '../../scan/bitmap.js';
import { pdfBytes } from '../../scan/pdf-bytes.js';
import { drawReport } from './draw-report.js';
import type { PaperFacts } from './paper-facts.js';
import { drawPenStrokes } from './pen-strokes.js';

/** A report on paper as the Clerk scans it: one picture per page, no text, no encryption. The same facts give the same bytes. */
export async function renderScan(facts: PaperFacts): Promise<Buffer> {
  const upright = await drawReport(facts);
  // The scanner takes a sheet that is wider than high on its side.
  const pictures = upright.map((picture) => (facts.rotation === 270 ? picture.turned() : picture));
  return inPdf(pictures, 200);
}

/** A report of which no facts are known. */
export function renderUnreadableScan(docId: string, pages: number): Promise<Buffer> {
  return inPdf(
    Array.from({ length: pages }, (_, index) => drawPenStrokes(`${docId}/${index + 1}`)),
    100,
  );
}

function inPdf(pictures: readonly Bitmap[], dotsPerInch: number): Promise<Buffer> {
  const document = new PDFDocument({
    margin: 0,
    pdfVersion: '1.3',
    autoFirstPage: false,
    info: { Producer: 'Rotunda stand-in', CreationDate: new Date(0) },
  });
  return pdfBytes(document, () => {
    for (const picture of pictures) addPicture(document, picture, dotsPerInch);
  });
}

function addPicture(document: PDFKit.PDFDocument, { bytes, width, height }: Bitmap, dotsPerInch: number): void {
  const size: [number, number] = [(width / dotsPerInch) * 72, (height / dotsPerInch) * 72];
  document.addPage({ size, margin: 0 });
  const picture = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 1,
  });
  picture.end(bytes);
  (document.page.xobjects as Record<string, PDFKit.PDFKitReference>)['Scan'] = picture;
  document.addContent(`q ${size[0]} 0 0 -${size[1]} 0 ${size[1]} cm /Scan Do Q`);
}
