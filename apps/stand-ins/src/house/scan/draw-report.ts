import type { Bitmap } from '../../scan/bitmap.js';
import { DrawnSheet } from '../../scan/drawn-sheet.js';
import { randomNumbers } from '../../scan/random-numbers.js';
import { fillRows, writeNotes } from './fill-rows.js';
import { A12, drawA12Header } from './form-a12.js';
import { C20, drawC20Header } from './form-c20.js';
import type { Header } from './form-header.js';
import { type FormLayout, bottomOf } from './form-layout.js';
import { drawNotes, drawTable } from './form-table.js';
import { typist, writer } from './hand.js';
import type { DrawnForm, PaperFacts } from './paper-facts.js';

const FORMS: Record<DrawnForm, { form: FormLayout; drawHeader: (sheet: DrawnSheet, header: Header) => void }> = {
  A12: { form: A12, drawHeader: drawA12Header },
  C20: { form: C20, drawHeader: drawC20Header },
};

/** Sheets lie at most this many degrees askew in the scanner. */
const ASKEW = 0.3;
const SPECKS = 30;

/** The sheets of a report on the Clerk's form, filled in from facts: as scanned, upright. */
export async function drawReport(facts: PaperFacts): Promise<Bitmap[]> {
  const random = randomNumbers(facts.docId);
  const pictures: Bitmap[] = [];
  for (let page = 1; page <= facts.sheets.length; page += 1) pictures.push(await drawSheet(facts, page, random));
  return pictures;
}

async function drawSheet(facts: PaperFacts, page: number, random: () => number): Promise<Bitmap> {
  const { form, drawHeader } = FORMS[facts.form];
  const sheet = new DrawnSheet(form.width, form.height, (random() * 2 - 1) * ASKEW);
  const hand = facts.hand === 'typed' ? typist(sheet, random) : writer(sheet, random);
  const bands = page === 1 ? form.first : form.further;
  drawHeader(sheet, { facts, page, pages: facts.sheets.length, hand });
  drawTable(sheet, form, bands);
  if (page === 1) writeNotes(form, bands, facts, hand);
  else drawNotes(sheet, form, bottomOf(bands) + 50, bottomOf(bands) + 380);
  fillRows(sheet, form, bands, facts.sheets[page - 1]!, hand, random);
  const picture = await sheet.scan();
  for (let speck = 0; speck < SPECKS; speck += 1) picture.press(random() * form.width, random() * form.height);
  return picture;
}
