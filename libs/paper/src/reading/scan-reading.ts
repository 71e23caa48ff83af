import type { Owner, PaperClass, TransactionType } from '#rotunda/domain';
import type { Box } from '../image/grey-image.js';
import type { AmountLetter } from '../forms/form-versions.js';
import type { Read, SheetLayout } from '../layout/sheet-layout.js';

/** One transaction of a scan. */
export interface RowReading {
  /** Page of the filing, from 1. */
  page: number;
  box: Box;
  hand: 'typed' | 'handwritten';
  fields: RowFields;
}

/** `raw` is what was read, before any interpretation. Null: the cell is empty, or its ink has no known meaning. */
export interface RowFields {
  owner: Read<Owner | null> & { raw: string };
  asset_name: Read<string> & { raw: string };
  type: Read<TransactionType | null> & { raw: string };
  traded_on: Read<string | null> & { raw: string };
  /** The Senate's form has no such column: null, with confidence 1. */
  notified_on: Read<string | null> & { raw: string };
  amount: Read<AmountLetter | null> & { raw: string };
}

/** What was read from the sheets of a scanned filing. */
export interface ScanReading {
  class: PaperClass;
  sheets: SheetLayout[];
  rows: RowReading[];
  /** The words that say that there is nothing to report. */
  nothing: (Read<string> & { page: number }) | null;
  /** Pages with lines that have a date or a mark, and too little else to be a transaction. */
  unclear: number[];
  /** As the header has them; for checks against the listing. */
  filerName: string | null;
  isAmendment: Read<boolean | null>;
}
