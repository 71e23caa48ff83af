import PDFDocument from 'pdfkit';
import type { Bitmap } from './bitmap.js';
import { pdfBytes } from './pdf-bytes.js';
import { rasterise } from './rasterise.js';

export type SheetFace = 'Helvetica' | 'Helvetica-Bold' | 'Helvetica-BoldOblique' | 'Times-Bold' | 'Times-Italic';

export interface Lettering {
  size: number;
  face?: SheetFace;
  align?: 'left' | 'centre';
  /** Written from the bottom to the top. */
  isUpwards?: boolean;
  /** Smaller letters where the text is wider than this. */
  within?: number;
}

/** Half the height of a capital letter, of its font size. */
const HALF_CAPITAL = 0.36;

/** A sheet to draw on, in dots from the top left; `scan` makes the picture. */
export class DrawnSheet {
  private readonly document: PDFKit.PDFDocument;

  /** @param turn degrees by which the sheet lies askew in the scanner */
  constructor(
    readonly width: number,
    readonly height: number,
    turn = 0,
  ) {
    this.document = new PDFDocument({ size: [width, height], margin: 0 });
    this.document.rotate(turn, { origin: [width / 2, height / 2] });
  }

  line(x1: number, y1: number, x2: number, y2: number, thickness: number): void {
    this.document.lineWidth(thickness).moveTo(x1, y1).lineTo(x2, y2).stroke();
  }

  box(left: number, top: number, right: number, bottom: number, thickness: number): void {
    this.document
      .lineWidth(thickness)
      .rect(left, top, right - left, bottom - top)
      .stroke();
  }

  /** @param middle of the capital letters; of the line, where it is written upwards */
  text(text: string, x: number, middle: number, lettering: Lettering): void {
    const { face = 'Helvetica', align = 'left', isUpwards = false, within } = lettering;
    this.document.font(face).fontSize(lettering.size);
    const natural = this.document.widthOfString(text);
    const size = within === undefined ? lettering.size : lettering.size * Math.min(1, within / natural);
    const width = (natural * size) / lettering.size;
    this.document.fontSize(size).save();
    if (isUpwards) this.document.rotate(-90, { origin: [x, middle] });
    const left = align === 'centre' ? x - width / 2 : x;
    this.document
      .text(text, left, middle + size * HALF_CAPITAL, { lineBreak: false, baseline: 'alphabetic' })
      .restore();
  }

  widthOf(text: string, { size, face = 'Helvetica' }: Lettering): number {
    return this.document.font(face).fontSize(size).widthOfString(text);
  }

  /** Lines one below the other, together centred on a point. */
  lines(texts: readonly string[], x: number, middle: number, pitch: number, lettering: Lettering): void {
    for (const [index, text] of texts.entries()) {
      this.text(text, x, middle + (index - (texts.length - 1) / 2) * pitch, { align: 'centre', ...lettering });
    }
  }

  /** @param scale dots of the picture for each of the sheet */
  async scan(scale = 1): Promise<Bitmap> {
    const pdf = await pdfBytes(this.document, () => undefined);
    return rasterise(pdf, this.width * scale, this.height * scale);
  }
}
