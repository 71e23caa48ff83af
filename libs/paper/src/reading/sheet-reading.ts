import { around } from '../image/grey-image.js';
import type { RowLayout, SheetLayout } from '../layout/sheet-layout.js';
import { readAttached, readNothing } from '../text/fields/phrases.js';
import { amendmentOf } from './amendment.js';
import { type KnownFiling, rowFields } from './row-fields.js';
import { type Hands, meanOf } from './scan-class.js';
import type { RowReading, ScanReading } from './scan-reading.js';
import { type CellText, oddsOfHand, type RowTexts, type SheetTexts } from './sheet-texts.js';
import { findRows, type TableLine } from './table-rows.js';

/** What one sheet says. */
export interface SheetReading {
  rows: RowReading[];
  nothing: ScanReading['nothing'];
  unclear: boolean;
  hands: Hands;
  filerName: string | null;
  /** Null: the sheet has no boxes for it. */
  isAmendment: ScanReading['isAmendment'] | null;
}

export function sheetReading(
  sheet: SheetLayout,
  { header, rows: texts }: SheetTexts,
  known: KnownFiling,
  page: number,
): SheetReading {
  const lines = texts.filter(({ layout }) => !isHeading(sheet, layout)).map((text) => lineOf(sheet, text, known, page));
  const { rows, texts: words, unclear } = findRows(lines);
  const assets = texts.map(({ cells }) => cells.asset);
  const dates = texts.flatMap(({ cells }) => [cells.tradedOn, cells.notifiedOn].filter((cell) => cell !== null));
  return {
    rows: rows.map(({ box, hand, fields }) => ({ page, box, hand, fields: isSure(sheet) ? fields : doubted(fields) })),
    nothing: nothingOf(words, page),
    unclear: unclear.length > 0,
    hands: {
      header: oddsOfHand(header.name ? [header.name] : []),
      assets: oddsOfHand(assets),
      dates: oddsOfHand(dates),
    },
    filerName: header.name?.lines.map(({ text }) => text.trim()).join(' ') || null,
    isAmendment: amendmentOf(sheet),
  };
}

/** On the House's form a name alone may be the first line of a transaction below; elsewhere it names a trust. */
const isHeading = ({ kind, form }: SheetLayout, { isHeading: isNamed }: RowLayout): boolean =>
  isNamed && (kind === 'list' || form?.value === 'S1' || form?.value === 'S2');

function lineOf(sheet: SheetLayout, text: RowTexts, known: KnownFiling, page: number): TableLine {
  const { layout, cells } = text;
  return {
    page,
    position: sheet.rows.indexOf(layout),
    box: layout.box,
    hand: meanOf(oddsOfHand([cells.asset, cells.tradedOn])) > 0 ? 'handwritten' : 'typed',
    fields: rowFields(text, known),
    hasDate: isWritten(cells.tradedOn) || (cells.notifiedOn !== null && isWritten(cells.notifiedOn)),
    marks: [layout.type, layout.amount].filter(isMarked).length,
  };
}

/** Strokes of the row above reach into the top of a cell, streaks of the scanner are narrow. */
function isWritten({ cell, box, found }: CellText): boolean {
  if (found.length === 0) return false;
  const middle = (cell.top + cell.bottom) / 2;
  const width = (box.right - box.left) / (cell.right - cell.left);
  return box.top < middle && box.bottom > middle && width > NARROWEST_DATE;
}

const NARROWEST_DATE = 0.3;

/** Specks or a streak may mark several options, and then none for sure. */
const isMarked = ({ value, confidence }: RowLayout['type'] | RowLayout['amount']): boolean =>
  value !== null && confidence >= 0.6;

/** The columns of a table of an unknown form may be others. */
const isSure = ({ form }: SheetLayout): boolean => form !== null;
const DOUBT = 0.5;

function doubted(fields: RowReading['fields']): RowReading['fields'] {
  const entries = Object.entries(fields).map(([name, field]) => [
    name,
    { ...field, confidence: Math.min(field.confidence, DOUBT) },
  ]);
  return Object.fromEntries(entries) as RowReading['fields'];
}

function nothingOf(words: readonly TableLine[], page: number): SheetReading['nothing'] {
  if (words.length === 0) return null;
  const texts = words.map(({ fields }) => fields.asset_name.raw);
  const phrase = readAttached(texts) === null ? readNothing(texts) : null;
  if (phrase === null) return null;
  const box = around(words.map(({ fields }) => fields.asset_name.box));
  return { value: phrase.text, confidence: phrase.score, box, page };
}
