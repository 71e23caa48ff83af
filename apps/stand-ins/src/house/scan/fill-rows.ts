import type { DrawnSheet } from '../../scan/drawn-sheet.js';
import { type FormLayout, type Span, type TableBands, columnsOf, middleOf } from './form-layout.js';
import type { Hand } from './hand.js';
import { type PaperFacts, type PaperRowFacts, UNREADABLE } from './paper-facts.js';

const BOX = 46;

/** Writes a sheet's rows into its table, and draws the tick boxes of all its lines. */
export function fillRows(
  sheet: DrawnSheet,
  form: FormLayout,
  bands: TableBands,
  rows: readonly PaperRowFacts[],
  hand: Hand,
  random: () => number,
): void {
  const start = bands.example ?? bands.labels;
  for (let line = 0; line < bands.rows; line += 1) {
    const middle = start + (line + 0.5) * bands.rowHeight;
    if (form.hasTickBoxes) drawTickBoxes(sheet, form, middle, random);
    const row = rows[line];
    if (row !== undefined) fillRow(form, row, middle, hand);
  }
}

/** Words in the place of rows, one a line. */
export function writeNotes(form: FormLayout, bands: TableBands, { notes }: PaperFacts, hand: Hand): void {
  const { asset } = columnsOf(form);
  for (const [line, note] of notes.entries()) {
    const middle = (bands.example ?? bands.labels) + (line + 0.5) * bands.rowHeight;
    hand.write(note, asset.left + 12, middle, { size: 30, within: asset.right - asset.left - 24 });
  }
}

function fillRow(form: FormLayout, row: PaperRowFacts, middle: number, hand: Hand): void {
  const { owner, asset, types, traded, notified, amounts } = columnsOf(form);
  const size = hand.isTyped ? 31 : 36;
  const centred = (text: string, column: Span): void => {
    const within = column.right - column.left - 12;
    if (text === UNREADABLE) hand.smudge(middleOf(column), middle, within);
    else hand.write(text, middleOf(column), middle, { size: size - 2, align: 'centre', within });
  };
  centred(row.owner, owner);
  if (row.asset === UNREADABLE) centred(row.asset, asset);
  else hand.write(row.asset, asset.left + 12, middle, { size, within: asset.right - asset.left - 24 });
  centred(asWritten(row.tradedOn), traded);
  centred(asWritten(row.notifiedOn), notified);
  const type = types[form.types.findIndex(({ code }) => code === row.type)];
  const amount = amounts[form.amounts.findIndex(({ letter }) => letter === row.amount)];
  const markSize = form.hasTickBoxes ? BOX - 8 : Math.min(48, types[0]!.right - types[0]!.left - 4);
  for (const column of [type, amount]) if (column) hand.mark(middleOf(column), middle, markSize);
}

function drawTickBoxes(sheet: DrawnSheet, form: FormLayout, middle: number, random: () => number): void {
  const { types, amounts } = columnsOf(form);
  for (const column of [...types, ...amounts]) {
    const [left, top] = [middleOf(column) - BOX / 2, middle - BOX / 2];
    sheet.box(left, top, left + BOX, top + BOX, 4);
    // Printed a second time, not quite in the same place.
    const [dx, dy] = [Math.round(random() * 12 - 6), Math.round(random() * 8 - 2)];
    sheet.box(left + dx, top + dy, Math.min(left + dx + BOX, column.right - 2), top + dy + BOX, 2);
  }
}

function asWritten(isoDate: string): string {
  const [year = '', month, day] = isoDate.split('-');
  return day === undefined ? isoDate : `${month}/${day}/${year.slice(2)}`;
}
