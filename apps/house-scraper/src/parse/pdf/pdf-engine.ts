import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The functions that are asked for every character. */
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

/** The functions that are asked for every object of a page: the newer template has one for each few characters. */
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

/** PDFium in WebAssembly, with a scratch space for the values that its C functions return through pointers. */
export interface PdfEngine {
  pdfium: WrappedPdfiumModule;
  /** Straight from WebAssembly: the package's wrappers convert and check each call, a tenth of the whole time. */
  calls: CharacterCalls & ObjectCalls;
  /** Address of 64 bytes; a view on them must be taken after each call, as growing memory replaces the views. */
  scratch: number;
}

const SCRATCH_BYTES = 64;

let loading: Promise<PdfEngine> | undefined;
let compiled: Promise<WebAssembly.Module> | undefined;

/** The engine of this thread: loaded on first use (about 0.1 s), then shared. */
export function pdfEngine(): Promise<PdfEngine> {
  loading ??= load();
  return loading;
}

/** After a WebAssembly trap the module's memory can't be trusted: the next document gets a new engine. */
export function discardPdfEngine(): void {
  loading = undefined;
}

/** PDFium's code. Threads that are given the same one share what is compiled of it, instead of compiling it each. */
export function pdfiumCode(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

/** Has this thread use code that another one compiled. */
export function usePdfiumCode(code: WebAssembly.Module): void {
  compiled = Promise.resolve(code);
}

async function compile(): Promise<WebAssembly.Module> {
  // The package would fetch its WebAssembly from the web; the file that it ships is taken instead.
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
    // What it would print is in the error that it throws as well.
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

/** Beyond it PDFium finds no memory, whatever a document asks for: a thread's `resourceLimits` do not cap it. */
const MAX_HEAP_BYTES = 512 * 1024 * 1024;

type Imports = Record<string, Record<string, unknown>>;

/** The type library of Node has WebAssembly's types, without its functions. */
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
  const growWithin = (bytes: number): boolean => bytes >>> 0 <= MAX_HEAP_BYTES && grow(bytes);
  const env = { ...imports['env'], emscripten_resize_heap: growWithin };
  receive(await webAssembly.instantiate(code, { ...imports, env }));
}
