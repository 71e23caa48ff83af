import type { PtrTemplate } from './ptr-facts.js';

/** The real forms use Georgia, which is wider than Times: without stretching, lines would wrap elsewhere. */
const FACES = {
  regular: { baseFont: 'Times-Roman', stretch: 1.08, subsetTag: 'TZIMEA' },
  bold: { baseFont: 'Times-Bold', stretch: 1.2, subsetTag: 'TZIMEB' },
} as const;
export type Face = keyof typeof FACES;

/** A piece of text in one style. With `smallCaps`, small letters are printed as small capitals. */
export interface TextRun {
  face: Face;
  text: string;
  sizePoints: number;
  isSmallCaps: boolean;
}

/** A part of a run that is printed at one size. */
export interface EncodedPiece {
  hex: string;
  sizePoints: number;
  widthPoints: number;
}

/** WinAnsi codes of characters beyond Latin-1 that the forms and their filers use. */
const WIN_ANSI = new Map([
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['•', 0x95],
  ['–', 0x96],
  ['—', 0x97],
  ['™', 0x99],
]);
/**
 * The arrow between an account and its sub-account. No Times font has it, so PDF readers draw it with their own fonts.
 */
const ARROW = { char: '⇒', code: 27, glyphName: 'arrowdblright', advance: 0.987 } as const;
const SMALL_CAPITAL_PER_CAPITAL = { older: 0.72, newer: 0.76 } as const;
/** In the newer form, small capitals `a` to `z` have the codes 1 to 26. */
const FIRST_SMALL_CAPITAL = 1;
const CAPITALS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * A font of the form, with the same defects in text extraction as the real one.
 *
 * Newer form: a small capital is a glyph that the font's ToUnicode map calls U+0000, so `Filing Status` reads as
 * `F\0\0\0\0\0 S\0\0\0\0\0`.
 *
 * Older form: a small capital is the capital's own glyph at a smaller size, and ToUnicode has one entry per glyph, with
 * the meaning that the glyph had **last** in the document. If the last "A" was one of `Status`, every A of the document
 * reads as `a` (`FILINg STaTUS`, `amazon.com (aMZN)`). Derived from the real documents, where this rule gives exactly
 * the scramble of each.
 */
export class PrintedFont {
  readonly resource: PDFKit.PDFKitReference;
  private readonly meanings = new Map<number, string>();
  private readonly advances = new Map<string, number>();

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly face: Face,
    private readonly template: PtrTemplate,
  ) {
    this.resource = document.ref({});
  }

  get stretch(): number {
    return FACES[this.face].stretch;
  }

  width(text: string, sizePoints: number): number {
    return [...text].reduce((sum, char) => sum + this.advance(char), 0) * sizePoints;
  }

  /** Call it in document order: the last meaning of a glyph wins. */
  encode(run: TextRun): EncodedPiece[] {
    const pieces: EncodedPiece[] = [];
    for (const char of run.text) {
      const isSmallCapital = run.isSmallCaps && /[a-z]/.test(char);
      const shape = isSmallCapital ? char.toUpperCase() : char;
      const scale = isSmallCapital ? SMALL_CAPITAL_PER_CAPITAL[this.template] : 1;
      const hex = this.codeOf(char, isSmallCapital).toString(16).padStart(2, '0');
      const sizePoints = run.sizePoints * scale;
      const widthPoints = this.advance(shape) * sizePoints;
      const last = pieces.at(-1);
      if (last && last.sizePoints === sizePoints && this.template === 'older') {
        last.hex += hex;
        last.widthPoints += widthPoints;
      } else pieces.push({ hex, sizePoints, widthPoints });
    }
    return pieces;
  }

  /** Writes the font's dictionary. Encode nothing after that. */
  finish(): void {
    const { baseFont, subsetTag } = FACES[this.face];
    const toUnicode = this.document.ref({});
    toUnicode.end(toUnicodeMap(this.meanings));
    // The older form's fonts are subsets, as their names show; the newer one embeds whole fonts.
    const name = this.template === 'older' ? `${subsetTag}+${baseFont}` : baseFont;
    Object.assign(this.resource.data, {
      Type: 'Font',
      Subtype: 'Type1',
      BaseFont: name,
      FirstChar: 0,
      LastChar: 255,
      Widths: Array.from({ length: 256 }, (_, code) => Math.round(this.unstretchedAdvance(charOf(code)) * 1000)),
      FontDescriptor: this.descriptor(name),
      Encoding: {
        Type: 'Encoding',
        BaseEncoding: 'WinAnsiEncoding',
        Differences: [FIRST_SMALL_CAPITAL, ...CAPITALS, ARROW.glyphName],
      },
      ToUnicode: toUnicode,
    });
    this.resource.end(undefined);
  }

  private descriptor(name: string): PDFKit.PDFKitReference {
    const descriptor = this.document.ref({
      Type: 'FontDescriptor',
      FontName: name,
      // Serif and nonsymbolic.
      Flags: 34,
      FontBBox: [-168, -281, 1000, 935],
      ItalicAngle: 0,
      Ascent: 917,
      Descent: -219,
      CapHeight: 662,
      StemV: this.face === 'bold' ? 139 : 84,
      ...(this.face === 'bold' && { FontWeight: 700 }),
    });
    descriptor.end(undefined);
    return descriptor;
  }

  private codeOf(char: string, isSmallCapital: boolean): number {
    if (isSmallCapital && this.template === 'newer') {
      const code = char.codePointAt(0)! - 'a'.codePointAt(0)! + FIRST_SMALL_CAPITAL;
      this.meanings.set(code, '\0');
      return code;
    }
    const code = winAnsiCode(isSmallCapital ? char.toUpperCase() : char);
    this.meanings.set(code, char);
    return code;
  }

  /** Printed width of a character at a size of one point. */
  private advance(char: string): number {
    return this.unstretchedAdvance(char) * this.stretch;
  }

  private unstretchedAdvance(char: string): number {
    if (char === ARROW.char) return ARROW.advance;
    let advance = this.advances.get(char);
    if (advance === undefined) {
      this.document.font(FACES[this.face].baseFont).fontSize(1000);
      advance = this.document.widthOfString(char) / 1000;
      this.advances.set(char, advance);
    }
    return advance;
  }
}

function winAnsiCode(char: string): number {
  if (char === ARROW.char) return ARROW.code;
  const code = WIN_ANSI.get(char) ?? char.codePointAt(0)!;
  const isPrintable = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || WIN_ANSI.has(char);
  if (!isPrintable) throw new Error(`U+${code.toString(16)} can't be printed: the forms' encoding lacks it`);
  return code;
}

function charOf(code: number): string {
  if (code >= FIRST_SMALL_CAPITAL && code < FIRST_SMALL_CAPITAL + CAPITALS.length) {
    return CAPITALS[code - FIRST_SMALL_CAPITAL]!;
  }
  if (code === ARROW.code) return ARROW.char;
  for (const [char, known] of WIN_ANSI) if (known === code) return char;
  return code < 0x20 || (code >= 0x7f && code < 0xa0) ? '' : String.fromCodePoint(code);
}

function toUnicodeMap(meanings: ReadonlyMap<number, string>): string {
  const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');
  const lines = [...meanings].map(([code, char]) => `<${hex(code, 2)}> <${hex(char.codePointAt(0)!, 4)}>`);
  // A block may have 100 entries at most (Adobe Technical Note 5014).
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => {
    const block = lines.slice(index * 100, index * 100 + 100);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
