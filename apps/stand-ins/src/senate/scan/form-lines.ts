import type { DrawnSheet } from '../../scan/drawn-sheet.js';

/** The form's columns in dots, at 200 an inch on US Letter. */
export const SHEET = { width: 1700, height: 2200 };
export const FORM = { left: 268, right: 1463, number: 307, types: [695, 734, 783, 833], date: 968 };
export const AMOUNT_EDGES = [968, 1015, 1064, 1104, 1152, 1197, 1240, 1290, 1333, 1374, 1413, 1463];
export const AMOUNTS = [
  ...['$1,001 - $15,000', '$15,001 - $50,000', '$50,001 - $100,000', '$100,001 - $250,000', '$250,001 - $500,000'],
  ...['$500,001 - $1,000,000', 'Over $1,000,000***', '$1,000,001 - $5,000,000', '$5,000,001 - $25,000,000'],
  ...['$25,000,001 - $50,000,000', 'Over $50,000,000'],
];
export const TYPES = ['Purchase', 'Sale', 'Exchange'];

/** From top to bottom: the table's own heading, its columns' labels, the first of its rows. */
export interface SenateBands {
  top: number;
  /** Below "Amount of Transaction". */
  amounts: number;
  /** Below "Transaction Type". */
  types: number;
  /** Above and below "Identification of Assets". */
  assets: number;
  labels: number;
  /** Below the two examples. */
  rows: number;
  rowHeight: number;
  count: number;
}

const THICK = 5;
const THIN = 2;
const SMALL = { size: 17 };
const BOLD = { size: 18, face: 'Helvetica-Bold' } as const;
const INSTRUCTIONS = [
  ...[
    'Report any purchase, sale, or exchange',
    'by you, your spouse, or dependent child',
    'within 30 days of receiving written',
  ],
  ...[
    'notification of such transaction. Report',
    'any stocks, bonds, commodity futures,',
    'and other securities when the amount of',
  ],
  ...[
    'the transaction exceeded $1,000. Include',
    'transactions that resulted in a loss. Do',
    'not report a transaction involving an',
  ],
  ...[
    'excepted investment fund, any real',
    'property, or a transaction between you,',
    'your spouse, or dependent child. Please',
  ],
  ...[
    'clarify which two assets are involved in',
    'any reportable exchange. In no event',
    'may this disclosure be filed more than 45',
  ],
  ...['days after such transaction.'],
];

export function drawFormTable(sheet: DrawnSheet, bands: SenateBands): void {
  drawLines(sheet, bands);
  for (const [line, text] of INSTRUCTIONS.entries())
    sheet.text(text, FORM.left + 5, bands.top + 12 + line * 20.5, SMALL);
  sheet.text('Identification of Assets', 430, (bands.assets + bands.labels) / 2, { ...BOLD, align: 'centre' });
  sheet.text('Amount of Transaction (x)', 1178, (bands.top + bands.amounts) / 2, { ...BOLD, align: 'centre' });
  sheet.text('Transaction', 698, bands.amounts + 13, BOLD);
  sheet.text('Type (x)', 698, bands.amounts + 35, BOLD);
  const middle = (bands.amounts + bands.labels) / 2;
  sheet.text('Transaction', 848, middle - 30, BOLD);
  sheet.text('Date', 848, middle - 8, BOLD);
  sheet.text('(Mo., Day, Yr.)', 848, middle + 13, SMALL);
  for (const [index, label] of TYPES.entries()) {
    const x = (FORM.types[index]! + FORM.types[index + 1]!) / 2;
    sheet.text(label, x, bands.labels - 6, { ...BOLD, isUpwards: true });
  }
  for (const [index, label] of AMOUNTS.entries()) {
    const x = (AMOUNT_EDGES[index]! + AMOUNT_EDGES[index + 1]!) / 2;
    sheet.text(label, x, bands.labels - 6, { ...SMALL, isUpwards: true, within: bands.labels - bands.amounts - 10 });
  }
}

function drawLines(sheet: DrawnSheet, bands: SenateBands): void {
  const bottom = bands.rows + bands.count * bands.rowHeight;
  const { left, right, number, types, date } = FORM;
  sheet.line(left, bands.top, left, bottom, THIN);
  sheet.line(right, bands.top, right, bottom, THICK);
  sheet.line(left, bands.top, right, bands.top, THICK - 1);
  sheet.line(left, bottom, right, bottom, THICK - 1);
  sheet.line(date, bands.top, date, bottom, THICK - 1);
  sheet.line(date, bands.amounts, right, bands.amounts, THIN);
  sheet.line(types[0]!, bands.amounts, date, bands.amounts, THICK);
  sheet.line(types[0]!, bands.amounts, types[0]!, bottom, THICK - 1);
  sheet.line(types[0]!, bands.types, types[3]!, bands.types, THIN);
  sheet.line(types[3]!, bands.amounts, types[3]!, bottom, THICK - 1);
  for (const x of types.slice(1, 3)) sheet.line(x, bands.types, x, bottom, THIN);
  for (const x of AMOUNT_EDGES.slice(1, -1)) sheet.line(x, bands.amounts, x, bottom, THIN);
  sheet.line(left, bands.assets, types[0]!, bands.assets, THICK);
  sheet.line(left, bands.labels, right, bands.labels, THICK);
  sheet.line(number, bands.rows, number, bottom, THICK - 1);
  for (let row = 0; row < bands.count; row += 1) {
    const y = bands.rows + row * bands.rowHeight;
    sheet.line(left, y, right, y, row === 0 ? THICK - 1 : THIN);
    sheet.text(String(row + 1), left + 4, y + 11, { size: 16 });
  }
}
