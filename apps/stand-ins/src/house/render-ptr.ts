import PDFDocument from 'pdfkit';
import { pdfBytes } from '../scan/pdf-bytes.js';
import { PrintedFont, type Face, type TextRun } from './pdf/printed-font.js';
import { type Layout, layoutOf } from './pdf/ptr-layout.js';
import { PtrPages, bold, regular } from './pdf/ptr-pages.js';
import { printRows } from './pdf/ptr-table.js';
import { bullet, checkBox, filledBand, radioButton, rule } from './pdf/shapes.js';
import { CHOSEN_RADIO, EMPTY_RADIO, TICKED_BOX, symbolFont } from './pdf/symbol-font.js';
import type { PtrFacts, Vehicle } from './pdf/ptr-facts.js';

const TITLE = 'Periodic Transaction Report';
const FOOTNOTE =
  '* For the complete list of asset type abbreviations, please visit https://fd.house.gov/reference/asset-type-codes.aspx.';
const SECTION_SIZE = 12;
const VALUE_X = 99;
const FILING_ID_RIGHT = 568.4;

type Measure = (face: Face, text: string, sizePoints: number) => number;

/**
 * Prints the facts of an e-filed PTR in one of the two real forms: the same columns, sub-lines, drawing order and
 * difficulties for parsers (see {@link PrintedFont}, {@link PtrPages}), RC4 encryption with an empty user password.
 * Only the eagle is missing. The same facts give the same bytes.
 */
export async function renderPtr(facts: PtrFacts): Promise<Buffer> {
  const layout = layoutOf(facts);
  const document = openDocument(facts.docId);
  const fonts = {
    faces: {
      regular: new PrintedFont(document, 'regular', facts.template),
      bold: new PrintedFont(document, 'bold', facts.template),
    },
    symbols: facts.template === 'older' ? symbolFont(document) : null,
  };
  const measure: Measure = (face, text, sizePoints) => fonts.faces[face].width(text, sizePoints);
  const pages = new PtrPages(layout);
  printHead(pages, facts, measure);
  pages.beginTable();
  printRows(pages, facts.rows, (text, sizePoints) => measure('regular', text, sizePoints));
  printFoot(pages, facts, measure);
  return await pdfBytes(document, () => {
    for (const sheet of pages.sheets) sheet.print(document, fonts);
    for (const font of Object.values(fonts.faces)) font.finish();
  });
}

function openDocument(docId: string): PDFKit.PDFDocument {
  return new PDFDocument({
    size: 'LETTER',
    margin: 0,
    pdfVersion: '1.4',
    autoFirstPage: false,
    ownerPassword: `stand-in ${docId}`,
    // The date is part of the file's id and encryption, so a fixed one makes the bytes repeatable.
    info: { Producer: 'Rotunda stand-in', Creator: 'Rotunda stand-in', CreationDate: new Date(0) },
  });
}

const smallCaps = (face: Face, text: string, sizePoints: number): TextRun => ({
  face,
  text,
  sizePoints,
  isSmallCaps: true,
});

function printHead({ layout, sheet }: PtrPages, facts: PtrFacts, measure: Measure): void {
  const { title, address, filer, left, columns } = layout;
  sheet.text(title.x, title.baseline, [smallCaps('bold', TITLE, 21)]);
  sheet.shape(rule(left, columns.right, address.baseline - 12, 0.5));
  sheet.shape(rule(left, columns.right, address.baseline + 5, 0.5));
  const addressWidth = measure('regular', address.text, 9);
  sheet.text(address.middle - addressWidth / 2, address.baseline, [regular(address.text, 9)]);
  sheet.text(left, filer.heading, [smallCaps('bold', 'Filer Information', SECTION_SIZE)]);
  const lines: [label: string, value: string, baseline: number][] = [
    ['Name:', facts.filerName, filer.name],
    ['Status:', facts.filerStatus, filer.status],
    ['State/District:', facts.stateDistrict, filer.district],
  ];
  for (const [label, value, baseline] of lines) {
    sheet.text(left, baseline, [bold(label, 9.75)]);
    sheet.text(VALUE_X, baseline, [regular(value, 9.75)]);
  }
  sheet.text(left, layout.transactions, [smallCaps('bold', 'Transactions', SECTION_SIZE)]);
  const filingId = `Filing ID #${facts.docId}`;
  sheet.textAtEnd(FILING_ID_RIGHT - measure('regular', filingId, 9), layout.filingId, [regular(filingId, 9)]);
}

