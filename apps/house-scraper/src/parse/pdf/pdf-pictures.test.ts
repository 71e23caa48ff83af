import { encode } from 'fast-png';
import PdfDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { PDF_LIMITS, withPdf } from './pdf-document.js';
import { drawPage, type PagePicture, PICTURE_LIMITS } from './pdf-pictures.js';

/** Points. */
const [WIDTH, HEIGHT] = [610.56, 792];

/** A grey picture in which every pixel says where it is. */
function picture(width: number, height: number): { png: Buffer; pixels: Uint8Array } {
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => (at * 37 + Math.floor(at / width) * 11) % 256);
  return { png: Buffer.from(encode({ width, height, data: pixels, channels: 1 })), pixels };
}

interface PageOptions {
  rotate?: number;
  draw: (document: PDFKit.PDFDocument) => void;
}

async function pdf({ rotate = 0, draw }: PageOptions): Promise<Buffer> {
  const document = new PdfDocument({ size: [WIDTH, HEIGHT] });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  (document.page.dictionary as unknown as { data: Record<string, unknown> }).data['Rotate'] = rotate;
  draw(document);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

const drawn = async (options: PageOptions, limits = PICTURE_LIMITS): Promise<PagePicture | null> =>
  withPdf(await pdf(options), PDF_LIMITS, (open) => drawPage(open, 0, limits));

const onWholePage =
  (png: Buffer): PageOptions['draw'] =>
  (document) =>
    void document.image(png, 0, 0, { width: WIDTH, height: HEIGHT });

describe('drawPage', () => {
  it('gives the pixels of a picture that covers the page, unchanged', async () => {
    const { png, pixels } = picture(169, 219);
    const page = await drawn({ draw: onWholePage(png) });
    expect(page).toMatchObject({ width: 169, height: 219 });
    expect(Buffer.from(page!.pixels).equals(pixels)).toBe(true);
  });

  it('turns the page as the document says, and finds the way back to its points', async () => {
    const { png, pixels } = picture(169, 219);
    const page = (await drawn({ rotate: 90, draw: onWholePage(png) }))!;
    expect(page).toMatchObject({ width: 219, height: 169 });
    // Clockwise: the first column from its bottom becomes the first row.
    const column = Array.from({ length: 219 }, (_, y) => pixels[(218 - y) * 169]);
    expect([...page.pixels.subarray(0, 219)]).toEqual(column);
    const [left, bottom, right, top] = page.toPoints({ left: 0, top: 0, right: 219, bottom: 16.9 });
    expect([left, bottom, right, top].map((point) => Math.round(point))).toEqual([0, 0, 61, 792]);
  });

  it('joins the strips of a page; only the row at a seam may be mixed', async () => {
    const { png, pixels } = picture(169, 110);
    const half = { width: WIDTH, height: HEIGHT / 2 };
    const draw = (document: PDFKit.PDFDocument): void =>
      void document.image(png, 0, 0, half).image(png, 0, HEIGHT / 2, half);
    const page = (await drawn({ draw }))!;
    expect(page).toMatchObject({ width: 169, height: 220 });
    const both = Buffer.concat([pixels, pixels]);
    const differing = [...both.keys()].filter((at) => both[at] !== page.pixels[at]);
    expect(new Set(differing.map((at) => Math.floor(at / 169)))).toEqual(new Set([109]));
  });

  it('makes a page over the limit smaller, and does not decode a picture over its own', async () => {
    const { png } = picture(400, 520);
    const smaller = await drawn({ draw: onWholePage(png) }, { ...PICTURE_LIMITS, maxPixels: 52_000 });
    expect(smaller).toMatchObject({ width: 200, height: 260 });
    expect(await drawn({ draw: onWholePage(png) }, { ...PICTURE_LIMITS, maxSourcePixels: 100_000 })).toBeNull();
  });

  it('draws a page without a picture white', async () => {
    const page = (await drawn({ draw: () => undefined }))!;
    expect(page).toMatchObject({ width: 1_696, height: 2_200 });
    expect(page.pixels.every((light) => light === 255)).toBe(true);
  });
});
