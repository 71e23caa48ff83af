import type { DrawnSheet } from '../../scan/drawn-sheet.js';
import type { Hand } from './hand.js';
import type { PaperFacts } from './paper-facts.js';

export interface Header {
  facts: PaperFacts;
  page: number;
  pages: number;
  hand: Hand;
}

/** A tick box of the header: the form program draws a cross from corner to corner. */
export function drawTicked(sheet: DrawnSheet, left: number, top: number, size: number, isTicked: boolean): void {
  sheet.box(left, top, left + size, top + size, 4);
  if (!isTicked) return;
  sheet.line(left + 5, top + 5, left + size - 5, top + size - 5, 3);
  sheet.line(left + 5, top + size - 5, left + size - 5, top + 5, 3);
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The stamp of the office that the report came to. */
export function stampDate(sheet: DrawnSheet, filingDate: string, x: number, y: number): void {
  const [month = '', day = '', year = ''] = filingDate.split('/');
  sheet.text('LEGISLATIVE RESOURCE CENTER', x, y - 60, { size: 26, align: 'centre' });
  sheet.text(`${year} ${MONTHS[Number(month) - 1]} ${day}`, x, y, { size: 36, align: 'centre' });
  sheet.text('OFFICE OF THE CLERK', x, y + 60, { size: 24, align: 'centre' });
  sheet.text('U.S. HOUSE OF REPRESENTATIVES', x, y + 90, { size: 24, align: 'centre' });
}
