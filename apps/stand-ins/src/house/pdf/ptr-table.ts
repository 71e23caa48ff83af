import type { PtrRowFacts } from './ptr-facts.js';
import type { TextRun } from './printed-font.js';
import type { Columns } from './ptr-layout.js';
import { type PtrPages, regular } from './ptr-pages.js';
import { checkBox } from './shapes.js';
import { EMPTY_BOX, TICKED_BOX } from './symbol-font.js';
import { wrapText } from './wrap.js';

const CELL_SIZE = 9;
const CELL_LINE_HEIGHT = 10.5;
/** From the text of a cell to that of the next column. */
const CELL_GAP = 3.6;
/** From a row's top to its first baseline. */
const ROW_ASCENT = 14.25;
/** From the last baseline of a row's cells to the first one of its sub-lines. */
const CELLS_TO_SUB_LINES = 17.25;
/** The check box makes a row of one line this high. */
const ONE_LINE_TO_SUB_LINES = 21;
const SUB_LINE_HEIGHT = 12.75;
const ROW_DESCENT = 12;
const STRIPES = [1, 0.96] as const;
const SUB_LINE_GRAY = 0.25;
const CODE_GRAY = 0.5;

/** In the form's order. */
const SUB_LINES: readonly (readonly [
  label: string,
  value: 'status' | 'subholding' | 'location' | 'description' | 'comment',
])[] = [
  ['Filing Status', 'status'],
  ['Subholding Of', 'subholding'],
  ['Location', 'location'],
  ['Description', 'description'],
  ['Comments', 'comment'],
];

type Measure = (text: string, sizePoints: number) => number;

/** Prints the rows; `measure` returns the width of a text in the regular font. */
export function printRows(pages: PtrPages, rows: readonly PtrRowFacts[], measure: Measure): void {
  let top = pages.baseline;
  rows.forEach((row, index) => {
    pages.beginBand(top, STRIPES[index % 2]!);
    printCells(pages, row, measure);
    printSubLines(pages, row, measure);
    top = pages.baseline + ROW_DESCENT;
    pages.endBand(top);
    pages.baseline = top;
  });
}

function printCells(pages: PtrPages, row: PtrRowFacts, measure: Measure): void {
  const cells = cellLines(row, pages.layout.columns, measure);
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  for (let line = 0; line < height; line += 1) {
    pages.advance(line === 0 ? ROW_ASCENT : CELL_LINE_HEIGHT, true);
    for (const { x, lines, isAsset } of cells) {
      const text = lines[line];
      if (text !== undefined) printCell(pages, x, text, isAsset && line === lines.length - 1, measure);
    }
    if (line === 0) printCheckBox(pages, row);
  }
  const hasCheckBox = pages.layout.columns.capGains !== null;
  const toSubLines = height === 1 && hasCheckBox ? ONE_LINE_TO_SUB_LINES : CELLS_TO_SUB_LINES;
  pages.baseline += toSubLines - SUB_LINE_HEIGHT;
}

interface Cell {
  x: number;
  lines: string[];
  isAsset: boolean;
}

function cellLines(row: PtrRowFacts, columns: Columns, measure: Measure): Cell[] {
  const cell = (x: number, right: number, text: string, isAsset = false): Cell => ({
    x,
    lines: wrapText(text, right - x - CELL_GAP, (part) => measure(part, CELL_SIZE)),
    isAsset,
  });
  return [
    cell(columns.id, columns.owner, row.rowId),
    cell(columns.owner, columns.asset, row.owner),
    cell(columns.asset, columns.type, row.asset, true),
    cell(columns.type, columns.tradedOn, row.type),
    cell(columns.tradedOn, columns.notifiedOn, row.tradedOn),
    cell(columns.notifiedOn, columns.amount, row.notifiedOn),
    cell(columns.amount, columns.capGains ?? columns.right, row.amount),
  ];
}

/** The asset code is gray, and therefore its own text object. */
function printCell(pages: PtrPages, x: number, text: string, mayHaveCode: boolean, measure: Measure): void {
  const code = mayHaveCode ? /(?:^|\s)\[\w\w\]$/.exec(text)?.[0] : undefined;
  const name = code === undefined ? text : text.slice(0, -code.length);
  if (name !== '') pages.sheet.text(x, pages.baseline, [regular(name, CELL_SIZE)]);
  if (code !== undefined) {
    pages.sheet.text(x + measure(name, CELL_SIZE), pages.baseline, [regular(code, CELL_SIZE)], CODE_GRAY);
  }
}

function printCheckBox({ layout, sheet, baseline }: PtrPages, { capGainsOver200 }: PtrRowFacts): void {
  const { capGains } = layout.columns;
  if (capGains === null) return;
  if (layout.template === 'newer') sheet.shape(checkBox(capGains + 20, baseline - 1.1, capGainsOver200 === true));
  else sheet.symbols(capGains + 18.4, baseline + 3.75, 9.75, capGainsOver200 === true ? TICKED_BOX : EMPTY_BOX);
}

function printSubLines(pages: PtrPages, row: PtrRowFacts, measure: Measure): void {
  const { columns, subLineSize } = pages.layout;
  for (const [label, field] of SUB_LINES) {
    const value = row[field];
    if (value === '') continue;
    const text = `${label}: ${value}`;
    const lines = wrapText(text, columns.right - columns.asset - CELL_GAP, (part) => measure(part, subLineSize));
    lines.forEach((line, index) => {
      pages.advance(SUB_LINE_HEIGHT, true);
      const runs = index === 0 ? labelled(label, line.slice(label.length), subLineSize) : [regular(line, subLineSize)];
      pages.sheet.text(columns.asset, pages.baseline, runs, SUB_LINE_GRAY);
    });
  }
}

const labelled = (label: string, rest: string, sizePoints: number): TextRun[] => [
  { face: 'regular', text: label, sizePoints, isSmallCaps: true },
  regular(rest, sizePoints),
];
