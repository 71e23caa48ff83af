import type { FactsOfFiling } from '../../fact-tables.js';

/** What is written on the sheets of a report on paper. */
export interface SenatePaperFacts {
  filer: string;
  /** `MM/DD/YYYY`, in the line that the Secretary of the Senate prints above each sheet. */
  receivedOn: string;
  /** By page of the report. A page without facts is missing here. */
  sheets: ReadonlyMap<number, SenateSheetFacts>;
}

export interface SenateSheetFacts {
  /** The number printed on the sheet: 1 is the form's first page, others are continuations. */
  number: number;
  rows: SenatePaperRow[];
}

/** A row without type, date and amount is a heading. */
export interface SenatePaperRow {
  /** The line of the form, from 1. */
  line: number;
  /** `S`, `DC`, `J` or empty. */
  owner: string;
  asset: string;
  type: string;
  /** ISO date */
  tradedOn: string;
  /** As the column's label has it. */
  amount: string;
}

export function senatePaperFacts({ cells, paper, paperRows }: FactsOfFiling): SenatePaperFacts | null {
  if (paper === undefined) return null;
  const sheets = new Map<number, SenateSheetFacts>();
  for (const row of paperRows) {
    const page = Number(row['page']);
    const sheet = sheets.get(page) ?? { number: Number(row['sheet']), rows: [] };
    sheets.set(page, sheet);
    sheet.rows.push({
      line: Number(row['line']),
      owner: row['owner']!,
      asset: row['asset']!,
      type: row['type']!,
      tradedOn: row['traded_on']!,
      amount: row['amount']!,
    });
  }
  return { filer: paper['name']!, receivedOn: cells['filed_on']!, sheets };
}
