import type { DrawnSheet } from '../../scan/drawn-sheet.js';
import { type FormLayout, type TableBands, bottomOf, columnsOf, middleOf } from './form-layout.js';

const THIN = 2;
const THICK = 5;
const LABEL = { size: 21, face: 'Helvetica-Bold' } as const;

/** The printed table: its lines, headings, labels and example. */
export function drawTable(sheet: DrawnSheet, form: FormLayout, bands: TableBands): void {
  drawLines(sheet, form, bands);
  drawHeadings(sheet, form, bands);
  drawLabels(sheet, form, bands);
  if (bands.example !== null) drawExample(sheet, form, (bands.labels + bands.example) / 2);
}

function drawLines(sheet: DrawnSheet, form: FormLayout, bands: TableBands): void {
  const { types, traded, notified, owner, amounts } = columnsOf(form);
  const bottom = bottomOf(bands);
  const [left, right] = [owner.left, amounts.at(-1)!.right];
  sheet.box(left, bands.top, right, bottom, THICK + 1);
  const thick = [types[0]!.left, traded.left, notified.left, notified.right];
  for (const x of form.columns.slice(1, -1)) {
    const isThick = thick.includes(x);
    sheet.line(x, isThick ? bands.top : bands.headings, x, bottom, isThick ? THICK : THIN);
  }
  const rows = bands.example ?? bands.labels;
  for (const y of [bands.headings, rows]) sheet.line(left, y, right, y, THICK - 1);
  if (bands.example !== null) sheet.line(left, bands.labels, right, bands.labels, THIN);
  for (let row = 1; row < bands.rows; row += 1) {
    const y = rows + row * bands.rowHeight;
    sheet.line(left, y, right, y, THIN + 1);
  }
}

function drawHeadings(sheet: DrawnSheet, form: FormLayout, { top, headings }: TableBands): void {
  const { owner, asset, types, traded, notified, amounts } = columnsOf(form);
  const middle = (top + headings) / 2;
  const { size, pitch } = form.heading;
  const heading = { size, face: 'Helvetica-Bold' } as const;
  sheet.text('FULL ASSET NAME', (owner.left + asset.right) / 2, middle, { ...heading, align: 'centre' });
  sheet.lines(form.typeHeading, (types[0]!.left + types.at(-1)!.right) / 2, middle, pitch, heading);
  const narrow = { ...heading, within: traded.right - traded.left - 14 };
  sheet.lines(['DATE', 'OF', 'TRANS-', 'ACTION'], middleOf(traded), middle, pitch, narrow);
  sheet.lines(['DATE', 'NOTIFIED', 'OF', 'TRANS-', 'ACTION'], middleOf(notified), middle, pitch, narrow);
  const amount = (amounts[0]!.left + amounts.at(-1)!.right) / 2;
  sheet.text('AMOUNT OF TRANSACTION', amount, middle, { ...heading, align: 'centre' });
}

function drawLabels(sheet: DrawnSheet, form: FormLayout, { headings, labels }: TableBands): void {
  const { owner, asset, types, traded, notified, amounts } = columnsOf(form);
  const middle = (headings + labels) / 2;
  sheet.lines(form.owners, middleOf(owner), middle, 34, LABEL);
  sheet.text('Provide full name, not ticker symbol.', middleOf(asset), middle, { ...LABEL, align: 'centre' });
  for (const [index, { label }] of form.types.entries()) {
    sheet.text(label, middleOf(types[index]!), middle, { ...LABEL, align: 'centre', isUpwards: true });
  }
  for (const column of [traded, notified])
    sheet.text('(MM/DD/YY)', middleOf(column), middle, { ...LABEL, align: 'centre', within: 110 });
  for (const [index, { letter, lines }] of form.amounts.entries()) {
    const x = middleOf(amounts[index]!);
    sheet.text(letter, x, headings + 20, { ...LABEL, align: 'centre' });
    for (const [line, text] of lines.entries()) {
      const left = x + (line - (lines.length - 1) / 2) * 22;
      sheet.text(text, left, labels - 10, { ...LABEL, size: 19, isUpwards: true, within: labels - headings - 45 });
    }
  }
}

function drawExample(sheet: DrawnSheet, form: FormLayout, middle: number): void {
  const { owner, asset, types, traded, notified, amounts } = columnsOf(form);
  const printed = { ...LABEL, align: 'centre' } as const;
  sheet.text('JT', middleOf(owner), middle, printed);
  sheet.text('Example: Mega Corp. Common Stock', asset.left + 24, middle, LABEL);
  sheet.text('X', middleOf(types[1]!), middle, printed);
  sheet.text(form.example.traded, middleOf(traded), middle, printed);
  sheet.text(form.example.notified, middleOf(notified), middle, printed);
  sheet.text('X', middleOf(amounts[1]!), middle, printed);
}

/** The lines for notes below the table of a further sheet. */
export function drawNotes(sheet: DrawnSheet, form: FormLayout, top: number, bottom: number): void {
  const [left, right] = [form.columns[0]!, form.columns.at(-1)!];
  const edge = left + 205;
  sheet.box(left, top, right, bottom, THICK);
  sheet.line(edge, top, edge, bottom, THICK);
  for (let line = 1; line < 4; line += 1) {
    const y = top + ((bottom - top) * line) / 4;
    sheet.line(left, y, right, y, THIN);
  }
  const middle = top + (bottom - top) / 8;
  sheet.text(form.notesLabel, (left + edge) / 2, middle, { ...LABEL, align: 'centre', within: 180 });
  sheet.text('FILER NOTES (optional)', (edge + right) / 2, middle, { ...LABEL, size: 28, align: 'centre' });
}
