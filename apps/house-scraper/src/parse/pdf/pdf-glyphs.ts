import { UnreadableDocumentError } from '#rotunda/domain';
import type { PdfEngine } from './pdf-engine.js';

/** One printed character. Lengths are PDF points, the origin is bottom left. */
export interface Glyph {
  /** `\0` where the font does not name the character (the small capitals of the newer template). */
  char: string;
  left: number;
  right: number;
  bottom: number;
  top: number;
  baseline: number;
  /** The top of its ink; measured only for the letters of subset fonts, see `drawn-case.ts`. */
  inkTop: number | null;
  /** The font's name in the PDF, with its subset prefix: `XQPBCH+Marlett`. */
  font: string;
}

const NAME_BYTES = 128;
/** PDFium returns a hyphen at the end of a line as one of these: it takes the word to be split. */
const LINE_END_HYPHENS = new Set([0x02, 0xad, 0xfffe]);
const LAST_CODE_POINT = 0x10ffff;
/** The names of subset fonts. The older template's fonts are subsets, the newer one embeds whole fonts. */
const SUBSET_FONT = /^[A-Z]{6}\+/;

const NUMBERS_PER_GLYPH = 6;

/**
 * A glyph whose lengths are in one array for the whole page. As fields each would be an object of its own, and a filing
 * has up to a million of them (a fifth of the time and a third of the memory).
 */
class PlacedGlyph implements Glyph {
  constructor(
    readonly char: string,
    readonly font: string,
    private readonly numbers: Float32Array,
    private readonly at: number,
  ) {}

  get left(): number {
    return this.numbers[this.at]!;
  }
  get top(): number {
    return this.numbers[this.at + 1]!;
  }
  get right(): number {
    return this.numbers[this.at + 2]!;
  }
  get bottom(): number {
    return this.numbers[this.at + 3]!;
  }
  get baseline(): number {
    return this.numbers[this.at + 4]!;
  }
  get inkTop(): number | null {
    const inkTop = this.numbers[this.at + 5]!;
    return Number.isNaN(inkTop) ? null : inkTop;
  }
}

/** The drawn characters, in PDFium's order, without those that it makes up (line ends, gaps). */
export function readGlyphs(engine: PdfEngine, page: number): Glyph[] {
  const { pdfium, calls } = engine;
  const text = pdfium.FPDFText_LoadPage(page);
  if (text === 0) throw new UnreadableDocumentError("The text of a page can't be read");
  try {
    const fontOf = fontNames(engine);
    const glyphs: Glyph[] = [];
    const count = pdfium.FPDFText_CountChars(text);
    const numbers = new Float32Array(Math.max(count, 0) * NUMBERS_PER_GLYPH);
    for (let index = 0; index < count; index += 1) {
      const object = calls.FPDFText_GetTextObject(text, index);
      // Only drawn characters belong to a text object.
      if (object !== 0) glyphs.push(readGlyph(engine, text, index, fontOf(object), numbers));
    }
    return glyphs;
  } finally {
    pdfium.FPDFText_ClosePage(text);
  }
}

function readGlyph(engine: PdfEngine, text: number, index: number, font: PdfFont, numbers: Float32Array): Glyph {
  const { pdfium, calls, scratch } = engine;
  const code = calls.FPDFText_GetUnicode(text, index);
  const at = index * NUMBERS_PER_GLYPH;
  // The loose box is as wide as the pen moves and as high as the font: the same height for `.` and `M`.
  calls.FPDFText_GetLooseCharBox(text, index, scratch);
  const floats = pdfium.pdfium.HEAPF32;
  const box = scratch >> 2;
  for (let side = 0; side < 4; side += 1) numbers[at + side] = floats[box + side]!;
  calls.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
  numbers[at + 4] = pdfium.pdfium.HEAPF64[(scratch + 8) >> 3]!;
  numbers[at + 5] = font.isSubset && isLetter(code) ? readInkTop(engine, text, index) : NaN;
  return new PlacedGlyph(characterOf(code), font.name, numbers, at);
}

function readInkTop({ pdfium, calls, scratch }: PdfEngine, text: number, index: number): number {
  const isRead = calls.FPDFText_GetCharBox(text, index, scratch, scratch + 8, scratch + 16, scratch + 24);
  return isRead === 0 ? NaN : pdfium.pdfium.HEAPF64[(scratch + 24) >> 3]!;
}

const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

function characterOf(code: number): string {
  if (LINE_END_HYPHENS.has(code)) return '-';
  // A broken character map may give a number that is not a code point.
  return code >= 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '\0';
}

interface PdfFont {
  name: string;
  isSubset: boolean;
}

/** Returns the font of a text object. Successive characters mostly share an object, so the last result is cached. */
function fontNames({ pdfium, calls }: PdfEngine): (object: number) => PdfFont {
  const fonts = new Map<number, PdfFont>();
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const nameOf = (font: number): string => {
    const address = malloc(NAME_BYTES);
    const length = pdfium.FPDFFont_GetBaseFontName(font, address, NAME_BYTES);
    const name = length > 0 && length <= NAME_BYTES ? pdfium.pdfium.UTF8ToString(address) : '';
    free(address);
    return name;
  };
  let lastObject = 0;
  let last: PdfFont = { name: '', isSubset: false };
  return (object) => {
    if (object === lastObject) return last;
    const address = calls.FPDFTextObj_GetFont(object);
    let font = fonts.get(address);
    if (font === undefined) {
      const name = nameOf(address);
      fonts.set(address, (font = { name, isSubset: SUBSET_FONT.test(name) }));
    }
    lastObject = object;
    return (last = font);
  };
}
