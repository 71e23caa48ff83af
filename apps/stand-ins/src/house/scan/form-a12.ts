import type { DrawnSheet } from '../../scan/drawn-sheet.js';
import type { FormLayout } from './form-layout.js';
import { type Header, drawTicked, stampDate } from './form-header.js';

/** The printing of 2012: bare cells, three types, amounts A to J. Some filers still use it. */
export const A12: FormLayout = {
  width: 2168,
  height: 1670,
  columns: [158, 274, 876, 932, 986, 1040, 1184, 1327, 1404, 1479, 1556, 1634, 1711, 1786, 1863, 1937, 2013, 2092],
  types: [
    { code: 'P', label: 'PURCHASE' },
    { code: 'S', label: 'SALE' },
    { code: 'E', label: 'EXCHANGE' },
  ],
  amounts: [
    { letter: 'A', lines: ['$1,000-', '$15,000'] },
    { letter: 'B', lines: ['$15,001-', '$50,000'] },
    { letter: 'C', lines: ['$50,001-', '$100,000'] },
    { letter: 'D', lines: ['$100,001-', '$250,000'] },
    { letter: 'E', lines: ['$250,001-', '$500,000'] },
    { letter: 'F', lines: ['$500,001-', '$1,000,000'] },
    { letter: 'G', lines: ['$1,000,001-', '$5,000,000'] },
    { letter: 'H', lines: ['$5,000,001-', '$25,000,000'] },
    { letter: 'I', lines: ['$25,000,001-', '$50,000,000'] },
    { letter: 'J', lines: ['Over', '$50,000,000'] },
  ],
  owners: ['JT', 'SP', 'DC'],
  heading: { size: 32, pitch: 37 },
  typeHeading: ['TYPE OF', 'TRANS-', 'ACTION'],
  notesLabel: 'FOOTNOTE NUMBER',
  example: { traded: '8/14/12', notified: '8/14/12' },
  hasTickBoxes: false,
  first: { top: 732, headings: 932, labels: 1109, example: 1167, rowHeight: 83.4, rows: 5 },
  further: { top: 337, headings: 541, labels: 717, example: null, rowHeight: 84, rows: 6 },
};

const LABEL = { size: 23, face: 'Helvetica-Bold' } as const;
const SMALL = { size: 20, face: 'Helvetica-Bold' } as const;

export function drawA12Header(sheet: DrawnSheet, { facts, page, pages, hand }: Header): void {
  sheet.text('UNITED STATES HOUSE OF REPRESENTATIVES', 180, 65, { size: 46, face: 'Times-Bold', within: 974 });
  sheet.text('Periodic Transaction Report', 460, 112, { size: 34, face: 'Helvetica-Bold', within: 426 });
  sheet.text('Page', 1930, 50, SMALL);
  sheet.line(1978, 60, 2022, 60, 2);
  sheet.text('of', 2026, 50, SMALL);
  sheet.line(2048, 60, 2090, 60, 2);
  sheet.text(String(page), 1992, 42, { size: 28 });
  sheet.text(String(pages), 2060, 42, { size: 28 });
  sheet.text('NAME:', 193, 218, { size: 30, face: 'Helvetica-Bold' });
  sheet.line(193, 288, 835, 288, 2);
  hand.write(facts.filer, 199, 264, { size: 30 });
  sheet.text('(This page will be publicly disclosed.)', 1120, 1606, { size: 32, align: 'centre' });
  if (page > 1) {
    sheet.box(158, 172, 871, 317, 6);
    return;
  }
  for (const [left, right, y] of [
    [158, 1574, 319],
    [158, 1574, 506],
    [158, 876, 597],
  ] as const)
    sheet.line(left, y, right, y, 5);
  sheet.box(158, 175, 2092, 706, 6);
  sheet.line(876, 175, 876, 706, 6);
  sheet.line(1574, 175, 1574, 706, 6);
  sheet.text('OFFICE TELEPHONE:', 910, 216, { size: 30, face: 'Helvetica-Bold' });
  sheet.line(910, 286, 1532, 286, 2);
  drawTicked(sheet, 200, 340, 50, true);
  sheet.text('Member of the U.S. House of Representatives', 273, 365, { ...LABEL, within: 398 });
  sheet.text('State:', 193, 424, SMALL);
  sheet.line(250, 431, 430, 431, 2);
  hand.write(facts.state, 258, 412, { size: 30 });
  sheet.text('District:', 500, 424, { ...SMALL, within: 66 });
  sheet.line(570, 431, 818, 431, 2);
  hand.write(facts.district, 574, 406, { size: 30 });
  sheet.text('File an original and 2 copies.', 393, 480, SMALL);
  drawTicked(sheet, 912, 337, 50, false);
  sheet.text('Officer or Employee', 983, 363, LABEL);
  sheet.text('Employing Office:', 910, 421, { ...SMALL, within: 140 });
  sheet.line(1055, 430, 1517, 430, 2);
  sheet.text('File an original and 1 copy.', 1110, 478, SMALL);
  const penalty = { size: 30, face: 'Helvetica-BoldOblique' } as const;
  sheet.lines(
    ['A $200 penalty shall be assessed against', 'anyone who files more than 30 days late.'],
    520,
    552,
    36,
    penalty,
  );
  sheet.text('Did you purchase any shares that were allocated as a part of an', 193, 623, { ...LABEL, within: 628 });
  sheet.text('Initial Public Offering?', 193, 666, LABEL);
  drawTicked(sheet, 466, 648, 48, false);
  sheet.text('YES', 535, 665, LABEL);
  drawTicked(sheet, 632, 648, 48, false);
  sheet.text('NO', 700, 664, LABEL);
  sheet.text('Please indicate whether this is an initial report or an amended report.  For', 893, 530, {
    ...LABEL,
    within: 656,
  });
  sheet.text('amendments, please provide the date of the report you are amending.', 893, 562, {
    ...LABEL,
    within: 624,
  });
  drawTicked(sheet, 961, 586, 47, facts.isInitial);
  sheet.text('Initial Report', 1048, 619, SMALL);
  drawTicked(sheet, 1175, 586, 47, false);
  sheet.text('Amendment', 1264, 619, SMALL);
  sheet.text('Date of Report being Amended:', 942, 680, { ...SMALL, within: 248 });
  sheet.line(1196, 686, 1370, 686, 2);
  stampDate(sheet, facts.filingDate, 1830, 290);
  sheet.text('(For Official Use Only)', 1830, 680, { size: 34, align: 'centre' });
}
