import {
  PAPER_FIELDS,
  type PaperField,
  type PaperReading,
  type ParsedFiling,
  type ParsedTransaction,
} from '#rotunda/domain';
import { reading, row } from './sample-filings.js';

/** A row that was read from a scan; these fields of it are doubtful. */
export const scanRow = (
  ordinal: number,
  doubtful: PaperField[] = [],
  change: Partial<ParsedTransaction> = {},
): ParsedTransaction => {
  const top = 200 + 40 * ordinal;
  const fields = PAPER_FIELDS.map((field, i) => {
    const isDoubtful = doubtful.includes(field);
    const box = [100 * i, top, 100 * i + 90, top + 30];
    return [field, { raw: field, confidence: isDoubtful ? 0.6 : 0.998, isDoubtful, box }] as const;
  });
  return row(ordinal, {
    ...{ rowStatus: null, rowStatusRaw: null, ticker: null, tickerRaw: null, tickerSource: null },
    ...{ assetNameRaw: `Sample Company ${ordinal}`, assetType: null },
    paper: {
      page: 1,
      box: [0, top, 600, top + 30],
      hand: doubtful.length > 0 ? 'handwritten' : 'typed',
      fields: Object.fromEntries(fields) as never,
    },
    ...change,
  });
};

/** The reading of a scan of one sheet: sure rows, and rows that wait. */
export function scan(
  transactions: ParsedTransaction[],
  waiting: ParsedTransaction[],
  change: Partial<ParsedFiling> = {},
  paper: Partial<PaperReading> = {},
): ParsedFiling {
  const doubtful = waiting.map(({ ordinal }) => ordinal);
  return reading(transactions, {
    format: 'paper',
    expectedRows: null,
    parserVersion: 'scan-1',
    reviewReasons: doubtful.length > 0 ? [{ code: 'doubtful_reading', params: { rows: doubtful, more: 0 } }] : [],
    paper: { class: 'mixed', sheets: [SHEET], waiting, ...paper },
    ...change,
  });
}

export const SHEET = {
  ...{ page: 1, kind: 'first', form: 'C20', rotation: 90, skew: 0.2, width: 640, height: 480 },
  picture: new Uint8Array([1, 2, 3]),
};