function printFoot(pages: PtrPages, facts: PtrFacts, measure: Measure): void {
  const { layout } = pages;
  if (layout.columns.capGains === null) pages.baseline += 12;
  else printFootnote(pages);
  if (facts.vehicles.length > 0) printVehicles(pages, facts.vehicles);
  printSection(pages, 'Initial Public Offerings', facts.vehicles.length > 0 ? 43.5 : 30.75);
  printOfferings(pages);
  printSection(pages, 'Certification and Signature', 31.5);
  printCertification(pages, layout);
  pages.advance(18.75, false);
  const label = 'Digitally Signed: ';
  pages.sheet.text(layout.left, pages.baseline, [bold(label, 9)]);
  const x = layout.left + measure('bold', label, 9);
  pages.sheet.text(x, pages.baseline, [regular(`${facts.filerName} , ${facts.signedOn}`, 9)]);
}

/** The footnote belongs to the table: a page with nothing else of the table still has its header. */
function printFootnote(pages: PtrPages): void {
  pages.advance(12, true);
  pages.sheet.text(pages.layout.left + 3.75, pages.baseline, [regular(FOOTNOTE, 8.25)]);
}

function printVehicles(pages: PtrPages, vehicles: readonly Vehicle[]): void {
  const { layout } = pages;
  printSection(pages, layout.vehiclesHeading, 30.75);
  vehicles.forEach(({ name, location }, index) => {
    pages.advance(index === 0 ? 24 : 18, false);
    printVehicleLine(pages, [regular(name, 9)]);
    pages.sheet.shape(bullet(layout.left + 12.75, pages.baseline - 3));
    if (location === '') return;
    pages.advance(10.5, false);
    printVehicleLine(pages, [smallCaps('regular', 'Location', 9), regular(`: ${location}`, 9)]);
  });
}

function printVehicleLine({ layout, sheet, baseline }: PtrPages, runs: readonly TextRun[]): void {
  sheet.background(filledBand(layout.left, baseline - 15, layout.columns.right, baseline + 12, 0.93));
  sheet.text(layout.left + 21.75, baseline, runs);
}

function printSection(pages: PtrPages, heading: string, distance: number): void {
  pages.advance(distance, false);
  pages.sheet.text(pages.layout.left, pages.baseline, [smallCaps('bold', heading, SECTION_SIZE)]);
}

function printOfferings(pages: PtrPages): void {
  pages.advance(21, false);
  const { sheet, baseline, layout } = pages;
  if (layout.template === 'newer') {
    sheet.shape(radioButton(25, baseline - 4, false));
    sheet.shape(radioButton(58.8, baseline - 4, true));
  } else {
    sheet.symbols(26.25, baseline, 9.75, EMPTY_RADIO);
    sheet.symbols(60, baseline, 9.75, CHOSEN_RADIO);
  }
  sheet.text(37.5, baseline, [regular(' Yes ', 9)]);
  sheet.text(73.5, baseline, [regular('No', 9)]);
}

function printCertification(pages: PtrPages, { certification, template, left }: Layout): void {
  certification.forEach((line, index) => {
    pages.advance(index === 0 ? 21 : 10.5, false);
    const { sheet, baseline } = pages;
    sheet.text(index === 0 ? left + 15 : left, baseline, [regular(line, 9)]);
    if (index > 0) return;
    if (template === 'newer') sheet.shape(checkBox(24.5, baseline - 4, true));
    else sheet.symbols(25.5, baseline, 9.75, TICKED_BOX);
  });
}
