import type { DrawnSheet } from '../../scan/drawn-sheet.js';
import { type Header, drawTicked, stampDate } from './form-header.js';
import { A12 } from './form-a12.js';
import type { FormLayout } from './form-layout.js';

/** The printing of 2020: four types, amounts A to K, a tick box in each cell, most of them printed twice. */
export const C20: FormLayout = {
  width: 2168,
  height: 1674,
  columns: [
    ...[184, 244, 651, 718, 781, 845, 908, 1031, 1176],
    ...[1253, 1329, 1406, 1484, 1561, 1638, 1715, 1793, 1872, 1945, 2022],
  ],
  types: [
    { code: 'P', label: 'Purchase' },
    { code: 'S', label: 'Sale' },
    { code: 'PS', label: 'Partial Sale' },
    { code: 'E', label: 'Exchange' },
  ],
  amounts: [
    { letter: 'A', lines: ['$1,001-', '$15,000'] },
    ...A12.amounts.slice(1, 7),
    // As misprinted.
    { letter: 'H', lines: ['$5,000,001-', '$25,000,00'] },
    ...A12.amounts.slice(8),
    { letter: 'K', lines: ['Transaction in a Spouse or', 'Dependent Child Asset', 'over $1,000,000'] },
  ],
  owners: ['SP', 'DC', 'JT'],
  heading: { size: 26, pitch: 28 },
  typeHeading: ['TYPE', 'OF', 'TRANS-', 'ACTION'],
  example: { traded: '02/05/20', notified: '03/07/20' },
  notesLabel: 'NOTE NUMBER',
  hasTickBoxes: true,
  first: { top: 720, headings: 869, labels: 1141, example: 1189, rowHeight: 75, rows: 4 },
  further: { top: 213, headings: 367, labels: 648, example: null, rowHeight: 79, rows: 7 },
};

const LABEL = { size: 23, face: 'Helvetica-Bold' } as const;
const SMALL = { size: 21, face: 'Helvetica-Bold' } as const;

export function drawC20Header(sheet: DrawnSheet, header: Header): void {
  const { page } = header;
  const x = page === 1 ? 866 : 677;
  sheet.text('UNITED STATES HOUSE OF REPRESENTATIVES', x, 160, { size: 27, face: 'Helvetica-Bold', align: 'centre' });
  sheet.text('Periodic Transaction Report', x, 196, { size: 20, face: 'Helvetica-Bold', align: 'centre' });
  if (page === 1) drawFirst(sheet, header);
  else drawFurther(sheet, header);
}

function drawFurther(sheet: DrawnSheet, { facts, page, pages, hand }: Header): void {
  sheet.text('NAME:', 1330, 148, LABEL);
  sheet.line(1412, 164, 1808, 164, 2);
  hand.write(facts.filer, 1420, 142, { size: 32, within: 380 });
  sheet.text(`Page  ${page}  of  ${pages}`, 1820, 148, LABEL);
}

function drawFirst(sheet: DrawnSheet, { facts, pages, hand }: Header): void {
  sheet.text(`Page 1 of  ${pages}`, 1870, 148, SMALL);
  sheet.box(184, 242, 1547, 720, 4);
  sheet.box(1547, 507, 2022, 720, 4);
  sheet.line(184, 355, 1547, 355, 4);
  sheet.line(184, 507, 1547, 507, 4);
  sheet.line(869, 242, 869, 720, 4);
  sheet.text('NAME:', 200, 318, { size: 26, face: 'Helvetica-Bold' });
  sheet.line(284, 328, 836, 328, 2);
  hand.write(facts.filer, 288, 306, { size: 36, within: 540 });
  sheet.text('OFFICE TELEPHONE:', 884, 318, { size: 26, face: 'Helvetica-Bold', within: 258 });
  sheet.line(1150, 328, 1530, 328, 2);
  drawTicked(sheet, 216, 392, 56, true);
  sheet.text('Member of the U.S. House of Representatives', 300, 396, LABEL);
  sheet.text('State:', 300, 442, SMALL);
  sheet.line(355, 449, 515, 449, 2);
  hand.write(facts.state, 358, 428, { size: 34, within: 155 });
  sheet.text('District:', 520, 442, { ...SMALL, within: 68 });
  sheet.line(590, 449, 792, 449, 2);
  hand.write(facts.district, 594, 428, { size: 34 });
  sheet.text('File an original and 2 copies', 402, 478, SMALL);
  drawTicked(sheet, 900, 392, 56, false);
  sheet.text('Officer or Employee', 994, 396, LABEL);
  sheet.text('Employing Office:', 994, 442, { ...SMALL, within: 158 });
  sheet.line(1155, 449, 1508, 449, 2);
  sheet.text('File an original and 1 copy', 1090, 478, SMALL);
  sheet.text('(For Official Use Only)', 1775, 493, { size: 27, align: 'centre' });
  sheet.text('Did you purchase any shares that were allocated as a part of an Initial', 198, 550, {
    ...SMALL,
    within: 620,
  });
  sheet.text('Public Offering?', 198, 572, SMALL);
  drawTicked(sheet, 380, 574, 42, false);
  sheet.text('Yes', 455, 596, LABEL);
  drawTicked(sheet, 562, 574, 42, false);
  sheet.text('No', 644, 596, LABEL);
  sheet.text('If you answered "yes" to this question, please contact the Committee on', 198, 642, {
    ...SMALL,
    within: 636,
  });
  sheet.text('Ethics for further guidance.', 198, 666, SMALL);
  sheet.text('Please indicate whether this is an initial report or an amended report.', 884, 550, {
    ...SMALL,
    within: 600,
  });
  sheet.text('For amendments, please provide the date of the report you are', 884, 574, { ...SMALL, within: 550 });
  sheet.text('amending.', 884, 598, SMALL);
  drawTicked(sheet, 1006, 622, 42, facts.isInitial);
  sheet.text('Initial Report', 1065, 643, LABEL);
  drawTicked(sheet, 1230, 622, 42, false);
  sheet.text('Amendment', 1290, 643, LABEL);
  sheet.text('Date of Report Being Amended:', 884, 690, { ...SMALL, within: 280 });
  sheet.line(1170, 698, 1525, 698, 2);
  const penalty = { size: 21, face: 'Helvetica-BoldOblique' } as const;
  sheet.lines(
    ['A $200 penalty shall be assessed against', 'anyone who files more than 30 days late.'],
    1784,
    614,
    27,
    penalty,
  );
  stampDate(sheet, facts.filingDate, 1785, 330);
}
