import type { TextRun } from './printed-font.js';
import type { Layout } from './ptr-layout.js';
import { filledBand, rule, strokedBox } from './shapes.js';
import { Sheet } from './sheet.js';

/** End of the printable part of a page; the rest continues below the header of the next one. */
const LAST_BASELINE = 718.5;
const PAGE_TOP = 72;
const PAGE_BOTTOM = 720;
const HEADER_TEXT_SIZE = 9.45;
const HEADER_LINE_HEIGHT = 11.25;
const HEADER_GRAY = 0.93;
/** From the first baseline of the table's header to the top of its band, and from the last one to its end. */
const HEADER_ASCENT = 14.25;
const HEADER_DESCENT = 6.75;

const HEADINGS: readonly (readonly [
  column: 'id' | 'owner' | 'asset' | 'type' | 'tradedOn' | 'notifiedOn' | 'amount' | 'capGains',
  lines: readonly string[],
])[] = [
  ['id', ['ID']],
  ['owner', ['Owner']],
  ['asset', ['Asset']],
  ['type', ['Transaction', 'Type']],
  ['tradedOn', ['Date']],
  ['notifiedOn', ['Notification', 'Date']],
  ['amount', ['Amount']],
  ['capGains', ['Cap.', 'Gains >', '$200?']],
];

export const bold = (text: string, sizePoints: number): TextRun => ({
  face: 'bold',
  text,
  sizePoints,
  isSmallCaps: false,
});
export const regular = (text: string, sizePoints: number): TextRun => ({
  face: 'regular',
  text,
  sizePoints,
  isSmallCaps: false,
});

/**
 * The pages of a report, written from top to bottom. As in the real ones, a page break inside the table may come
 * between any two lines, even within a row, and the new page begins with the table's header.
 */
export class PtrPages {
  readonly sheets: Sheet[] = [new Sheet()];
  /** Baseline of the last line. */
  baseline = 0;
  private band: { top: number; gray: number } | null = null;

  constructor(readonly layout: Layout) {}

  get sheet(): Sheet {
    return this.sheets.at(-1)!;
  }

  /** Moves down; returns whether that caused a page break. */
  advance(distance: number, isInTable: boolean): boolean {
    this.baseline += distance;
    if (this.baseline <= LAST_BASELINE) return false;
    this.breakPage(isInTable);
    return true;
  }

  /** Prints the table's first header; rows begin below it. */
  beginTable(): void {
    this.baseline = this.header(this.layout.tableHeader, false) + HEADER_DESCENT;
  }

  /** Begins a row with a band of this gray; `top` is the end of the row before it. */
  beginBand(top: number, gray: number): void {
    this.band = { top, gray };
  }

  endBand(bottom: number): void {
    if (this.band) this.fillBand(this.band.top, bottom, this.band.gray);
    this.band = null;
  }

  private breakPage(isInTable: boolean): void {
    if (this.band) this.fillBand(this.band.top, PAGE_BOTTOM, this.band.gray);
    this.sheets.push(new Sheet());
    if (!isInTable) {
      this.baseline = PAGE_TOP + 8.25;
      return;
    }
    const headerEnd = this.header(PAGE_TOP + HEADER_ASCENT, true) + HEADER_DESCENT;
    this.baseline = headerEnd + 8.25;
    if (this.band) this.band.top = headerEnd;
  }

  /** Draws the table's header; returns the baseline of its last line. */
  private header(baseline: number, isReprint: boolean): number {
    const { columns, headerLines, left } = this.layout;
    const lastBaseline = baseline + (headerLines - 1) * HEADER_LINE_HEIGHT;
    const top = baseline - HEADER_ASCENT;
    this.sheet.shape(filledBand(left, top, columns.right, lastBaseline + HEADER_DESCENT, HEADER_GRAY));
    this.sheet.shape(rule(left, columns.right, top, 0.8));
    this.sheet.shape(rule(left, columns.right, lastBaseline + HEADER_DESCENT, 0.8));
    for (const [column, lines] of HEADINGS) {
      const x = columns[column];
      if (x === null) continue;
      lines.forEach((text, index) => {
        const runs = [bold(text, HEADER_TEXT_SIZE)];
        const y = baseline + index * HEADER_LINE_HEIGHT;
        if (isReprint) this.sheet.textAtEnd(x, y, runs);
        else this.sheet.text(x, y, runs);
      });
    }
    return lastBaseline;
  }

  private fillBand(top: number, bottom: number, gray: number): void {
    const { left, columns } = this.layout;
    const end = Math.min(bottom, PAGE_BOTTOM);
    if (gray < 1) this.sheet.background(filledBand(left, top, columns.right, end, gray));
    this.sheet.background(strokedBox(left, top, left, end, 0.8));
    this.sheet.background(strokedBox(columns.right, top, columns.right, end, 0.8));
  }
}
