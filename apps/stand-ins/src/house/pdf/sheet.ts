import type { Face, PrintedFont, TextRun } from './printed-font.js';

/** US Letter, in points. Coordinates here are points from the top left. */
export const PAGE_HEIGHT = 792;

interface PlacedText {
  kind: 'text';
  x: number;
  baseline: number;
  gray: number;
  runs: readonly TextRun[];
}

interface PlacedSymbols {
  kind: 'symbols';
  x: number;
  baseline: number;
  sizePoints: number;
  letters: string;
}

type Placed = PlacedText | PlacedSymbols;

export interface SheetFonts {
  faces: Record<Face, PrintedFont>;
  /** Only in the older form. */
  symbols: PDFKit.PDFKitReference | null;
}

/** Collects the parts of one page, and prints them later in the order background, shapes, body, last. */
export class Sheet {
  private readonly backgrounds: string[] = [];
  private readonly shapes: string[] = [];
  private readonly body: Placed[] = [];
  private readonly last: Placed[] = [];

  /** Content stream operators, in the sheet's coordinates; below everything else. */
  background(operators: string): void {
    this.backgrounds.push(operators);
  }

  shape(operators: string): void {
    this.shapes.push(operators);
  }

  text(x: number, baseline: number, runs: readonly TextRun[], gray = 0): void {
    this.body.push({ kind: 'text', x, baseline, gray, runs });
  }

  /** Texts that the real system prints after the page's own: reprinted table headers, the filing id. */
  textAtEnd(x: number, baseline: number, runs: readonly TextRun[]): void {
    this.last.push({ kind: 'text', x, baseline, gray: 0, runs });
  }

  symbols(x: number, baseline: number, sizePoints: number, letters: string): void {
    this.body.push({ kind: 'symbols', x, baseline, sizePoints, letters });
  }

  /** Adds the page to the document. */
  print(document: PDFKit.PDFDocument, fonts: SheetFonts): void {
    document.addPage();
    const resources = document.page.fonts as Record<string, PDFKit.PDFKitReference>;
    resources['Fregular'] = fonts.faces.regular.resource;
    resources['Fbold'] = fonts.faces.bold.resource;
    if (fonts.symbols) resources['Fsymbols'] = fonts.symbols;
    const texts = [...this.body, ...this.last].map((placed) => operatorsOf(placed, fonts));
    document.addContent([...this.backgrounds, ...this.shapes, ...texts].join('\n'));
  }
}

function operatorsOf(placed: Placed, { faces }: SheetFonts): string {
  if (placed.kind === 'symbols') return symbolOperators(placed);
  let x = placed.x;
  const shown = placed.runs.flatMap((run) => {
    const font = faces[run.face];
    return font.encode(run).map(({ hex, sizePoints, widthPoints }) => {
      const place = `${font.stretch} 0 0 -1 ${points(x)} ${points(placed.baseline)} Tm`;
      x += widthPoints;
      return `/F${run.face} ${points(sizePoints)} Tf ${place} <${hex}> Tj`;
    });
  });
  return `BT ${placed.gray} g\n${shown.join('\n')}\nET 0 g`;
}

function symbolOperators({ x, baseline, sizePoints, letters }: PlacedSymbols): string {
  const place = `1 0 0 -1 ${points(x)} ${points(baseline)} Tm`;
  const shown = [...letters].map((letter) => `${place} (${letter}) Tj`);
  return `BT /Fsymbols ${points(sizePoints)} Tf 0.4 g\n${shown.join('\n')}\nET 0 g`;
}

/** Rounded to a hundredth of a point, finer than any printer. */
export const points = (value: number): string => String(Math.round(value * 100) / 100);
