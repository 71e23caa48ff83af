import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { Bitmap } from './bitmap.js';

/** Darker than this, of 255, is ink: what a scanner of black and white does. */
const INK = 150;
const GREY = 1;
const WHITE = 0xff_ff_ff_ff;

let loading: Promise<WrappedPdfiumModule> | undefined;

/** The first page of a PDF as a picture of black and white dots. */
export async function rasterise(pdf: Uint8Array, width: number, height: number): Promise<Bitmap> {
  const pdfium = await (loading ??= load());
  const { wasmExports } = pdfium.pdfium;
  const memory = (): Uint8Array => (pdfium.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
  const file = wasmExports.malloc(pdf.length);
  memory().set(pdf, file);
  const document = pdfium.FPDF_LoadMemDocument(file, pdf.length, '');
  const page = pdfium.FPDF_LoadPage(document, 0);
  const dots = pdfium.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  pdfium.FPDFBitmap_FillRect(dots, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(dots, page, 0, 0, width, height, 0, 0);
  const start = pdfium.FPDFBitmap_GetBuffer(dots);
  const stride = pdfium.FPDFBitmap_GetStride(dots);
  const bitmap = inBlackAndWhite(memory().subarray(start, start + stride * height), stride, width, height);
  pdfium.FPDFBitmap_Destroy(dots);
  pdfium.FPDF_ClosePage(page);
  pdfium.FPDF_CloseDocument(document);
  wasmExports.free(file);
  return bitmap;
}

function inBlackAndWhite(grey: Uint8Array, stride: number, width: number, height: number): Bitmap {
  const bitmap = new Bitmap(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (grey[y * stride + x]! < INK) bitmap.blacken(x, y);
  }
  return bitmap;
}

async function load(): Promise<WrappedPdfiumModule> {
  // The package would load its WebAssembly from the web; give it the file that it ships.
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const code = await readFile(file);
  const wasmBinary = code.buffer.slice(code.byteOffset, code.byteOffset + code.byteLength);
  const pdfium = await init({ wasmBinary });
  pdfium.PDFiumExt_Init();
  return pdfium;
}
