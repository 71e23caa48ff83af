import type { Bitmap } from '../../scan/bitmap.js';
import { DrawnSheet } from '../../scan/drawn-sheet.js';
import { AMOUNTS, AMOUNT_EDGES, FORM, SHEET, type SenateBands, TYPES, drawFormTable } from './form-lines.js';
import type { SenatePaperFacts, SenatePaperRow, SenateSheetFacts } from './paper-facts.js';

const FIRST: SenateBands = {
  ...{ top: 574, amounts: 611, types: 663, assets: 934, labels: 959, rows: 1094, rowHeight: 68, count: 12 },
};
const CONTINUATION: SenateBands = {
  ...{ top: 302, amounts: 338, types: 389, assets: 661, labels: 684, rows: 684, rowHeight: 76.8, count: 17 },
};
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** A sheet of the Senate's form, filled in from facts: 400 dots an inch, as the Senate scans. */
export async function drawSenateForm(facts: SenatePaperFacts, page: number, known: SenateSheetFacts): Promise<Bitmap> {
  const sheet = new DrawnSheet(SHEET.width, SHEET.height);
  const bands = known.number === 1 ? FIRST : CONTINUATION;
  drawReceipt(sheet, facts.receivedOn, page);
  if (known.number === 1) drawFirstHeader(sheet, facts.filer);
  else drawContinuationHeader(sheet, facts.filer, known.number);
  drawFormTable(sheet, bands);
  for (const row of known.rows) fillRow(sheet, row, bands.rows + (row.line - 0.5) * bands.rowHeight);
  return await sheet.scan(2);
}

function drawReceipt(sheet: DrawnSheet, receivedOn: string, page: number): void {
  const [month = '', day = '', year = ''] = receivedOn.split('/');
  const printed = { size: 26, face: 'Helvetica-Bold' } as const;
  sheet.box(23, 12, 1677, 55, 3);
  sheet.text(String(page).padStart(13, '0'), 80, 31, printed);
  sheet.text('RECEIVED BY: SECRETARY OF THE SENATE', 477, 31, printed);
  sheet.text(`Date: ${MONTHS[Number(month) - 1]} ${day}, ${year}`, 1272, 31, printed);
}

function drawFirstHeader(sheet: DrawnSheet, filer: string): void {
  sheet.box(268, 236, 1463, 574, 3);
  sheet.box(268, 236, 679, 409, 4);
  sheet.line(268, 281, 679, 281, 2);
  sheet.text('This Report Should Be Filed With:', 274, 252, { size: 18, face: 'Helvetica-BoldOblique' });
  const address = [
    'Secretary of the Senate',
    'Office of Public Records',
    'Hart Building, Suite 232',
    'Washington, DC 20510',
  ];
  sheet.lines(address, 473, 342, 21, { size: 18 });
  const title = ['PERIODIC DISCLOSURE', 'OF FINANCIAL', 'TRANSACTIONS'];
  sheet.lines(title, 922, 301, 41, { size: 34, face: 'Helvetica-Bold' });
  sheet.line(268, 438, 1463, 438, 4);
  sheet.text("Reporting Individual's Name", 273, 449, { size: 17 });
  sheet.box(549, 444, 563, 458, 2);
  sheet.text('Amendment', 570, 453, { size: 17 });
  sheet.text('Senate Office / Agency in Which Employed', 699, 449, { size: 17 });
  sheet.line(1357, 438, 1357, 574, 4);
  sheet.text('Page Number', 1410, 443, { size: 12, align: 'centre' });
  sheet.text(filer, 287, 489, { size: 29 });
  sheet.text('United States Senate', 699, 487, { size: 25 });
  sheet.text('1', 1408, 465, { size: 25, align: 'centre' });
  drawExamples(sheet);
}

function drawExamples(sheet: DrawnSheet): void {
  const middles = AMOUNT_EDGES.slice(0, -1).map((left, index) => (left + AMOUNT_EDGES[index + 1]!) / 2);
  const word = [...'EXAMPLE'];
  sheet.line(436, 959, 436, 1094, 2);
  sheet.line(436, 1025, 1463, 1025, 2);
  sheet.text('Example:', 272, 991, { size: 16, face: 'Helvetica-Bold' });
  for (const [line, text] of ['(S)   Spouse', '(DC) Dependent', '        Child', '(J)    Joint'].entries()) {
    sheet.text(text, 272, 1008 + line * 18, { size: 15 });
  }
  sheet.text('IBM Corp. (stock) NYSE', 440, 969, { size: 17 });
  sheet.text('(DC)  Microsoft (stock)', 440, 1037, { size: 17 });
  sheet.text('NASDAQ/OTC', 440, 1057, { size: 17 });
  for (const [y, type, date, amount] of [
    [970, 0, '2 / 1 / 1X', 1],
    [1037, 1, '2 / 27 / 1X', 3],
  ] as const) {
    sheet.text('X', (FORM.types[type]! + FORM.types[type + 1]!) / 2, y + 24, { size: 17, align: 'centre' });
    sheet.text(date, 900, y, { size: 17, align: 'centre' });
    sheet.text('X', middles[amount]!, y, { size: 17, align: 'centre' });
    for (const [index, letter] of word.entries()) {
      sheet.text(letter, middles[index + 4]!, y, { size: 17, face: 'Helvetica-Bold', align: 'centre' });
    }
  }
}

function drawContinuationHeader(sheet: DrawnSheet, filer: string, number: number): void {
  sheet.box(268, 205, 1463, 302, 4);
  sheet.line(695, 205, 695, 302, 2);
  sheet.line(1355, 205, 1355, 302, 2);
  sheet.text("Reporting Individual's Name", 273, 215, { size: 13 });
  sheet.text(filer, 273, 238, { size: 25 });
  sheet.text('TRANSACTIONS (continued)', 1024, 227, { size: 24, face: 'Helvetica-Bold', align: 'centre' });
  sheet.text('(use only if needed)', 1024, 256, { size: 17, align: 'centre' });
  sheet.text('Page Number', 1408, 214, { size: 12, align: 'centre' });
  sheet.text(String(number), 1408, 236, { size: 23, align: 'centre' });
}

function fillRow(sheet: DrawnSheet, { owner, asset, type, tradedOn, amount }: SenatePaperRow, middle: number): void {
  const isHeading = type === '';
  const left = isHeading ? FORM.number + 5 : FORM.number + 43;
  const name = owner === '' ? asset : `(${owner}) ${asset}`;
  sheet.text(name, left, middle, { size: 17, within: FORM.types[0]! - left - 10 });
  if (isHeading) return;
  const typed = { size: 18, align: 'centre' } as const;
  const [year = '', month, day] = tradedOn.split('-');
  const column = TYPES.findIndex((label) => label.startsWith(type));
  const band = AMOUNTS.indexOf(amount);
  if (column < 0 || band < 0) throw new Error(`facts of ${asset}: no column for type ${type} or amount ${amount}`);
  sheet.text('X', (FORM.types[column]! + FORM.types[column + 1]!) / 2, middle, typed);
  sheet.text(`${Number(month)}/${Number(day)}/${year.slice(2)}`, 900, middle, typed);
  sheet.text('X', (AMOUNT_EDGES[band]! + AMOUNT_EDGES[band + 1]!) / 2, middle, typed);
}
