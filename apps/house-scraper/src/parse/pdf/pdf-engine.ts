import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The functions called for every character. */
interface CharacterCalls {
  FPDFText_GetUnicode: (text: number, index: number) => number;
  FPDFText_GetCharOrigin: (text: number, index: number, x: number, y: number) => number;
  FPDFText_GetLooseCharBox: (text: number, index: number, rectangle: number) => number;
  FPDFText_GetCharBox: (
    text: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ) => number;
  FPDFText_GetTextObject: (text: number, index: number) => number;
  FPDFTextObj_GetFont: (object: number) => number;
}

/** The functions called for every object of a page: the newer template has an object for each few characters. */
interface ObjectCalls {
  FPDFPage_CountObjects: (page: number) => number;
  FPDFPage_GetObject: (page: number, index: number) => number;
  FPDFPageObj_GetType: (object: number) => number;
  FPDFPageObj_GetBounds: (object: number, left: number, bottom: number, right: number, top: number) => number;
  FPDFPageObj_GetMatrix: (object: number, matrix: number) => number;
  FPDFFormObj_CountObjects: (form: number) => number;
  FPDFFormObj_GetObject: (form: number, index: number) => number;
  FPDFPath_GetDrawMode: (path: number, fillMode: number, isStroked: number) => number;
  FPDFPath_CountSegments: (path: number) => number;
}

/** PDFium in WebAssembly, with a scratch buffer for the values that its C functions return through pointers. */
export interface PdfEngine {
  pdfium: WrappedPdfiumModule;
  /** The raw WebAssembly exports: the package's wrappers convert and check each call, a tenth of the total time. */
  calls: CharacterCalls & ObjectCalls;
  /** Address of 64 bytes. Take a new view on them after each call: when memory grows, older views become invalid. */
  scratch: number;
}

const SCRATCH_BYTES = 64;
/** PDFium's memory never grows beyond this: a thread's `resourceLimits` do not cap WebAssembly. */
const MAX_HEAP_BYTES = 512 * 1024 * 1024;
let maxHeapBytes = MAX_HEAP_BYTES;

let loading: Promise<PdfEngine> | undefined;
let compiled: Promise<WebAssembly.Module> | undefined;

/** This thread's engine, loaded on first use (about 0.1 s). */
export function pdfEngine(): Promise<PdfEngine> {
  loading ??= load();
  return loading;
}

/** Makes the next document load a new engine: after a WebAssembly trap the module's memory can't be trusted. */
export function discardPdfEngine(): void {
  loading = undefined;
}

/** PDFium's compiled code. Threads share it, so that it is compiled only once. */
export function pdfiumCode(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

/** Gives this thread the code that another one compiled, and may lower its memory. Call it before the first document. */
export function usePdfiumCode(code: WebAssembly.Module, limit = MAX_HEAP_BYTES): void {
  compiled = Promise.resolve(code);
  maxHeapBytes = limit;
}

async function compile(): Promise<WebAssembly.Module> {
  // The package would load its WebAssembly from the web; use the file that it ships.
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  return await webAssembly.compile(await readFile(file));
}

async function load(): Promise<PdfEngine> {
  const code = await pdfiumCode();
  const pdfium = await new Promise<WrappedPdfiumModule>((resolve, reject) => {
    const instantiateWasm = (imports: Imports, receive: (instance: unknown) => void): object => {
      instantiate(code, imports, receive).catch(reject);
      return {};
    };
    // The error that it throws has the same text.
    const printErr = (): void => undefined;
    init({ instantiateWasm, printErr }).then(resolve, reject);
  });
  pdfium.PDFiumExt_Init();
  const { wasmExports } = pdfium.pdfium;
  return {
    pdfium,
    calls: wasmExports as unknown as CharacterCalls & ObjectCalls,
    scratch: wasmExports.malloc(SCRATCH_BYTES),
  };
}

type Imports = Record<string, Record<string, unknown>>;

/** Node's types describe WebAssembly's classes but lack its functions. */
const webAssembly = (
  globalThis as unknown as {
    WebAssembly: {
      compile: (bytes: Uint8Array) => Promise<WebAssembly.Module>;
      instantiate: (code: WebAssembly.Module, imports: Imports) => Promise<unknown>;
    };
  }
).WebAssembly;

async function instantiate(
  code: WebAssembly.Module,
  imports: Imports,
  receive: (instance: unknown) => void,
): Promise<void> {
  const grow = imports['env']!['emscripten_resize_heap'] as (bytes: number) => boolean;
  const growWithin = (bytes: number): boolean => bytes >>> 0 <= maxHeapBytes && grow(bytes);
  const env = { ...imports['env'], emscripten_resize_heap: growWithin };
  receive(await webAssembly.instantiate(code, { ...imports, env }));
}
